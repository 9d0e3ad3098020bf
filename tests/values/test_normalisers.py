"""The table of normalisers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from talkextract.values import NORMALISERS, OF_VALUE


class OnlyValue(Mapping[str, str]):
    """Groups of which nobody may ask for another than `value`."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __getitem__(self, name: str) -> str:
        assert name == "value", f"the normaliser reads the group {name!r}"
        return self._text

    def __len__(self) -> int:
        return 1

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("the normaliser walks over all groups")


@pytest.mark.parametrize("name", sorted(OF_VALUE))
@pytest.mark.parametrize("text", ["13", "2.480", "mười lăm", "lần thứ XIII", "ngày 16/12/2024", "quý II", "Đồn trưởng"])
def test_of_value_reads_the_group_value_alone(name: str, text: str) -> None:
    NORMALISERS[name](OnlyValue(text))


def test_of_value_names_normalisers() -> None:
    assert NORMALISERS.keys() >= OF_VALUE
