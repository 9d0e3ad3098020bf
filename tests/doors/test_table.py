"""The table: what it shows of a record, at any width, and that an article cannot steer the terminal."""

from __future__ import annotations

import io
import json

import pytest
from rich.console import Console

from support import SEED_GOLD
from talkextract.doors.table import block
from talkextract.doors.terminal import console_on
from talkextract.record import Document, Talk, TalkRecord


def record_of(number: str) -> TalkRecord:
    """The gold record of a seed, as a record without evidence."""
    (path,) = SEED_GOLD.glob(f"{number}_*.json")
    gold = json.loads(path.read_text("utf-8"))
    gold.pop("given")
    gold["topics"] = [{"topic": name} for name in gold["topics"]]
    return TalkRecord.model_validate(gold)


def shown(record: TalkRecord, width: int) -> list[str]:
    console = Console(file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False)
    console.print(block(record, width))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_a_block_fits_its_console_and_is_no_wider_than_one_reads(number: str, width: int) -> None:
    lines = shown(record_of(number), width)
    assert {len(line) for line in lines} == {min(width, 120)}


def test_what_a_block_shows() -> None:
    text = "\n".join(shown(record_of("002"), 120))
    for piece in (
        "002_b4c6740c1dbce7cf", "talks · professional · held", "2022-07-22", "2021-07/2022-07-22", "online",
        "Trung tá Quản Anh Tuấn, Đồn trưởng", "Đồn Biên phòng Y Tý", "Chu Nghĩa An, Trạm trưởng",
        "Biên bản ghi nhớ Hội đàm công tác thường niên cấp tỉnh lần thứ 15 (memorandum, cited, 2021-11-23)",
        "Ma Lù Thàng - Kim Thủy Hà (bilateral_gate → international_gate)", "joint_patrol", "talk.round",
    ):  # fmt: skip
        assert piece in text
    text = "\n".join(shown(record_of("004"), 120))
    for piece in (
        "khu vực mốc 144 trên tuyến biên giới",
        "310,000 viên: ma túy tổng hợp",
        "3,100,000,000 VND",
        "no head found",
    ):
        assert piece in text
    assert "phường Điện Biên Phủ, tỉnh Điện Biên (VN-71)" in "\n".join(shown(record_of("001"), 120))


def test_a_record_without_a_talk() -> None:
    assert "none reported" in "\n".join(shown(TalkRecord(document=Document(id="x")), 80))


def test_an_article_cannot_steer_the_terminal_nor_the_markup() -> None:
    talk = Talk(kind="talks", status="held", name="[bold]đậm[/bold] :smile: \x1b[31mđỏ\x07")
    out = io.StringIO()
    console_on(out).print(block(TalkRecord(document=Document(id="[red]x\x1b]0;y"), talk=talk), 80))
    assert "\x1b" not in out.getvalue()
    assert "[bold]đậm[/bold] :smile: \ufffd[31mđỏ\ufffd" in out.getvalue()
    assert "[red]x\ufffd]0;y" in out.getvalue()
