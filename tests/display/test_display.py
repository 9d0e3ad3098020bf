"""What a notebook shows: the text unchanged, every mark and link in its place, nothing that could steer the page."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable
from html.parser import HTMLParser

import pytest

from colours import Colour, contrast, light, mixed
from support import Case, invented_articles, odd_articles, seeds
from talkextract import Extraction, Extractor, UsageError, show
from talkextract.display.marks import KINDS, marked, marks_of
from talkextract.display.style import STYLE
from talkextract.record import DateEntry, Document, Evidence, Person, Talk, TalkRecord

TEXT = "Hội đàm lần thứ XIII, năm 2025\nĐại tá Vừ A Khua.\n"
EXTRACTOR = Extractor()
VOID = {"br", "meta"}


def evidence(text: str, field: str, piece: str, source: str = "rule:a.b") -> Evidence:
    start = text.index(piece)
    return Evidence(field=field, start=start, end=start + len(piece), text=piece, source=source)


def talk_on(text: str, *pieces: str) -> TalkRecord:
    """A record whose talk rests on some pieces of a text."""
    own = tuple(evidence(text, "name", piece) for piece in pieces)
    return TalkRecord(document=Document(id="x"), talk=Talk(kind="talks", status="held", name="n", evidence=own))


class Page(HTMLParser):
    """Reads HTML strictly: every element is closed where it must be; keeps text, marks, ids and links."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.article = ""
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.marked: list[str] = []
        self.tips: dict[str, str] = {}
        self._depth: list[int] = []
        self.feed(html)
        self.close()
        assert self.open == [], self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
            self.tips[given["id"]] = given.get("title", "")
        if "href" in given:
            self.links.append(given["href"])
        assert not any(name.startswith("on") for name in given)
        if given.get("class") == "tx-text":
            self._depth.append(len(self.open))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if self._depth and len(self.open) < self._depth[-1]:
            self._depth.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._depth:
            self.article += data


def test_marks_nest_and_crossing_ones_go_on_behind() -> None:
    record = talk_on(TEXT, "Hội đàm lần thứ XIII, năm 2025", "lần thứ XIII", "XIII, năm", "năm 2025")
    html = re.sub(r"<mark[^>]*>", "[", marked(TEXT, marks_of(record, TEXT), "p")).replace("</mark>", "]")
    assert html == "[Hội đàm [lần thứ [XIII]][, [năm]][ 2025]]<br>\nĐại tá Vừ A Khua.<br>\n"
    assert Page(marked(TEXT, marks_of(record, TEXT), "p")).text == TEXT


def test_a_mark_says_what_rests_on_it_and_why() -> None:
    person = Person(name="Vừ A Khua", roles=("head", "speaker"), evidence=(
        evidence(TEXT, "name", "Vừ A Khua", "rule:people.name"), evidence(TEXT, "roles", "Vừ A Khua", "llm:m"),
    ))  # fmt: skip
    (mark,) = marks_of(TalkRecord(document=Document(id="x"), people=(person,)), TEXT)
    assert mark.says == "people[0].name = Vừ A Khua ← rule:people.name\npeople[0].roles = head; speaker ← llm:m"
    assert mark.part == "people"


def test_a_mark_has_the_colour_of_what_it_is_not_of_what_it_serves() -> None:
    title = Document(id="x", title="năm 2025", evidence=(evidence(TEXT, "title", "năm 2025"),))
    date = DateEntry(text="năm 2025", value="2025", evidence=(evidence(TEXT, "value", "năm 2025"),))
    assert [m.part for m in marks_of(TalkRecord(document=title, dates=(date,)), TEXT)] == ["dates"]
    assert [m.part for m in marks_of(TalkRecord(document=title), TEXT)] == ["document"]


@pytest.mark.parametrize("case", [*seeds(), *odd_articles(), *invented_articles()], ids=lambda c: c.id)
def test_the_article_is_shown_unchanged_and_every_value_leads_to_its_words(case: Case) -> None:
    done = EXTRACTOR.run(case.text, id=case.id, published=case.published)
    page = Page(done._repr_html_())
    assert page.article == case.text.replace("\r\n", "\n")
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    if done.record.talk is not None:
        kind = next(e for e in done.record.talk.evidence if e.field == "kind")
        assert any(f"talk.kind = {done.record.talk.kind} ← {kind.source}" in tip for tip in page.tips.values())
    assert page.tags <= {
        "div", "style", "mark", "p", "ul", "li", "table", "caption", "tbody", "tr", "th", "td", "a", "br", "span",
    }  # fmt: skip


def test_nothing_of_an_article_is_markup_and_nothing_steers_the_page() -> None:
    nasty = "<script>alert(1)</script> \"' & \x00\x1b[31m \u202eđảo\u202c <img src=x onerror=y>"
    person = Person(name="A<b>", evidence=(evidence(nasty, "name", "<script>"), evidence(nasty, "rank", "\"' & \x00")))
    record = TalkRecord(document=Document(id="<i>", title=nasty), people=(person,))
    for html in (show(record, nasty).html, show(record).html, show([record]).html):
        page = Page(html)
        assert page.tags.isdisjoint({"script", "img", "b", "i"})
        assert not re.search("[\x00\x1b\u202e\u202c]", html)
    assert Page(show(record, nasty).html).article == re.sub("[\x00\x1b\u202e\u202c]", "\ufffd", nasty)


def test_the_text_of_another_record_is_refused_by_name_and_place() -> None:
    record = talk_on(TEXT, "lần thứ XIII")
    with pytest.raises(UsageError, match=r"'x': talk.name rests on characters 8 to 20"):
        show(record, "Một bài khác, dài hơn thế nhiều.")


def test_what_show_does_not_take() -> None:
    record = talk_on(TEXT)
    with pytest.raises(UsageError, match="each record with its own"):
        show([record], TEXT)
    with pytest.raises(UsageError, match=r"records\[1\] must be a TalkRecord, not str"):
        show([record, "x"])  # type: ignore[list-item]
    with pytest.raises(UsageError, match="not int"):
        show(1)  # type: ignore[arg-type]


def test_a_record_alone_shows_all_values_with_their_evidence() -> None:
    record = EXTRACTOR.extract(seeds()[1].text, id="001")
    text = Page(record._repr_html_()).text
    for piece in ("Pạ Sợt Phổn Mạ Lắt", "unit:LA-LP:security", "“Đại tá” 190–196 rule:", "talk.period", "co_chair"):
        assert piece in text
    assert "counterpart" in text  # a column that some item fills
    assert "signed" not in text  # one that none does


def test_records_are_a_row_each_and_no_more_than_one_reads() -> None:
    records = [TalkRecord(document=Document(id=f"d{i}")) for i in range(201)]
    page = Page(show(records).html)
    assert "d199" in page.text
    assert "d200" not in page.text
    assert "The first 200 records are shown." in page.text
    assert "first 200" not in Page(show(records[:200]).html).text
    assert Page(show([]).html).text.endswith("gaps")


def test_nothing_found_shows_the_text_alone() -> None:
    done = EXTRACTOR.run("Giá vàng hôm nay tăng.", id="x")
    assert isinstance(done, Extraction)
    page = Page(done._repr_html_())
    assert page.article == "Giá vàng hôm nay tăng."
    assert "none reported" in page.text
    assert "the text is not Vietnamese" in Page(EXTRACTOR.run("Gold is up.")._repr_html_()).text


def test_nothing_is_fetched_and_every_kind_has_a_look_of_its_own() -> None:
    html = show(talk_on(TEXT, "lần"), TEXT).html
    assert not re.search(r"https?:|url\(|@import|<script|<link", html)
    looks = re.findall(r"\.tx \.tx-(\w+)\{(--c:[\d,]+;--l:\w+)\}", STYLE)
    assert {part for part, _ in looks} == set(KINDS)
    assert len({look for _, look in looks}) == len(KINDS)


# What readers with each kind of colour vision see: linear light, after Machado, Oliveira and Fernandes,
# "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.
VISIONS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}  # fmt: skip
# The ground and the text of a white page, JupyterLab, a dark page of Chromium, JupyterLab in the dark, nbviewer's slate.
PAGES = [((255,) * 3, (0,) * 3), ((255,) * 3, (33,) * 3), ((18,) * 3, (255,) * 3), ((17,) * 3, (222,) * 3), ((33,) * 3, (222,) * 3)]  # fmt: skip
LOOKS = {
    part: (tuple(map(int, colour.split(","))), line)
    for part, colour, line in re.findall(r"\.tx \.tx-(\w+)\{--c:([\d,]+);--l:(\w+)\}", STYLE)
}


def seen(colour: Colour, vision: str) -> list[float]:
    """The place of a colour in OKLab (Ottosson, 2020), as `vision` sees it."""

    def times(matrix: Iterable[Iterable[float]], vector: list[float]) -> list[float]:
        return [sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix]

    rgb = [min(1.0, max(0.0, x)) for x in times(VISIONS[vision], light(colour))]
    cones = times(
        ((0.4122214708, 0.5363325363, 0.0514459929), (0.2119034982, 0.6806995451, 0.1073969566), (0.0883024619, 0.2817188376, 0.6299787005)),
        rgb,
    )  # fmt: skip
    return times(
        ((0.2104542553, 0.793617785, -0.0040720468), (1.9779984951, -2.428592205, 0.4505937099), (0.0259040371, 0.7827717662, -0.808675766)),
        [x ** (1 / 3) for x in cones],
    )  # fmt: skip


def test_the_measures_are_those_of_the_standards() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == 21
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
    assert seen((255, 255, 255), "usual") == pytest.approx([1, 0, 0], abs=1e-4)
    assert seen((255, 0, 0), "usual") == pytest.approx([0.628, 0.225, 0.126], abs=1e-3)
    assert math.dist(seen((230, 159, 0), "deuteranopia"), seen((190, 175, 20), "deuteranopia")) < 0.03


@pytest.mark.parametrize(("ground", "text"), PAGES)
def test_the_lines_under_marks_stand_out_on_light_and_dark_pages(ground: Colour, text: Colour) -> None:
    assert "--ink:color-mix(in srgb,rgb(var(--c)) 70%,currentColor)" in STYLE
    assert "background:rgba(var(--c),.18)" in STYLE
    for part, (colour, _) in LOOKS.items():
        line, tint = mixed(colour, text, 0.3), mixed(ground, colour, 0.18)
        assert contrast(line, ground) >= 3, part
        assert contrast(line, tint) >= 3, part
        assert contrast(text, tint) >= 7, part


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize(("ground", "text"), PAGES)
def test_lines_of_one_style_are_told_apart_with_any_colour_vision(ground: Colour, text: Colour, vision: str) -> None:
    for (a, (colour, line)), (b, (other, other_line)) in itertools.combinations(LOOKS.items(), 2):
        if line == other_line:
            places = [seen(mixed(c, text, 0.3), vision) for c in (colour, other)]
            assert math.dist(*places) >= 0.08, (a, b)  # four times what is just seen


def test_two_articles_of_one_notebook_share_no_id() -> None:
    a, b = (Page(show(talk_on(text, "lần thứ"), text).html).ids for text in (TEXT, TEXT + "x"))
    assert not set(a) & set(b)
