"""docs/cli.md from the program itself: ``python -m tests.reference > docs/cli.md``."""

from __future__ import annotations

import click

from podcast.cli import cli

HEAD = """\
# The command line

This page is generated: `python -m tests.reference > docs/cli.md`; a test compares.

Results go to standard output, one line each; progress, notes and errors to standard error. Exit codes: 0 done,
1 the work failed, 2 the call was wrong.
"""


def reference() -> str:
    """The page."""
    parts = [HEAD]
    root = click.Context(cli, info_name="podcast", terminal_width=90)
    commands: list[tuple[str, click.Context, click.Command]] = [("podcast", root, cli)]
    for name in cli.list_commands(root):
        command = cli.get_command(root, name)
        assert command
        commands.append((f"podcast {name}", click.Context(command, root, name, terminal_width=90), command))
    for title, context, command in commands:
        with context.scope(cleanup=False):
            parts.append(f"\n## {title}\n\n```\n{command.get_help(context).rstrip()}\n```\n")
    return "".join(parts)


if __name__ == "__main__":
    print(reference(), end="")
