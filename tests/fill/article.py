"""One article for the tests of the fill, and what a model makes of it where rules are taken away."""

from __future__ import annotations

from typing import Any

from fill.fakes import FakeLLM, answering
from fill.measure import with_model, without
from talkextract import Extraction
from talkextract.record import TalkRecord

TEXT = (
    "Điện Biên - Luang Prabang giữ yên đường biên\n\n"
    "Ngày 16/9/2025, tại phường Mường Thanh, tỉnh Điện Biên, Bộ Chỉ huy Bộ đội Biên phòng tỉnh Điện Biên tổ chức Hội đàm "
    "thường niên lần thứ XIII với Ty An ninh tỉnh Luang Prabang, Lào.\n\n"
    "Đoàn Việt Nam do Đại tá Vừ A Khua, Phó Chỉ huy trưởng Bộ Chỉ huy Bộ đội Biên phòng tỉnh Điện Biên làm trưởng đoàn; đoàn "
    "Lào do Đại tá Xổm Bun Khăm Phết, Phó Giám đốc Ty An ninh tỉnh Luang Prabang làm trưởng đoàn. Cùng dự có Trung tá Lò Văn "
    "Thử, Đồn trưởng Đồn Biên phòng Mường Mươn.\n\n"
    "Hai bên đánh giá kết quả phối hợp 6 tháng đầu năm 2025: tuần tra chung 12 lần, bắt giữ 5 đối tượng, thu 3.000 viên ma "
    "túy tổng hợp. Năm 2026, hai bên tiếp tục phối hợp. Trước đó, ngày 5/3/2024, hai bên gặp nhau tại huyện Mường Chà. Bộ Chỉ "
    "huy duy trì giao ban định kỳ với các đồn.\n\n"
    "Kết thúc hội đàm, hai bên ký Biên bản ghi nhớ về phối hợp bảo vệ biên giới; thực hiện Hiệp định về quy chế quản lý biên "
    "giới năm 2016."
)


def asking(file: str, answers: dict[str, Any] | FakeLLM, *, text: str = TEXT, **options: Any) -> Extraction:
    """The extraction of an article by all rules but those of one file, with a model that gives these answers."""
    llm = answers if isinstance(answers, FakeLLM) else answering(answers)
    return with_model(without(file), llm, **options).run(text)


def rules_alone(file: str, text: str = TEXT) -> TalkRecord:
    """The record of all rules but those of one file."""
    return without(file).extract(text)


def reasons(done: Extraction, path: str) -> list[str]:
    """Why the answers for a path were refused."""
    assert done.fill is not None
    return [r.reason for r in done.fill.refused if r.path == path]
