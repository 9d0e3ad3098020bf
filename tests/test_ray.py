"""Ray is an extra; what runs on it is tested in tests/engines/."""

from __future__ import annotations

import sys

import pytest

from talkextract import UsageError


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "talkextract.ray", raising=False)
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError, match=r"^this needs Ray Data, .* pip install 'talkextract\[ray\]'$"):
        from talkextract.ray import extract_dataset  # noqa: F401
