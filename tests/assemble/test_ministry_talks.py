"""Units, posts and sides in the wordings of talks with China and of ministries; all passages are invented."""

from __future__ import annotations

import pytest

from talkextract import extract

DAY = "Ngày 5/6/2021, "


def units_of(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(u.name, u.country, u.parent) for u in extract(DAY + text).units]


def people_of(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(p.name, p.position, p.unit, p.country) for p in extract(DAY + text).people]


def sides_of(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(d.country, d.units, d.head) for d in extract(DAY + text).delegations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Đồn Biên phòng Pha Long hội đàm với Phân trạm Kiều Đầu- Trạm kiểm tra Biên phòng xuất nhập cảnh Mã Quan, "
                "tỉnh Vân Nam (Trung Quốc)."
            ),
            [
                ("Đồn Biên phòng Pha Long", "VN", None),
                ("Phân trạm Kiều Đầu", "CN", "Trạm kiểm tra Biên phòng xuất nhập cảnh Mã Quan"),
                ("Trạm kiểm tra Biên phòng xuất nhập cảnh Mã Quan", "CN", None),
            ],
        ),
        (
            (
                "Đồn Biên phòng Pha Long tuần tra với Đồn Quản lý biên giới Lão Khải (Đại đội quản lý biên giới huyện Mã "
                "Quan, Trung Quốc)."
            ),
            [
                ("Đồn Biên phòng Pha Long", "VN", None),
                ("Đồn Quản lý biên giới Lão Khải", "CN", "Đại đội quản lý biên giới huyện Mã Quan"),
                ("Đại đội quản lý biên giới huyện Mã Quan", "CN", None),
            ],
        ),
        (
            "CSB Việt Nam và Cục CSB Trung Quốc hội đàm.",
            [("Cảnh sát biển Việt Nam", "VN", None), ("Cục Cảnh sát biển Trung Quốc", "CN", None)],
        ),
        (
            "Công an huyện Mường Lạn và Công an xã Mường Lạn bắt giữ một đối tượng.",
            [("Công an huyện Mường Lạn", "VN", None), ("Công an xã Mường Lạn", "VN", None)],
        ),
        (
            "Chi đội Tàu khu trục số 12, Căn cứ Hải quân Tam Á của Trung Quốc tuần tra.",
            [
                ("Chi đội Tàu khu trục số 12", "CN", "Căn cứ Hải quân Tam Á"),
                ("Căn cứ Hải quân Tam Á", "CN", None),
            ],
        ),
        ("cán bộ, chiến sĩ Bộ đội Biên phòng Việt Nam giúp dân.", []),
        (
            "Bộ đội Biên phòng Việt Nam và Cục Quản lý di dân quốc gia Trung Quốc hội đàm.",
            [("Bộ đội Biên phòng Việt Nam", "VN", None), ("Cục Quản lý di dân quốc gia Trung Quốc", "CN", None)],
        ),
    ],
)
def test_the_units_are_told_by_their_grammar(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert units_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "cuộc họp do bà Lò Thị Mai, Chủ tịch Phân ban Việt Nam trong Ủy ban liên hợp, Phó Chủ nhiệm Ủy ban Biên "
                "giới quốc gia và ông Lý Kiến Hoa, Chủ tịch Phân ban Trung Quốc trong Ủy ban liên hợp, Tham tán Vụ Biên "
                "hải, Bộ Ngoại giao Trung Quốc đồng chủ trì."
            ),
            [
                ("Lò Thị Mai", "Chủ tịch, Phó Chủ nhiệm", "Ủy ban Biên giới quốc gia", "VN"),
                ("Lý Kiến Hoa", "Chủ tịch, Tham tán", "Vụ Biên hải", "CN"),
            ],
        ),
        (
            (
                "Thứ trưởng Bộ Ngoại giao Lò Văn Thử, Tổng thư ký Ủy ban chỉ đạo hợp tác song phương phía Việt Nam hội đàm "
                "với Thứ trưởng Bộ Ngoại giao Trung Quốc, Tổng thư ký Ủy ban chỉ đạo hợp tác song phương phía Trung Quốc "
                "Lý Kiến Hoa."
            ),
            [
                ("Lò Văn Thử", "Thứ trưởng, Tổng thư ký", "Bộ Ngoại giao", "VN"),
                ("Lý Kiến Hoa", "Thứ trưởng, Tổng thư ký", "Bộ Ngoại giao Trung Quốc", "CN"),
            ],
        ),
        (
            "lực lượng chức năng bắt quả tang Lò Văn Thử (SN 1990, trú tại xã Mường Lạn) và Vàng A Sử, sinh năm 1985.",
            [("Lò Văn Thử", None, None, "VN"), ("Vàng A Sử", None, None, "VN")],
        ),
        ("học sinh bản Nà Thử (sinh năm 2010) dự lễ.", []),
    ],
)
def test_the_posts_of_a_person(text: str, expected: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert people_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "8 đồn Biên phòng trên địa bàn tỉnh Lạng Sơn hội đàm với Trạm Hội ngộ hội đàm Bộ đội Biên phòng địa khu "
                "Bằng Tường Quảng Tây."
            ),
            [
                ("VN", ("Bộ đội Biên phòng tỉnh Lạng Sơn",), None),
                ("CN", ("Trạm Hội ngộ hội đàm Bộ đội Biên phòng địa khu Bằng Tường Quảng Tây",), None),
            ],
        ),
        (
            (
                "đoàn đại biểu huyện Kim Bình (Trung Quốc) do đồng chí Lý Vân - Bí thư Huyện ủy Kim Bình làm trưởng đoàn "
                "hội đàm với huyện Phong Thổ, tỉnh Lai Châu."
            ),
            [("CN", ("huyện Kim Bình",), "Lý Vân"), ("VN", ("huyện Phong Thổ",), None)],
        ),
        (
            (
                "theo chương trình phối hợp giữa Bộ Công an Việt Nam và Bộ Công an Trung Quốc, đoàn Công an tỉnh Lạng Sơn "
                "hội đàm với Công an khu tự trị Quảng Tây."
            ),
            [("VN", ("Công an tỉnh Lạng Sơn",), None), ("CN", ("Công an khu tự trị Quảng Tây",), None)],
        ),
        (
            (
                "Đồn Biên phòng Nà Thử hội đàm với Đại đội Biên phòng 213 (Lào). Hai bên dự lễ khởi công doanh trại Đại "
                "đội Biên phòng 217."
            ),
            [("VN", ("Đồn Biên phòng Nà Thử",), None), ("LA", ("Đại đội Biên phòng 213",), None)],
        ),
        (
            (
                "đoàn Bộ Công an do Thượng tướng Lò Văn Thử, Thứ trưởng dẫn đầu, đã có buổi làm việc với ông Sok Vanna, "
                "Quốc vụ khanh Bộ Nội vụ Campuchia."
            ),
            [("VN", ("Bộ Công an",), "Lò Văn Thử"), ("KH", (), "Sok Vanna")],
        ),
        (
            (
                "Bộ Tư lệnh Cảnh sát biển Việt Nam tổ chức hội nghị với bạn Trung Quốc. Thiếu tướng Lò Văn Thử, Tư lệnh Cảnh "
                "sát biển Việt Nam và ông Lý Kiến Hoa, Phó Cục trưởng Cục Cảnh sát biển Trung Quốc đồng chủ trì. Đoàn Cảnh "
                "sát biển Trung Quốc đánh giá cao kết quả."
            ),
            [
                ("VN", ("Bộ Tư lệnh Cảnh sát biển Việt Nam",), "Lò Văn Thử"),
                ("CN", ("Cảnh sát biển Trung Quốc",), "Lý Kiến Hoa"),
            ],
        ),
        (
            (
                "Thiếu tá Lò Văn Thử, Đồn trưởng Đồn Biên phòng Nà Thử, tỉnh Lạng Sơn - Trưởng đoàn phía Việt Nam và đồng "
                "chí Cảnh đốc cấp 1, Lý Minh Vương, làm Trưởng đoàn phía Trung Quốc dự hội đàm."
            ),
            [("VN", (), "Lò Văn Thử"), ("CN", (), "Lý Minh Vương")],
        ),
    ],
)
def test_what_is_sent_and_who_leads(text: str, expected: list[tuple[str, tuple[str, ...], str | None]]) -> None:
    assert sides_of(text) == expected


def test_the_long_name_of_a_state_keeps_two_ministers_apart() -> None:
    people = extract(
        DAY
        + "Đại tướng Lò Văn Thử, Bộ trưởng Bộ Quốc phòng nước Cộng hòa xã hội chủ nghĩa Việt Nam và Thượng tướng Lý "
        "Kiến Hoa, Bộ trưởng Bộ Quốc phòng nước Cộng hòa Nhân dân Trung Hoa đồng chủ trì hội đàm."
    ).people
    assert [(p.name, p.country, p.roles) for p in people] == [
        ("Lò Văn Thử", "VN", ("co_chair",)),
        ("Lý Kiến Hoa", "CN", ("co_chair",)),
    ]
