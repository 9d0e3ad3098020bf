"""Records and articles as HTML: in notebooks, on nbviewer, in a report.

Everything is in the page itself, nothing is fetched and no script is needed. What a notebook shows of one article is
the text with everything marked that the record rests on, beside the record in short; each value leads to its words.
"""

from __future__ import annotations

from .view import Shown, show

__all__ = ["Shown", "show"]
