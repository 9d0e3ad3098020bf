"""Signatures: who signs an article or a picture, as pages print it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from .mention import Span

__all__ = ["is_signature", "signed_names"]

_WORD = r"\p{Lu}[\p{L}\p{M}']*+"
# "Đức Duẩn", "HÀ THANH", "Alăng N.", "L.A", "V.T.P", "H. Nam"
_NAME = (
    rf"(?:{_WORD}(?:[ -](?!\p{{Lu}}\.$){_WORD}){{0,5}}+(?: \p{{Lu}}\.$)?"
    rf"|\p{{Lu}}(?:\.\p{{Lu}}){{1,4}}\.?|\p{{Lu}}\. ?{_WORD}(?: {_WORD}){{0,3}})"
)
# "ThS. Lê Minh", "TS Lê Minh"
_DEGREE = r"(?:(?:GS|PGS|TS|ThS|Th\.S|CN|BS|KS|NCS|NB|Nhà báo|Thạc sĩ|Tiến sĩ)(?:[.,] ?| )(?=\p{Lu}))+"
_SIGNATURE = regex.compile(
    rf"(?:\| )?(?:\()?(?:{_DEGREE})?(?:(?:Theo|PV|P\.V|CTV|Phóng viên|Nhóm PV):? )?{_NAME}"
    rf"(?:(?: ?[,;&] ?| - | và )(?:{_DEGREE})?{_NAME}){{0,4}}"
    r"(?: ?/ ?[^/()]{2,40}| ?\([^()]{2,40}\)| ?- P[VXAC]\d\d"
    r"| - (?:Đài|Trung tâm|Báo|CTV|Phòng|BĐBP|Công an|Bộ CHQS)(?=[ -])[^()]{2,50})?"
    r"\)?(?: \|)?"  # a bar stands beside the cell of a row
)
_PREFIX = regex.compile(r"\(?(?:Theo|PV|P\.V|CTV|Phóng viên):? (?=\p{Lu})")
_HOLDS = regex.compile(_DEGREE)
_SPLIT = regex.compile(r" ?[/,;&()] ?| - | và |(?<= \p{Lu}\p{Ll}+)-(?=\p{Lu}\p{Ll}+ )")
_OFFICE = regex.compile(r"(?<=\p{L}\.?) \([^()]{2,40}\)\.?$")
_SUFFIX = re.compile(r" (?:cung cấp|phát|chụp|thực hiện|tổng hợp|ghi|sưu tầm)$")
# who is no person: an agency ("TTXVN", "VGP", "Vietnam+"), a site, a paper, an office
_ORGANISATION = regex.compile(
    r"\p{Lu}[\p{Lu}\d&-]+\+?|\S*\d\S*|Viet[Nn]am ?\+|[\p{L}\d-]{2,}(?:\.\p{L}{2,4})+"
    r"|(?:Báo|Tạp chí|Cổng|Đài|Công an|BĐBP|Bộ|Ban|Đồn|Sở|Phòng|Trạm|Cục|UBND|Theo|VOV|TTXVN|QĐND|CAND)(?:[ -].*)?"
)
_NOBODY = frozenset({"tư liệu", "internet", "minh họa", "st", "sưu tầm", "tl", "t.l", "tổng hợp", "tác giả"})


def is_signature(text: str) -> bool:
    """Whether a line has the shape of one or more names, and nothing else."""
    return _SIGNATURE.fullmatch(text) is not None


def signed_names(plain: str, span: Span) -> Iterator[Span]:
    """The names in a signature or credit; an organisation only where no person stands beside it.

    "Anh Tuấn/TTXVN" gives "Anh Tuấn", "TTXVN" alone gives "TTXVN", "Tư liệu" nothing.
    """
    start, end = span
    if (m := _PREFIX.match(plain, start, end)) is not None:
        start = m.end()
    if (m := _OFFICE.search(plain, start, end)) is not None:
        end = m.start()  # "Hồng Luân (Đài TT-TH Mộc Châu)"
    parts, at = [], start
    for m in _SPLIT.finditer(plain, start, end):
        parts.append(_trim(plain, at, m.start()))
        at = m.end()
    parts.append(_trim(plain, at, end))
    parts = [p for p in parts if p.start < p.end and plain[p.start : p.end].lower() not in _NOBODY]
    people = [p for p in parts if is_signature(plain[p.start : p.end]) and not _ORGANISATION.fullmatch(plain, *p)]
    yield from people or parts[:1]


def _trim(plain: str, start: int, end: int) -> Span:
    """The span without spaces, stops and words like "cung cấp" around the name."""
    while start < end and plain[start] in " .|\"'":
        start += 1
    while start < end and plain[end - 1] in " |\"'":
        end -= 1
    if (degree := _HOLDS.match(plain, start, end)) is not None:
        start = degree.end()
    if end - start > 3 and plain[end - 1] == "." and plain[end - 3] != ".":  # "Hùng.", but "V.T.P."
        end -= 1
    if (m := _SUFFIX.search(plain, start, end)) is not None:
        end = m.start()
    return Span(start, end)
