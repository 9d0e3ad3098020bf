"""Saved pages: what of them becomes an article, and what its record says."""

from __future__ import annotations

import datetime
import logging
import random
import socket
import sys
import tomllib
import unicodedata
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest
import time_machine

from support import ROOT, evidence_of, odd_articles, seeds, values_of
from talkextract import Extractor, InputError, TalkextractError, UsageError
from talkextract.html import read_html

PAGES = ROOT / "tests" / "pages"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((PAGES / "expected.toml").read_text("utf-8"))
FILES = {path.stem: path for path in PAGES.iterdir() if path.suffix in (".html", ".utf8")}
EXTRACTOR = Extractor()


def windows_1258(text: str) -> bytes:
    """Text as windows-1258, which has letters with hats and hooks, and the tone marks behind them."""
    out = bytearray()
    for c in text:
        decomposed = unicodedata.normalize("NFD", c)
        tone = next((m for m in "\u0300\u0301\u0303\u0309\u0323" if m in decomposed), "")
        letter = unicodedata.normalize("NFC", decomposed.replace(tone, "")) if tone else c
        out += letter.encode("cp1258") + tone.encode("cp1258")
    return bytes(out)


def page(name: str) -> bytes:
    """A page in its own encoding; those that git could not show are kept as UTF-8."""
    text = FILES[name].read_text("utf-8")
    if name == "table_layout":
        return windows_1258(text)
    return text.encode("utf-16" if name == "aspnet" else "utf-8")


def test_every_page_has_its_expectation() -> None:
    assert set(EXPECTED) == set(FILES)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_article_of_a_page(name: str) -> None:
    expected = EXPECTED[name]
    article = read_html(page(name), id=name)
    lines = [line for line in article.text.split("\n") if line not in expected["beside"]]
    assert lines == expected["text"].strip("\n").split("\n")
    assert (article.id, article.published, article.url) == (name, expected.get("published"), expected.get("url"))


@pytest.mark.parametrize("name", EXPECTED)
def test_the_record_of_a_page_and_its_grounding(name: str) -> None:
    article = read_html(page(name))
    done = EXTRACTOR.run(article.text, published=article.published, url=article.url)
    record, expected = done.record, EXPECTED[name]["document"]
    said = record.document
    assert (said.title, said.publisher, said.published) == tuple(
        expected.get(k) for k in ("title", "publisher", "published")
    )
    assert [list(said.authors), list(said.photographers)] == [expected.get(k, []) for k in ("authors", "photographers")]
    for e in evidence_of(record.model_dump(mode="json")):
        assert done.text[e["start"] : e["end"]] == e["text"]
    # what has no evidence is the caller's: the day and the url of the markup
    shown = {e.field for e in said.evidence}
    assert {f for f in ("title", "publisher", "authors") if getattr(said, f)} <= shown
    assert ("published" in shown) == (said.published is not None and article.published is None)


@pytest.mark.parametrize("name", [name for name, expected in EXPECTED.items() if "talk" in expected])
def test_the_talk_of_a_page(name: str) -> None:
    article = read_html(page(name))
    record = EXTRACTOR.extract(article.text, published=article.published)
    expected = EXPECTED[name]["talk"]
    assert record.talk is not None
    assert (record.talk.kind, record.talk.date) == (expected["kind"], expected.get("date"))
    assert record.talk.place is not None
    assert record.talk.place.name == expected["place"]
    if "heads" in expected:
        assert [side.head for side in record.delegations if side.head] == expected["heads"]
    assert [f.value for f in record.figures] == expected["figures"]


# --- articles of the project, as pages ------------------------------------------------------------------------------

MENU = "<div>" + "".join(f"<a href='/{i}'>Mục {i}</a> " for i in range(8)) + "</div>"
MORE = (
    "<ul>" + "".join(f"<li><a href='/{i}'>Tin khác số {i} về tình hình trong tỉnh</a></li>" for i in range(6)) + "</ul>"
)


def paragraphs(title: str, lines: list[str]) -> str:
    return f"{MENU}<h1>{title}</h1><div class='article-body'>{''.join(f'<p>{x}</p>' for x in lines)}</div>{MORE}"


def line_breaks(title: str, lines: list[str]) -> str:
    lead, *rest = lines
    return (
        f"{MENU}<div>{title}</div><div class='sapo'>{lead}</div><div id='noidung'>{'<br><br>'.join(rest)}</div>{MORE}"
    )


def tables(title: str, lines: list[str]) -> str:
    body = "".join(f"<p><font>{x}</font></p>" for x in lines)
    inner = f"<table><tr><td><b>{title}</b></td></tr><tr><td>{body}</td></tr></table>"
    return f"<table><tr><td>{MENU}</td><td>{inner}</td></tr></table>{MORE}"


@pytest.mark.parametrize("layout", [paragraphs, line_breaks, tables])
def test_an_article_in_a_page_gives_the_record_of_its_text(layout: Callable[[str, list[str]], str]) -> None:
    tried = 0
    for case in [*seeds(), *odd_articles()]:
        plain = EXTRACTOR.extract(case.text, published=case.published)
        lines = [" ".join(line.split()) for line in case.text.split("\n") if line.strip()]
        title = " ".join((plain.document.title or "").split())
        if title not in lines:
            continue
        lines.remove(title)
        whole = layout(escape(title), [escape(line) for line in lines])
        page = f"<html><head><title>{escape(title)} - Trang thử</title></head><body>{whole}</body></html>"
        record = EXTRACTOR.extract(read_html(page).text, published=case.published)
        for part in ("talk", "delegations", "people", "figures", "agreements", "other_talks"):
            got, wanted = (r.model_dump(mode="json")[part] for r in (record, plain))
            assert values_of(got) == values_of(wanted), (case.id, part)
        tried += 1
    assert tried > 20


# --- bytes ----------------------------------------------------------------------------------------------------------

OLD = FILES["table_layout"].read_text("utf-8")
NEW = FILES["json_ld"].read_text("utf-8")


@pytest.mark.parametrize("declared", ["windows-1258", "iso-8859-1", "utf-8", "x-unheard-of", "", "utf-16"])
def test_windows_1258_is_read_whatever_the_page_declares(declared: str) -> None:
    data = windows_1258(OLD.replace("windows-1258", declared))
    assert read_html(data) == read_html(OLD)
    assert "Hồ Văn Mẫu, Chính ủy Bộ đội Biên phòng" in read_html(data).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1258", "iso-8859-1"])
def test_unicode_is_read_whatever_the_page_declares(encoding: str, declared: str) -> None:
    data = NEW.replace('charset="utf-8"', f'charset="{declared}"').encode(encoding)
    assert read_html(data) == read_html(NEW)


def test_a_character_cut_in_two_costs_no_more_than_itself() -> None:
    data = NEW.encode().replace("Sáng 11/6".encode(), b"S\xc3ng 11/6", 1)
    assert read_html(data).text == read_html(NEW).text.replace("Sáng 11/6", "S\ufffdng 11/6")


def test_decomposed_letters_give_the_same_article() -> None:
    assert read_html(unicodedata.normalize("NFD", NEW)).text == read_html(NEW).text


# --- what counts ----------------------------------------------------------------------------------------------------

LEAD = "Ngày 16/9, tại Điện Biên, Bộ đội Biên phòng tỉnh Điện Biên hội đàm với Công an tỉnh Hủa Phăn, Lào."
BODY = f"<p>{LEAD}</p><p>Hai bên thống nhất tăng cường tuần tra song phương trên toàn tuyến biên giới.</p>"


def made(head: str = "", above: str = "", body: str = BODY, below: str = "") -> str:
    return f"<html><head>{head}</head><body><h1>Điện Biên hội đàm</h1>{above}<div>{body}</div>{below}</body></html>"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2025-09-17T07:05:09+07:00">', "2025-09-17T07:05+07:00"),
        ('<meta property="article:published_time" content="2025-09-17">', "2025-09-17"),
        ('<meta property="article:published_time" content="2025-09-17T07:05">', "2025-09-17T07:05"),
        ('<meta property="article:published_time" content="2025-09-17T00:00:00Z">', "2025-09-17"),
        # three in the morning in Vietnam is the evening before in London
        ('<meta property="article:published_time" content="2025-09-16T20:05:00Z">', "2025-09-17T03:05+07:00"),
        ('<meta property="article:modified_time" content="2025-09-20"><meta name="pubdate" content="2025-09-17">', "2025-09-17"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-09-17"}</script>', "2025-09-17"),
        ('<link rel="canonical" href="https://a.example/2025/09/17/hoi-dam.html">', "2025-09-17"),
        ('<meta property="article:published_time" content="sắp tới">', None),
        ('<meta property="article:modified_time" content="2023-01-02T07:05:09+07:00">', None),
        ('<meta property="og:updated_time" content="2023-01-02">', None),
        ('<meta http-equiv="last-modified" content="Mon, 02 Jan 2023 07:05:09 GMT">', None),
        ('<meta itemprop="copyrightYear" content="2023">', None),
        ('<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2023-01-02"}</script>', None),
        ("", None),
    ],
)  # fmt: skip
def test_the_day_that_the_markup_names(head: str, published: str | None) -> None:
    assert read_html(made(head)).published == published


@pytest.mark.parametrize(
    "around",
    [
        '<div class="date">Thứ sáu, 27/11/2026</div>',
        "<p>Tin ngày 5/5/2024</p>",
        '<ul><li><time datetime="2024-05-05">5/5</time> <a href="x">Khai giảng</a></li></ul>',
    ],
)
def test_days_around_the_article_are_not_its_own(around: str) -> None:
    page = made(below=around).replace("<body>", f"<body>{around}")
    assert read_html(page).published is None


def test_the_callers_url_counts() -> None:
    head = '<link rel="canonical" href="https://a.example/x.html">'
    assert read_html(made(head)).url == "https://a.example/x.html"
    assert read_html(made(head), url="https://b.example/y.html").url == "https://b.example/y.html"


def test_an_author_whom_only_the_markup_names_signs_the_text() -> None:
    head = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","author":{"@type":"Person","name":"Lò Thanh Mai"}}</script>'
    article = read_html(made(head))
    assert article.text.endswith("\nLò Thanh Mai")
    assert EXTRACTOR.extract(article.text).document.authors == ("Lò Thanh Mai",)


def test_a_headline_in_the_page_counts_before_that_of_the_markup() -> None:
    head = '<meta property="og:title" content="Điện Biên hội đàm với tỉnh bạn">'
    article = read_html(made(head))
    assert article.text.startswith(f"Điện Biên hội đàm\n{LEAD}")
    assert EXTRACTOR.extract(article.text).document.title == "Điện Biên hội đàm"


def test_a_headline_of_the_markup_alone_stands_above_the_text() -> None:
    head = '<meta property="og:title" content="Điện Biên hội đàm với tỉnh bạn">'
    article = read_html(made(head).replace("h1>", "h5>").replace("<h5>Điện Biên hội đàm</h5>", ""))
    assert article.text.startswith(f"Điện Biên hội đàm với tỉnh bạn\n{LEAD}")


def test_a_heading_that_names_the_paper_is_no_headline() -> None:
    head = '<meta property="og:title" content="Điện Biên hội đàm">'
    named = made(head).replace(
        "<h1>Điện Biên hội đàm</h1>", "<h1>Báo Vùng Cao</h1><p>Số 0</p><h2>Điện Biên hội đàm</h2>"
    )
    assert read_html(named).text.startswith(f"Điện Biên hội đàm\n{LEAD}")


@pytest.mark.parametrize("piece", [f"<div>{BODY}</div>", BODY, f"<p>{LEAD}</p>", f"<!-- {'x' * 99} -->{BODY}"])
def test_a_piece_of_a_page_is_read(piece: str) -> None:
    assert read_html(piece).text.startswith(LEAD)


def test_what_the_page_hides_is_no_part_of_the_article() -> None:
    above = '<div style="display: none">Ngày 1/1/2001 hội đàm</div><p hidden>Ngày 2/2/2002 hội đàm</p>'
    assert read_html(made(above=above)).text == read_html(made()).text


def test_links_to_other_articles_are_left_out_but_links_in_a_sentence_stay() -> None:
    body = (
        BODY.replace("Hủa Phăn", '<a href="/hua-phan">Hủa Phăn</a>')
        + '<p><a href="/x">Sơn La khai giảng</a></p>'
        + BODY
    )
    text = read_html(made(body=body)).text
    assert LEAD in text
    assert "khai giảng" not in text


def test_the_clock_changes_nothing() -> None:
    seen = set()
    for year in (1999, 2026, 2090):
        with time_machine.travel(datetime.datetime(year, 1, 2, tzinfo=datetime.UTC), tick=False):
            seen.add(tuple(read_html(page(name)) for name in EXPECTED))
    assert len(seen) == 1


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for name in EXPECTED:
        read_html(page(name), url="https://a.example/x")


# --- what cannot be read --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [b"", "chỉ là chữ".encode(), b"%PDF-1.7 <</Length 1>>", bytes(1000), bytes(range(256)) * 9]
)
def test_what_is_no_html_is_an_error_in_words(data: bytes) -> None:
    with pytest.raises(InputError, match="no HTML"):
        read_html(data)


def test_a_page_too_large_is_an_error_in_words() -> None:
    with pytest.raises(InputError, match=r"6,000,000 bytes; pages of up to 5,000,000 are read"):
        read_html(b"<html>".ljust(6_000_000))


def test_a_tag_of_countless_attributes_is_an_error_in_words() -> None:
    with pytest.raises(InputError, match=r"more than 10,000 attributes"):
        read_html("<html><body " + " ".join(f"a{i}=1" for i in range(20_000)) + "><p>x</p>")


@pytest.mark.parametrize("data", [None, 3, Path("x.html")])
def test_what_is_no_page_is_wrong_usage(data: Any) -> None:
    with pytest.raises(UsageError, match="page must be bytes or str"):
        read_html(data)


def test_without_trafilatura_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UsageError, match=r"pip install 'talkextract\[html\]'"):
        read_html(NEW)


@pytest.mark.parametrize(
    "part", ["<div>" * 20_000, "</div>" * 20_000, "<table><tr><td>" * 2_000, "<span>" * 5_000, "<a href=x>" * 5_000]
)
def test_broken_and_deep_html_is_read_or_refused_in_words(part: str) -> None:
    try:
        article = read_html(made(below=part))
    except InputError:
        return
    assert "\x00" not in article.text


def test_damaged_pages_never_end_in_a_traceback(caplog: pytest.LogCaptureFixture) -> None:
    chance = random.Random(7)
    whole = NEW.encode()
    with caplog.at_level(logging.ERROR):
        for _ in range(60):
            data = bytearray(whole[: chance.choice([len(whole), chance.randrange(len(whole))])])
            for _ in range(chance.randrange(60)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            try:
                article = read_html(bytes(data))
            except TalkextractError:
                continue
            assert unicodedata.is_normalized("NFC", article.text)
            EXTRACTOR.run(article.text, published=article.published, url=article.url)
