"""The options that commands share, and what a command is given of them."""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcast.terminal import Terminal

if TYPE_CHECKING:
    from podcast.show import Show

__all__ = ["Call", "drafting", "dry_run", "engine", "named", "shared"]


@dataclasses.dataclass
class Call:
    """What every command is given: where it reports to, and the shared options."""

    terminal: Terminal
    debug: bool = False
    output: Path = Path("output")
    show_file: str | None = None

    def show(self) -> Show:
        """The show that was named, else ./show.toml, else the show of the house."""
        from podcast.show import load_show

        if self.show_file:
            return load_show(Path(self.show_file))
        here = Path("show.toml")
        return load_show(here if here.is_file() else None)


def shared(*, output: bool = True) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options that commands share; the command gets a ``Call`` as its first argument."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @click.option(
            "--show", "show_file", metavar="FILE", help="The show's settings.  [default: ./show.toml]"
        )
        @click.option("--quiet", is_flag=True, help="No progress and no notes; errors only.")
        @click.option("--debug", is_flag=True, help="Where something fails, show where in the program.")
        @click.pass_obj
        @functools.wraps(command)
        def run(
            call: Call, /, *, show_file: str | None, quiet: bool, debug: bool, **options: object
        ) -> object:
            call.show_file, call.debug, call.terminal.quiet = show_file, debug, quiet
            if output:
                call.output = Path(named("--output", str(options.pop("output"))))
            with call.terminal:
                return command(call, **options)

        if not output:
            return run
        return click.option(
            "--output", metavar="FOLDER", default="output", show_default=True, help="Where episodes lie."
        )(run)

    return decorate


def named(option: str, value: str) -> str:
    """The value, where it is one. Raises ``click.UsageError`` naming the option where it is blank."""
    if not value.strip():  # "" would quietly be the folder we are in
        raise click.UsageError(f"{option} names nothing")
    return value


class _Minutes(click.FloatRange):
    name = "number"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        minutes = float(super().convert(value, param, ctx))
        if math.isnan(minutes):  # no range keeps it out
            self.fail(f"{value!r} is not a valid number.", param, ctx)
        return minutes


dry_run = click.option(
    "--dry-run", is_flag=True, help="Say what would go out, and its price; do and send nothing."
)
engine = click.option("--engine", metavar="NAME", help="Who speaks, instead of the show's engine.")


def drafting(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of commands that draft; together they are ``pipeline.Wishes``."""
    for option in (
        click.option(
            "--redraft", is_flag=True, help="Write an edited script.md anew; it is kept as script.old.md."
        ),
        click.option("--allow-private", is_flag=True, help="Fetch addresses inside a private network, too."),
        click.option("--title", metavar="TEXT", help="The episode's title, instead of the article's."),
        click.option(
            "--date", metavar="DATE", help="The episode's date (2026-11-22), instead of the article's."
        ),
        click.option(
            "--minutes",
            type=_Minutes(1, 600),
            metavar="N",
            help="How long; without, all of it.",
        ),
        click.option(
            "--writer", type=click.Choice(["offline", "llm"]), help="Who writes.  [default: the show's]"
        ),
        click.option(
            "--language", type=click.Choice(["de", "en"]), help="The article's, where a guess is wrong."
        ),
    ):
        command = option(command)
    return command
