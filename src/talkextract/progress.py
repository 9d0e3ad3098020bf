"""The bar that a long run shows: in a terminal and in a notebook, with the rate, the gaps and the errors."""

from __future__ import annotations

__all__ = ["Bar"]


class Bar:
    """A bar over `total` articles (None: it is not known how many), of which `done` are done already."""

    def __init__(self, total: int | None = None, done: int = 0) -> None:
        from tqdm.auto import tqdm  # who wants no bar does not wait for it

        self._gaps = self._errors = 0
        self._bar = tqdm(total=total, initial=done, unit=" articles", dynamic_ncols=True)

    def add(self, articles: int, gaps: int, errors: int) -> None:
        """Count what was done."""
        self._gaps += gaps
        self._errors += errors
        self._bar.set_postfix_str(f"{self._gaps} gaps, {self._errors} errors", refresh=False)
        self._bar.update(articles)

    def close(self) -> None:
        """Leave the bar as it stands."""
        self._bar.close()
