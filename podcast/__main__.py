"""``python -m podcast`` is the command ``podcast``."""

from __future__ import annotations

import sys

from podcast.cli import main

if __name__ == "__main__":
    sys.exit(main())
