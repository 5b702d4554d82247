"""Versions of installed packages, asked without importing them."""

from __future__ import annotations

import importlib.metadata

__all__ = ["installed"]


def installed(package: str) -> str:
    """The version of an installed package; ``"?"`` where there is none. Never raises."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "?"
