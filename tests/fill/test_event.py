"""Whether the words before the noun of an event make it another one than the reported."""

from __future__ import annotations

import pytest

from talkextract.fill.event import is_of_another


@pytest.mark.parametrize(
    ("before", "is_another"),
    [
        ("bốn đoàn cùng ngồi lại ở ", False),
        ("hai đoàn gặp nhau ở ", False),
        ("các nội dung đã ký ở ", True),
        ("trong khuôn khổ hoạt động đối ngoại năm 2014, ngày 18-12, quân khu 9 đã ", False),
        ("hai bên duy trì hoạt động đối ngoại, ", True),
        ("trước đó đã ", True),
    ],
)
def test_words_before_the_noun_tell_whether_it_is_another_event(before: str, is_another: bool) -> None:
    text = before + "hội đàm với quân khu 3"
    assert is_of_another(text, 0, len(before)) is is_another
