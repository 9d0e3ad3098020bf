"""How a command says what is wrong: in words on standard error."""

from __future__ import annotations

from typing import NoReturn

import typer

__all__ = ["complain", "fail"]


def complain(message: str) -> None:
    """Say what is wrong, and go on."""
    typer.echo(f"error: {message}", err=True)


def fail(message: str) -> NoReturn:
    """Say what is wrong, and end with exit code 1."""
    complain(message)
    raise typer.Exit(1)
