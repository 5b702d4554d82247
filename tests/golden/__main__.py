"""``python -m tests.golden``: write the golden scripts anew, and say which of them have changed."""

from __future__ import annotations

import sys

from tests.golden import GOLDEN, HERE, made, path


def main() -> int:
    """Write every script; returns 0."""
    for name in GOLDEN:
        text = made(name)
        old = path(name).read_text(encoding="utf-8") if path(name).exists() else None
        path(name).write_text(text, encoding="utf-8")
        state = "new" if old is None else "unchanged" if old == text else "changed"
        sys.stdout.write(f"{name}: {state}\n")
    for stray in sorted(set(HERE.glob("*.md")) - {path(name) for name in GOLDEN}):
        stray.unlink()
        sys.stdout.write(f"{stray.stem}: removed, no article makes it\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
