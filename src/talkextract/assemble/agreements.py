"""Agreements: papers identified by title, object, number or date.

The rules give names and kinds. Here each paper gets its status from the verb before it, its day from the words after
it or from the sentence that tells of the signing, its countries from its name, its makers or the sides; and the names
of one paper become one entry.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, cast

import regex

from ..mention import Mention, Span
from ..offsets import fold_tone
from ..record import Agreement, AgreementKind, AgreementStatus, Evidence
from .context import Context

__all__ = ["agreements"]

DateOf = Callable[[int, int], str | None]

# what may stand between a verb of signing and the name: "ký vào 2 Biên bản …", "ký kết và trao …"
_BEFORE_NAME = regex.compile(
    r"(?: (?:vào|thông qua|các|bản|những|02|03|[23]|hai|ba|nội dung|văn bản|và trao(?: đổi)?|chính thức|tắt))*[ \"']+"
)
# what joins papers: "Quy chế kết nghĩa và biên bản hợp tác", "…, Hiệp định …"
_JOINED = regex.compile(r"[\"']?(?:,? (?:và|cùng(?: với)?)|,|;)? (?:(?:02|[23]|hai|bản|các) )?[\"']?")
# a signing told after the name: "được hai bên ký kết"
_PASSIVE = regex.compile(
    r"[\"']?(?: (?:giữa|của)[^;.]*?)? (?:(?:đã|vừa|cũng) )*được (?:[^;,.]{0,60}? )??(?P<verb>k[ýí](?: kết)?)(?!\p{L})"
)
# the day of a paper after its name: "năm 2016", "(25.9.2013)", "ký ngày 23/11/2021", "giữa … ký năm 2018"
_DATED = regex.compile(
    r"""["']?(?:\ (?P<date>(?:năm\ )?(?:19|20)\d\d)(?![\d/-])
    |\ (?P<date>ngày\ \d{1,2}(?:[/.-]\d{1,2}[/.-]|\ tháng\ \d{1,2}\ năm\ )\d{4})
    |(?:\ (?:giữa|của)[^;]*?)?
     (?:,?\ (?:(?:đã|được|hai\ bên|cùng|vừa)\ )*k[ýí](?:\ kết)?(?:\ (?:tại|ở)\ [^;,]*?,?)?(?:\ vào)?\ |\ \()
     (?P<date>(?:(?:ngày|tháng|năm)\ )?\d{1,4}(?:[/.-]\d{1,4}){0,2}(?:\ (?:tháng|năm)\ \d{1,4}){0,2}))""",
    regex.VERBOSE,
)
_MULTILATERAL = regex.compile(
    r"UNCLOS|DOC\b|(?i:công ước|tuyên bố về ứng xử"
    r"|(?:hiệp (?:định|ước)|nghị định thư|tuyên bố(?: chung)?) (?:của |khung )?(?:liên h(?:iệp|ợp) quốc|asean|genev))"
)
_PAIR = regex.compile(r"Việt(?: Nam)? ?- ?(?P<other>Lào|Trung(?! Lào)|Campuchia|Cam-pu-chia)")
_ABBREVIATED: Final = {"Lào": "LA", "Trung": "CN", "Campuchia": "KH", "Cam-pu-chia": "KH"}
_FAMILY: Final = {"minutes": "memorandum"}  # "biên bản hội đàm" below a picture may be the body's "biên bản ghi nhớ"
_STRENGTH: Final = {"signed": 2, "planned": 1, "cited": 0}
_FREE_WORDS = frozenset({"về", "việc", "bản", "văn", "việt", "nam", "lào", "trung", "quốc", "campuchia"})


@dataclass
class _Paper:
    """One mention of a paper; `status_at` and `signed_at` are spans with the rule that found them."""

    mention: Mention
    name: str
    status: AgreementStatus
    status_at: tuple[Span, str]
    signed: str | None
    signed_at: Span | None
    in_body: bool
    words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.words = _words(self.name)

    @property
    def kind(self) -> AgreementKind:
        return cast("AgreementKind", self.mention.value)


def agreements(
    ctx: Context, sides: tuple[str, ...], date_of: DateOf, *, day: str | None = None
) -> tuple[Agreement, ...]:
    """The papers that the article names, each once, in the order of the text; () where it names none.

    `sides` are the countries of the talk, `date_of` the EDTF value of a date in a span of the view, `day` the day of
    the talk (EDTF): a paper signed on another day is cited.
    """
    day = day if day and "X" not in day else None
    papers: list[_Paper] = []
    for m in ctx.of("agreements"):
        last = papers[-1] if papers else None
        papers.append(p := _read(ctx, m, date_of, day, last))
        if last is not None and p.status == "cited" and p.status_at == last.status_at:
            last.status = "cited"  # "ký … và … ngày 5/3/2020": the day belongs to the last, the past to both
    groups = _one_each([p for p in papers if not _is_bare(ctx, p)])
    return tuple(_agreement(ctx, group, sides, day) for group in groups)


def _words(name: str) -> tuple[str, ...]:
    """A name for comparison: lower case, without the words that papers add or leave out, and without countries."""
    folded = fold_tone(name).lower().replace("liên hiệp quốc", "liên hợp quốc")
    return tuple(w for w in regex.findall(r"[\p{L}\p{N}]+", folded) if w not in _FREE_WORDS)


def _is_bare(ctx: Context, p: _Paper) -> bool:
    """Whether a kind word has nothing but its makers beside it ("Tuyên bố chung Việt Nam - Lào")."""
    kind = p.mention.first("kind")
    return kind is not None and kind.end < p.mention.end and not p.signed and p.words == _words(ctx.text(*kind))


# ---- one mention


def _read(ctx: Context, m: Mention, date_of: DateOf, day: str | None, last: _Paper | None) -> _Paper:
    """A mention with its status and day."""
    plain = ctx.view.plain
    sentence = ctx.page.sentence(m.start)
    end = sentence.end if sentence else m.end
    start = sentence.start if sentence else m.start
    cues = _between(ctx, "agreements.status", start, end)
    verb = next((c for c in reversed(cues) if c.value != "earlier" and _ends(plain, c, m.start)), None)
    status: AgreementStatus = "cited"
    at = (Span(m.start, m.end), m.rule)
    signed, signed_at = _dated(plain, m, end, date_of)
    if verb is not None:
        status, at = cast("AgreementStatus", verb.value), (Span(verb.start, verb.end), verb.rule)
    elif last is not None and last.mention.end >= start and _JOINED.fullmatch(plain, last.mention.end, m.start):
        status, at = last.status, last.status_at
    elif (passive := _PASSIVE.match(plain, m.end, end)) is not None and not signed:
        status, at = "signed", (Span(*passive.span("verb")), m.rule)
    if status == "signed":
        if signed is not None and _is_planned_year(plain, m, signed_at, day):
            # what is signed today for a year to come carries the year of the plan in its name
            m, signed, signed_at = m._replace(end=cast("Span", signed_at).end), None, None
        earlier = any(c.value == "earlier" and c.start < at[0].start for c in cues)
        if signed is None:
            signed, signed_at = _day_told(ctx, start, at[0].start, date_of, day, earlier)
        if earlier or (signed is not None and not _within(signed, day)):
            status = "cited"
    role = ctx.page.role(m.start)
    return _Paper(m, ctx.text(m.start, m.end), status, at, signed, signed_at, in_body=role == "body")


def _between(ctx: Context, field: str, start: int, end: int) -> Sequence[Mention]:
    """The mentions of a field that begin in a span, in order."""
    found = ctx.of(field)
    first = bisect_left(found, start, key=attrgetter("start"))
    return found[first : bisect_left(found, end, lo=first, key=attrgetter("start"))]


def _ends(plain: str, cue: Mention, start: int) -> bool:
    """Whether a cue's verb stands right before `start`."""
    return cue.end <= start and _BEFORE_NAME.fullmatch(plain, cue.end, start) is not None


def _dated(plain: str, m: Mention, end: int, date_of: DateOf) -> tuple[str | None, Span | None]:
    """The day or year that the words after the name give a paper, and where it stands."""
    found = _DATED.match(plain, m.end, end)
    if found is None and (own := regex.search(r"(?:19|20)\d\d$", plain[m.start : m.end])) and m.rule.endswith("year"):
        return own[0], Span(m.end - 4, m.end)
    if found is None:
        return None, None
    span = Span(*found.span("date"))
    value = date_of(span.start, span.end)
    return value, span if value else None


def _is_planned_year(plain: str, m: Mention, at: Span | None, day: str | None) -> bool:
    """Whether the year right after a name is that of the talk or a later one: "ký Thỏa thuận phối hợp năm 2026"."""
    year = regex.fullmatch(r" (?:năm )?(\d{4})", plain[m.end : at.end]) if at and at.start > m.end - 1 else None
    return year is not None and (day is None or year[1] >= day[:4])


def _day_told(
    ctx: Context, start: int, end: int, date_of: DateOf, day: str | None, earlier: bool
) -> tuple[str | None, Span | None]:
    """The day before a verb of signing, in its sentence: another day than the talk's dates a paper of the past.

    The day of the talk itself is no day of the paper: the text says when they met.
    """
    for d in reversed(_between(ctx, "dates", start, end)):
        value = date_of(d.start, d.end)
        if value is not None and (earlier or (len(value) == 10 and day is not None and not _within(value, day))):
            return value, Span(d.start, d.end)
    return None, None


def _within(value: str, day: str | None) -> bool:
    """Whether a day lies in the day or interval of the talk; False where that is unknown."""
    if day is None:
        return False
    first, _, last = day.partition("/")
    size = len(value)
    return first[:size] <= value <= (last or first)[:size]


# ---- the names of one paper


def _one_each(papers: Sequence[_Paper]) -> list[list[_Paper]]:
    """The mentions of each paper together, in the order of the first ones."""
    groups: list[list[_Paper]] = []
    faces: list[dict[tuple[object, ...], _Paper]] = []  # of each group, the names that differ
    for p in papers:
        at = next((i for i, face in enumerate(faces) if any(_same(p, q) for q in face.values())), len(groups))
        if at == len(groups):
            groups.append([])
            faces.append({})
        groups[at].append(p)
        faces[at].setdefault((p.words, p.status, p.signed), p)
    signed = [g for g in groups if any(p.in_body and p.status == "signed" for p in g)]
    kinds = {_FAMILY.get(g[0].kind, g[0].kind) for g in signed}
    return [g for g in groups if g in signed or not _shown(g) or _FAMILY.get(g[0].kind, g[0].kind) not in kinds]


def _shown(group: Sequence[_Paper]) -> bool:
    """Whether a signed paper is named outside of the body only: in a caption, a title."""
    return not any(p.in_body for p in group) and any(p.status == "signed" for p in group)


def _same(a: _Paper, b: _Paper) -> bool:
    """Whether two names are of one paper: the same words, or one the beginning of the other at the same occasion."""
    if a.kind != b.kind or (a.signed and b.signed and a.signed[:4] != b.signed[:4]):
        return False
    short, long = sorted((a.words, b.words), key=len)
    return short == long or (a.status == b.status and long[: len(short)] == short)


def _agreement(ctx: Context, group: Sequence[_Paper], sides: tuple[str, ...], day: str | None) -> Agreement:
    """The record's entry: the fullest name of the body, the strongest status, the first day."""
    best = max(group, key=lambda p: (p.in_body, len(p.words), -p.mention.start))
    dated = next((p for p in group if p.signed), None)
    strongest = max(group, key=lambda p: (_STRENGTH[p.status], -p.mention.start))
    if dated is not None and dated.status == "cited":
        strongest = dated
    countries, at = _countries(ctx, group, best, sides)
    signed = dated.signed if dated else None
    kind = best.mention.first("kind") or Span(best.mention.start, best.mention.end)
    treaty = ctx.tables.treaty(best.name, countries, signed=signed, day=day)
    if treaty is None and best.kind == "legal_documents":
        # "hai văn kiện pháp lý ghi nhận …" are the two of their states, however their object is told
        treaty = ctx.tables.treaty(ctx.text(*kind), countries, signed=signed, day=day)
    name_at = Span(best.mention.start, best.mention.end)

    def show(what: str, span: Span, rule: str = best.mention.rule) -> Evidence:
        return ctx.evidence(what, span.start, span.end, rule)

    evidence = [show("name", name_at), show("kind", kind), show("status", *strongest.status_at)]
    if dated is not None and dated.signed_at is not None:
        evidence.append(show("signed", dated.signed_at, dated.mention.rule))
    evidence += [show("countries", span) for span in at]
    if treaty is not None:
        evidence.append(show("id", name_at))
    return Agreement(
        name=best.name, kind=best.kind, status=strongest.status, signed=signed, countries=countries,
        id=treaty.id if treaty else None, evidence=tuple(evidence),
    )  # fmt: skip


def _countries(
    ctx: Context, group: Sequence[_Paper], best: _Paper, sides: tuple[str, ...]
) -> tuple[tuple[str, ...], list[Span]]:
    """The states of a paper: named in it, its makers', or the sides of the talk; none where it is of many states."""
    if _MULTILATERAL.match(best.name):
        return (), []
    for p in group:
        for start, end in ((p.mention.start, p.mention.end), (p.mention.end, _makers_end(ctx, p.mention))):
            named = list(_named(ctx, start, end))
            if len({c for c, _ in named}) > 1:
                return _order(c for c, _ in named), [s for _, s in named]
    return _order(sides), [Span(best.mention.start, best.mention.end)] if sides else []


def _makers_end(ctx: Context, m: Mention) -> int:
    """Where the makers after a name end ("giữa … và …"); the end of the name where there are none."""
    sentence = ctx.page.sentence(m.start)
    found = regex.match(r" giữa [^.;]*", ctx.view.plain[m.end : sentence.end]) if sentence else None
    return m.end + found.end() if found else m.end


def _named(ctx: Context, start: int, end: int) -> Iterable[tuple[str, Span]]:
    """The countries named in a span, "Việt - Lào" too, in order."""
    for m in _between(ctx, "countries", start, end):
        if m.end <= end:
            yield str(m.value), Span(m.start, m.end)
    for pair in _PAIR.finditer(ctx.view.plain, start, end):
        yield "VN", Span(*pair.span())
        yield _ABBREVIATED[pair["other"]], Span(*pair.span())


def _order(countries: Iterable[str]) -> tuple[str, ...]:
    """Each country once, Viet Nam first, the others in the order of the text."""
    return tuple(sorted(dict.fromkeys(countries), key=lambda c: c != "VN"))
