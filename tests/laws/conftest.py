"""What the laws share."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module", autouse=True)
def rest_of_the_suite_set_aside() -> Iterator[None]:
    """What thousands of tests before these have left in memory is not looked through while the time of a text is taken:
    the collector of garbage would make a long text dearer than it is.
    """
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
