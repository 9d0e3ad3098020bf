"""Libraries that only some need: they come with an extra, and are imported when first used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from .errors import UsageError

__all__ = ["load"]


def load(module: str, extra: str) -> Any:
    """A module that comes with an extra. Raises UsageError, naming the extra, where it is not installed."""
    try:
        return import_module(module)
    except ImportError as e:
        raise UsageError(f"this needs {module}, which is not installed: pip install 'talkextract[{extra}]'") from e
