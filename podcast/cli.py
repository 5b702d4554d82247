"""The command line: parse, call the pipeline, map errors to exit codes. Rooms are imported where they are used.

Standard output carries results only, standard error everything else. Exit codes: 0 done, 1 the work failed,
2 the call was wrong.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from podcast import __version__, options
from podcast.options import Call
from podcast.terminal import Terminal

if TYPE_CHECKING:
    from podcast.pipeline import Rendered, Wishes

__all__ = ["cli", "main"]


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="ARTICLE is a path, an address, or - for standard input. EPISODE is an episode's folder or its name.",
)
@click.version_option(__version__, message="podcast %(version)s (Alana & Ben)")
def cli() -> None:
    """Alana & Ben: an article becomes a podcast episode in which two hosts talk it through."""


@cli.command()
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@options.drafting
@options.engine
@options.dry_run
@options.shared()
def make(
    call: Call, articles: tuple[str, ...], engine: str | None, *, dry_run: bool, **wishes: Unpack[Wishes]
) -> int:
    """Make articles into episodes, all stages.

    Prints each MP3's path. Started again it goes on where it was stopped. A script.md that was edited stays as it is.
    """
    from podcast import pipeline

    show = call.show()
    code = 0
    for article in articles:
        try:
            if dry_run:
                _forecast(call, article, engine, wishes)
                continue
            done = pipeline.make(
                article, show=show, output=call.output, watcher=call.terminal, engine=engine, **wishes
            )
            _tell(call, done)
        except Exception as failure:
            if len(articles) == 1:
                raise
            call.terminal.note(f"{article}:")
            call.terminal.error(failure, debug=call.debug)
            code = 1
    return code


@cli.command()
@click.argument("article", metavar="ARTICLE")
@options.drafting
@options.dry_run
@options.shared()
def draft(call: Call, article: str, *, dry_run: bool, **wishes: Unpack[Wishes]) -> None:
    """Write the script of an article.

    Prints the path of script.md, which is yours to edit.
    """
    from podcast import pipeline

    if dry_run:
        _forecast(call, article, None, wishes)
        return
    episode = pipeline.draft(article, show=call.show(), output=call.output, watcher=call.terminal, **wishes)
    click.echo(episode.script)


@cli.command()
@click.argument("episode", metavar="EPISODE")
@options.engine
@options.shared()
def render(call: Call, episode: str, engine: str | None) -> None:
    """Make a script into the MP3 and its companions.

    Prints the MP3's path. Transcripts, chapters and notes lie beside it. Only turns that changed are spoken again.
    """
    from podcast import pipeline
    from podcast.episode import find

    show = call.show()
    found = find(call.output, options.named("EPISODE", episode))
    pipeline.ready(show, engine)
    _tell(call, pipeline.render(found, show=show, watcher=call.terminal, engine=engine))


def _forecast(call: Call, article: str, engine: str | None, wishes: Wishes) -> None:
    from podcast import forecasts, pipeline

    found = pipeline.forecast(
        article, show=call.show(), output=call.output, watcher=call.terminal, engine=engine, **wishes
    )
    for line in forecasts.lines(found):
        click.echo(line)


def _tell(call: Call, done: Rendered) -> None:
    minutes, seconds = divmod(round(done.seconds), 60)
    call.terminal.note(f"{done.spoken} spoken, {done.cached} cached")
    call.terminal.note(
        f"{minutes}:{seconds:02} minutes, {done.loudness_lufs:.1f} LUFS, "
        f"true peak {done.true_peak_dbtp:.1f} dBTP"
    )
    click.echo(done.mp3)


@cli.command()
@click.argument("episode", metavar="EPISODE")
@click.option("--json", "as_json", is_flag=True, help="For programs: findings and figures as JSON.")
@options.shared()
def check(call: Call, episode: str, *, as_json: bool) -> int:
    """Say what is wrong or weak in a script.

    Findings come with their lines, then figures. Exits with 1 where the script has errors.
    """
    from podcast import pipeline, report
    from podcast.episode import find

    show = call.show()
    found = find(call.output, options.named("EPISODE", episode))
    result = pipeline.check(found, show)
    width, colour = report.look()
    lines = report.as_text(result, found.script, width=width, colour=colour)
    for line in report.as_json(result) if as_json else lines:
        click.echo(line, color=colour)
    return 1 if result.errors else 0


@cli.command()
@click.option("--read", "text", metavar="TEXT", help="Print the words as they will be spoken; speak nothing.")
@click.option("--say", metavar="TEXT", help="Play a sample; where nothing can, write it.")
@click.option("--out", metavar="FILE", help="A WAVE file for --say, instead of playing it.")
@click.option("--get", metavar="VOICE", help="Fetch a voice: de_DE-thorsten-medium, kokoro:af_heart, kokoro.")
@click.option("--mirror", metavar="ADDRESS", help="Where --get fetches, instead of the voice's own place.")
@click.option("--host", metavar="NAME", help="Whose voice --say takes.  [default: the first host's]")
@click.option("--language", type=click.Choice(["de", "en"]), help="[default: the show's]")
@options.engine
@options.shared(output=False)
def voices(
    call: Call,
    *,
    text: str | None,
    say: str | None,
    out: str | None,
    get: str | None,
    mirror: str | None,
    host: str | None,
    language: str | None,
    engine: str | None,
) -> None:
    """List engines and voices; try them, fetch them.

    With --read or --say, a text as it will be read, or heard. With --get, prints the files that are there now.
    """
    from podcast import samples, tryout
    from podcast.speech.voice_store import get_voice

    show = call.show()
    if out is not None and say is None:
        raise click.UsageError("--out belongs to --say: --say TEXT --out sample.wav")
    if get is not None:
        for path in get_voice(options.named("--get", get), call.terminal.progress, mirror=mirror):
            click.echo(path)
    elif text is not None:
        click.echo(tryout.reading(text, show, language or show.language, engine=engine, host=host))
    elif say is not None:
        sample = tryout.say(say, show, language or show.language, engine=engine, host=host)
        call.terminal.note(f"{sample.host} ({sample.engine} {sample.voice}) reads: {sample.read}")
        if out is not None:
            click.echo(sample.write(Path(out)))
        elif not sample.play():
            call.terminal.note("nothing here plays sound (aplay, ffplay, …): it is in the file instead")
            click.echo(sample.write(tryout.free_place(Path())))
    else:
        for line in samples.table(show, engine=engine, language=language):
            click.echo(line)


@cli.command()
@click.option("--engine", "engines", metavar="NAME", multiple=True, help="Only this one; may be given again.")
@click.option("--online", is_flag=True, help="Ask engines that need a network, too; they may cost money.")
@click.option("--language", type=click.Choice(["de", "en"]), help="[default: the show's]")
@options.shared()
def audition(call: Call, *, engines: tuple[str, ...], online: bool, language: str | None) -> None:
    """Let every voice say the same three lines.

    Prints the path of an MP3 with a chapter for each voice, and of a page with players.
    """
    from podcast.audition import audition as hear

    show = call.show()
    done = hear(
        show,
        language=language or show.language,
        output=call.output,
        watcher=call.terminal,
        engines=engines,
        online=online,
    )
    for line in done.silent:
        call.terminal.note(f"not heard: {line}")
    call.terminal.note(f"{done.voices} voices")
    click.echo(done.mp3)
    click.echo(done.page)


@cli.command()
@options.shared()
def doctor(call: Call) -> int:
    """Say what this machine can do.

    For what it cannot, the command that mends it. Exits with 1 where episodes cannot be made.
    """
    from podcast import doctor as surgery

    findings = surgery.examine(call.show(), call.output)
    for finding in findings:
        click.echo(finding.line())
    return 0 if all(finding.well or not finding.needed for finding in findings) else 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; says all that failed in one line each."""
    call = Call(Terminal())
    with contextlib.suppress(ValueError):  # not in the main thread: someone else looks after signals
        signal.signal(signal.SIGTERM, _stop)  # as Ctrl-C: workers are ended, locks given back
    with contextlib.suppress(AttributeError):  # a stand-in for standard output
        sys.stdout.reconfigure(errors="surrogateescape")  # type: ignore[union-attr]
    try:
        with cli.make_context(
            "podcast", list(sys.argv[1:] if arguments is None else arguments), obj=call
        ) as c:
            code = cli.invoke(c)
            sys.stdout.flush()
            return int(code or 0)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as wrong:
        return _wrong_call(call, wrong)
    except BrokenPipeError:
        # Whoever read our output has gone (podcast … | head): nothing to say, and nobody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (Exception, KeyboardInterrupt) as failure:  # noqa: BLE001 (the one place where errors end)
        return call.terminal.error(failure, debug=call.debug)


def _stop(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _wrong_call(call: Call, wrong: click.ClickException) -> int:
    command = wrong.ctx.command_path if isinstance(wrong, click.UsageError) and wrong.ctx else "podcast"
    text = " ".join(wrong.format_message().split()).rstrip(".")
    click.echo(f"podcast: {text} (see {command} --help)", err=True)
    return wrong.exit_code
