"""Events that papers tell in less common words: where they are held, what they are called, and who meets there."""

from __future__ import annotations

import pytest

from talkextract import extract
from talkextract.record import TalkRecord

_PUBLISHED = "2024-06-20"


def record(text: str) -> TalkRecord:
    return extract(text, published=_PUBLISHED)


@pytest.mark.parametrize(("where", "name", "region"), [
    # a house called in two words, the second in small letters
    ("Nhà khách Hữu nghị thuộc cửa khẩu quốc tế Nậm Cắn (xã Sen Bụt)",
     "Nhà khách Hữu nghị thuộc cửa khẩu quốc tế Nậm Cắn", "VN-22"),
    ("Khách sạn Công đoàn, TP Vinh", "Khách sạn Công đoàn, TP Vinh", "VN-22"),
    ("Trung tâm Văn hóa - Thông tin huyện Hà Quảng", "Trung tâm Văn hóa - Thông tin huyện Hà Quảng", "VN-04"),
    # … after a body
    ("Văn phòng Ủy ban nhân dân huyện Sê Pôn, tỉnh Savannakhet",
     "Văn phòng Ủy ban nhân dân huyện Sê Pôn, tỉnh Savannakhet", "LA-SV"),
    ("Nhà khách Quân khu 4, thành phố Vinh", "Nhà khách Quân khu 4, thành phố Vinh", "VN-22"),
    ("hội trường lớn Tỉnh ủy Tây Ninh", "hội trường lớn Tỉnh ủy Tây Ninh", "VN-37"),
    ("Văn phòng cửa khẩu Nam Giang (huyện Nam Giang)", "Văn phòng cửa khẩu Nam Giang", "VN-27"),
    # … or a number
    ("trụ sở Đại đội Biên phòng 252, bản Sen Bụt, tỉnh Bôlykhămxay",
     "trụ sở Đại đội Biên phòng 252, bản Sen Bụt, tỉnh Bôlykhămxay", "LA-BL"),
    ("Trung đoàn 736, thị trấn Plei Cần", "Trung đoàn 736, thị trấn Plei Cần", None),
    # a post at a gate, by its letters
    ("Đồn BPCK quốc tế Hà Tiên", "Đồn BPCK quốc tế Hà Tiên", "VN-47"),
    # both banks of a crossing
    ("khu vực cửa khẩu Bờ Y - Phu Cưa, tỉnh Kon Tum", "khu vực cửa khẩu Bờ Y - Phu Cưa, tỉnh Kon Tum", "VN-28"),
    ("cặp cửa khẩu Hữu Nghị - Hữu Nghị Quan", "cặp cửa khẩu Hữu Nghị - Hữu Nghị Quan", "VN-09"),
    # on the line
    ("điểm mốc 171", "điểm mốc 171", None),
    ("vị trí cột mốc 1116 (2)", "vị trí cột mốc 1116 (2)", None),
    # joined by dashes; a name of several districts goes on with the province behind it
    ("thị trấn Si Ma Cai - huyện Si Ma Cai - tỉnh Lào Cai", "thị trấn Si Ma Cai - huyện Si Ma Cai - tỉnh Lào Cai",
     "VN-02"),
    ("ấp Sen Bụt, xã Sen Hạ, Tân Châu (Tây Ninh)", "ấp Sen Bụt, xã Sen Hạ, Tân Châu", "VN-37"),
    ("bản Sen Bụt, cụm Na Kay, huyện Na Mèo", "bản Sen Bụt, cụm Na Kay, huyện Na Mèo", "LA-KH"),
    ("cầu treo biên giới Sen Bụt", "cầu treo biên giới Sen Bụt", None),
    ("Khu du lịch Thiên đường Sen Bụt", "Khu du lịch Thiên đường Sen Bụt", None),
])  # fmt: skip
def test_places(where: str, name: str, region: str | None) -> None:
    text = f"Ngày 5/3/2014, tại {where}, Đồn Biên phòng Sen Bụt hội đàm với lực lượng bảo vệ biên giới nước bạn Lào."
    talk = record(text).talk
    assert talk is not None
    assert talk.place is not None
    assert (talk.place.name, talk.place.region) == (name, region)


def test_what_acts_behind_a_place_is_not_part_of_it() -> None:
    text = (
        "Ngày 12/5, tại huyện Lộc Ninh, Tỉnh đoàn Bình Phước và Ban Chấp hành Thanh niên tỉnh Kratie (Campuchia) tổ "
        "chức chương trình giao lưu thanh niên."
    )
    talk = record(text).talk
    assert talk is not None
    assert talk.place is not None
    assert talk.place.name == "huyện Lộc Ninh"


def test_the_place_of_an_earlier_round_is_not_that_of_this_one() -> None:
    text = (
        "Tại buổi hội đàm lần này, hai bên ghi nhận kết quả từ Hội đàm lần thứ 9 tại Nam Ninh, Trung Quốc (tháng "
        "11/2022) đến nay. Cuộc hội đàm lần thứ 10 giữa Bộ Công an hai nước diễn ra sáng 18/6 tại Hà Nội."
    )
    found = record(text)
    assert found.talk is not None
    assert found.talk.place is not None
    assert found.talk.place.name == "Hà Nội"
    assert [(t.round, t.place and t.place.name) for t in found.other_talks] == [(9, "Nam Ninh")]


@pytest.mark.parametrize(("text", "kind"), [
    # towns and districts hold it, and no unit is named
    (("Ngày 6/6, lực lượng chức năng TP Móng Cái (Quảng Ninh) và thành phố Đông Hưng (Trung Quốc) tổ chức hội đàm về "
      "quản lý cửa khẩu."), "talks"),
    # … or their party committees
    ("Sáng 6/6, Bí thư Huyện ủy Bát Xát và Bí thư Huyện ủy Kim Bình gặp gỡ hữu nghị.", "meeting"),
    # the state of the guest stands in the sentence before
    (("Đoàn đại biểu quân sự Campuchia do Đại tướng Sok Mẫu dẫn đầu sáng 5/6 tới Hà Nội, thăm chính thức Việt Nam. Ngay "
      "sau lễ đón, Đại tướng Lê Văn Mẫu và Đại tướng Sok Mẫu đã hội đàm."), "talks"),
    # the delegations of the border
    (("Từ ngày 10 đến 12/6, tại Hà Nội, Cuộc họp thường niên lần thứ 30 giữa Đoàn đại biểu biên giới Việt Nam và Lào đã "
      "diễn ra."), "meeting"),
    ("Ngày 7/6, tại Phnom Penh, kỳ họp lần thứ 2 Ủy ban hỗn hợp biên giới Việt Nam - Campuchia kết thúc.", "meeting"),
    # a review, a meeting and an exchange of views by the verb or carrier alone
    (("Sáng 4/6, Ban CHQS huyện Phước Sơn phối hợp với Ban CHQS huyện Đắc Chưng (Lào) tổ chức tổng kết 3 năm thực hiện "
      "quy chế phối hợp."), "review_conference"),
    (("Sáng 8/6, tại TP Cao Lãnh, Công an tỉnh Đồng Tháp phối hợp với Ty Công an tỉnh Prey Veng (Campuchia) họp đánh giá "
      "kết quả phối hợp năm 2023."), "meeting"),
    (("Cuộc trao đổi nghiệp vụ lần 2 năm 2023 giữa Đồn Biên phòng Sen Bụt với Đại đội Biên phòng 531 (Lào) được tổ chức "
      "sáng 2/6."), "meeting"),
    # beside a conference of others
    (("Ngày 6/6, bên lề Hội nghị Bộ trưởng ASEAN tại Viêng Chăn, Bộ trưởng Bộ Công an Việt Nam gặp song phương Bộ trưởng "
      "Bộ Nội vụ Campuchia."), "meeting"),
])  # fmt: skip
def test_kinds(text: str, kind: str) -> None:
    talk = record(text).talk
    assert talk is not None
    assert talk.kind == kind


@pytest.mark.parametrize("text", [
    # what was held so often is a result
    ("Công an huyện Kỳ Sơn tổ chức Hội nghị tổng kết phong trào bảo vệ an ninh năm 2023. Trong năm, đơn vị đã hội đàm với "
     "Công an huyện Noọng Hét (Lào) 3 lần."),
    # a session of one's own parliament
    "Kỳ họp thứ 5, Quốc hội khóa XV khai mạc sáng 6/6 tại Hà Nội. Đại sứ Lào tại Việt Nam đến dự.",
    "Sáng 6/6, Đồn Biên phòng Sen Bụt tổ chức tổng kết 3 năm thực hiện phong trào thi đua.",
])  # fmt: skip
def test_no_talk(text: str) -> None:
    assert record(text).talk is None


def test_who_calls_on_a_prime_minister_talks_with_his_own_counterpart() -> None:
    text = (
        "Ngày 18/6, Đại tướng Lê Văn Mẫu, Bộ trưởng Bộ Quốc phòng đã hội kiến Thủ tướng Campuchia Sok Mẫu và hội đàm với "
        "Đại tướng Tia Mẫu, Bộ trưởng Bộ Quốc phòng Campuchia."
    )
    found = record(text)
    assert found.talk is not None
    assert found.talk.kind == "talks"
    assert [d.head for d in found.delegations] == ["Lê Văn Mẫu", "Tia Mẫu"]


def test_a_call_alone_is_a_meeting() -> None:
    text = (
        "Sáng 5/6, Trung tướng Lê Văn Mẫu, Tư lệnh BĐBP hội kiến Bộ trưởng Bộ Quốc phòng Lào Chan Mẫu tại Viêng Chăn."
    )
    talk = record(text).talk
    assert talk is not None
    assert talk.kind == "meeting"


@pytest.mark.parametrize(("text", "name"), [
    # the carrier is in no name
    ("Ngày 2/6, Đồn Biên phòng Sen Bụt tổ chức buổi gặp gỡ hữu nghị với Trạm kiểm tra biên phòng Bằng Tường (Trung Quốc).",
     "gặp gỡ hữu nghị"),
    (("Cuộc trao đổi nghiệp vụ lần 2 năm 2023 giữa Đồn Biên phòng Sen Bụt với Đại đội Biên phòng 531 (Lào) được tổ chức "
      "sáng 2/6."), "trao đổi nghiệp vụ lần 2 năm 2023"),
    (("Sáng 2/6, Bộ CHQS tỉnh Kon Tum tổ chức hội nghị ký kết bản ghi nhớ hợp tác năm 2024 với Bộ CHQS tỉnh Ratanakiri "
      "(Campuchia)."), "hội nghị ký kết bản ghi nhớ hợp tác năm 2024"),
    # years in brackets are in the midst of one
    (("Sáng 2/6, tại cửa khẩu Tây Trang diễn ra hội nghị tổng kết 5 năm (2018 - 2023) thực hiện phong trào kết nghĩa giữa "
      "Công an huyện Điện Biên với Công an huyện Mường Mày (Lào)."),
     "hội nghị tổng kết 5 năm (2018 - 2023) thực hiện phong trào kết nghĩa"),
    # how often is none
    (("Ngày 6/6, tại Đồn Biên phòng Sen Bụt, hội đàm giữa Đồn Biên phòng Sen Bụt và Đại đội Biên phòng 311 (Lào) đã diễn "
      "ra."), None),
])  # fmt: skip
def test_names(text: str, name: str | None) -> None:
    talk = record(text).talk
    assert talk is not None
    assert talk.name == name


def test_one_meeting_under_two_nouns_is_one() -> None:
    one = "Ngày 2/6, UBND huyện Tân Biên phối hợp với chính quyền huyện Memot tổ chức buổi họp mặt giao lưu hữu nghị."
    found = record(one)
    assert found.talk is not None
    assert found.talk.kind == "meeting"
    assert found.other_talks == ()
    titled = (
        "Hải quân Việt Nam và Hải quân Hoàng gia Campuchia họp thường niên lần thứ 26\n\n"
        "Sáng 8/6, tại Phú Quốc, Vùng 5 Hải quân và Căn cứ biển Ream, Hải quân Hoàng gia Campuchia tổ chức Hội nghị "
        "thường niên lần thứ 26 về phối hợp tuần tra chung."
    )
    found = record(titled)
    assert found.talk is not None
    assert found.talk.name == "Hội nghị thường niên lần thứ 26 về phối hợp tuần tra chung"
    assert found.other_talks == ()


def test_a_title_may_tell_the_year_of_what_the_text_names_without_it() -> None:
    text = (
        "Quảng Trị: Hội đàm định kỳ 6 tháng cuối năm 2023\n\nNgày 24/12/2023, tại tỉnh Savannakhet, Bộ Chỉ huy BĐBP Quảng "
        "Trị và Bộ CHQS tỉnh Savannakhet (Lào) tiến hành hội đàm định kỳ 6 tháng cuối năm."
    )
    found = record(text)
    assert found.talk is not None
    assert found.talk.name == "Hội đàm định kỳ 6 tháng cuối năm 2023"
    assert found.other_talks == ()


def test_a_headline_may_name_what_the_lead_calls_by_its_series() -> None:
    text = (
        "Lạng Sơn: Hội đàm quý II/2023 với Chi đội Sùng Tả\n\nNgày 14/6/2023, tại cửa khẩu Chi Ma, BĐBP Lạng Sơn và Chi "
        "đội Quản lý biên giới Sùng Tả (Trung Quốc) tổ chức hội đàm định kỳ. Kết thúc hội đàm, hai bên hẹn gặp lại tại Hội "
        "đàm quý III."
    )
    found = record(text)
    assert found.talk is not None
    assert (found.talk.name, found.talk.series) == ("Hội đàm quý II/2023", "periodic")
    assert [(t.name, t.status, t.date) for t in found.other_talks] == [("Hội đàm quý III", "announced", None)]


def test_who_will_preside_presides_over_what_is_to_come() -> None:
    text = (
        "Ủy viên Quốc vụ Trung Quốc Vương Mẫu sẽ sang Việt Nam đồng chủ trì Phiên họp lần thứ 15 Ủy ban chỉ đạo hợp tác "
        "song phương Việt Nam - Trung Quốc từ 30/6 đến 2/7."
    )
    talk = record(text).talk
    assert talk is not None
    assert (talk.status, talk.date) == ("announced", "2024-06-30/2024-07-02")


def test_a_sentence_may_say_which_round_it_was() -> None:
    text = (
        "Ngày 22/5, Đồn Biên phòng Sen Bụt tổ chức giao ban định kỳ với Đồn Biên phòng Sen Bin (Savannakhet, Lào). Đây là "
        "đợt giao ban lần thứ 2 trong năm 2024 giữa hai đơn vị."
    )
    found = record(text)
    assert found.talk is not None
    assert (found.talk.name, found.talk.round) == ("giao ban định kỳ", 2)
    assert found.other_talks == ()


def test_the_day_of_the_news_is_not_that_of_what_was_held_before() -> None:
    text = (
        "Ngày 15/6, thông tin từ Bộ Chỉ huy BĐBP tỉnh Cao Bằng cho biết, đơn vị vừa có buổi hội đàm với Chi đội Quản lý "
        "biên giới Bách Sắc (Trung Quốc)."
    )
    talk = record(text).talk
    assert talk is not None
    assert talk.date is None
    same_day = text.replace("đơn vị vừa", "sáng cùng ngày, đơn vị vừa")
    talk = record(same_day).talk
    assert talk is not None
    assert talk.date == "2024-06-15"


def test_the_next_round_has_its_month_and_the_one_that_is_agreed_is_to_come() -> None:
    text = (
        "Ngày 20/5/2024, tại tỉnh Kampot, BĐBP Kiên Giang và Công an tỉnh Kampot (Campuchia) tổ chức hội đàm. Cuộc hội "
        "đàm lần sau sẽ tổ chức vào tháng 11/2024 tại Kiên Giang. Hai bên nhất trí Cuộc họp lần thứ 31 tổ chức tại Lào."
    )
    others = record(text).other_talks
    assert [(t.kind, t.status, t.date) for t in others] == [
        ("talks", "announced", "2024-11"), ("meeting", "announced", None),
    ]  # fmt: skip


def test_of_rounds_that_are_told_in_order_the_one_with_its_day_is_the_news() -> None:
    text = (
        "Hội nghị hợp tác lần thứ nhất giữa Công an tỉnh An Giang và Ty Công an tỉnh Kandal (Campuchia) được tổ chức tại "
        "Long Xuyên. Sáng 2/6, Hội nghị hợp tác lần thứ hai giữa Công an tỉnh An Giang và Ty Công an tỉnh Kandal "
        "(Campuchia) khai mạc tại tỉnh Kandal."
    )
    talk = record(text).talk
    assert talk is not None
    assert (talk.round, talk.date) == (2, "2024-06-02")


@pytest.mark.parametrize(("text", "period"), [
    (("Sáng 5/6, tại TP Lạng Sơn, BĐBP tỉnh Lạng Sơn hội đàm với Chi đội Quản lý biên giới Sùng Tả (Trung Quốc). Hai bên "
      "đánh giá kết quả thực hiện nội dung Hội đàm năm 2023, thông báo tình hình từ tháng 10/2023 đến tháng 3/2024."),
     "2023-10/2024-03"),
    (("Thực hiện Biên bản hội đàm công tác biên phòng năm 2023, ngày 8/5, tại mốc 280, Đồn Biên phòng Sen Bụt và Đồn Công "
      "an Sen Hạ (Kratie, Campuchia) gặp gỡ, trao đổi tình hình 4 tháng đầu năm."), "2024-01/2024-04"),
])  # fmt: skip
def test_periods_behind_the_name_of_another_event(text: str, period: str) -> None:
    talk = record(text).talk
    assert talk is not None
    assert talk.period == period


def test_the_state_of_the_place_alone_does_not_put_its_side_first() -> None:
    text = (
        "Từ ngày 5 đến 8/6, tại tỉnh Luông Nậm Thà, Lào đã diễn ra cuộc họp thường niên lần thứ 20 giữa hai Đoàn đại biểu "
        "biên giới Việt Nam và Lào."
    )
    assert [d.country for d in record(text).delegations] == ["VN", "LA"]
