"""The talk and the other talks of whole passages: present or not, names, rounds, places, periods."""

from __future__ import annotations

import pytest

from talkextract import extract
from talkextract.record import Talk

POST = "Bộ Chỉ huy BĐBP tỉnh Sơn La"
WITH = " với Bộ Chỉ huy Quân sự tỉnh Hủa Phăn (Lào)."
TALKED = f"Ngày 15/10/2023, {POST} hội đàm{WITH} "


def talk(text: str, published: str | None = None) -> Talk:
    found = extract(text, published=published).talk
    assert found is not None
    return found


@pytest.mark.parametrize("text", [
    # the ground of what is told
    ("Thực hiện nội dung đã ký kết tại Hội đàm thường niên năm 2022, ngày 14/5/2023, Đồn Biên phòng Pa Thơm và "
    "Đại đội Biên phòng 215 (Lào) tổ chức tuần tra song phương."),
    # a raid that cites what was agreed
    ("Sáng 14/5/2023, Đồn Biên phòng Mường Lạn bắt giữ 2 đối tượng. Trước đó, tại hội đàm quý I/2023 với lực lượng bảo "
    "vệ biên giới Lào, hai bên đã thống nhất trao đổi thông tin."),
    # who is questioned does not meet
    ("Rạng sáng 6/6/2024, Đồn Biên phòng Na Ngoi phối hợp Công an tỉnh Xiêng Khoảng (Lào) bắt quả tang một người. Tại "
    "buổi làm việc với cơ quan chức năng, đối tượng khai nhận mua ma túy để bán."),
    # a raid that owes its success to a talk
    ("Ngày 5/6/2024, BĐBP tỉnh Điện Biên bắt 2 đối tượng. Vụ án phá được nhờ cuộc hội đàm với Ty An ninh tỉnh Phông Sa Lỳ, "
     "Lào hồi tháng 4/2024."),
    # who works abroad does not meet
    ("Chiều 18/3/2024, Đồn Biên phòng Lao Bảo (BĐBP Quảng Trị) tiếp nhận 12 công dân do Ty Công an tỉnh Savannakhet (Lào) trao "
     "trả. Những người này bị dụ dỗ làm việc tại các sòng bạc ở tỉnh Savannakhet."),
    # a reception
    ("Ngày 9/5/2017, tại Trụ sở UBND tỉnh, Chủ tịch UBND tỉnh Lê Văn Thử tiếp xã giao Đoàn đại biểu Quân khu 2 "
    "(Campuchia) sang thăm tỉnh."),
    # a conference of one's own about the border
    ("Ngày 3/2/2022, tại Hà Nội, Bộ Tư lệnh BĐBP tổ chức Hội nghị tổng kết Đề án phòng, chống ma túy trên tuyến biên "
    "giới Việt Nam - Lào, Việt Nam - Campuchia giai đoạn 2016 - 2021."),
])  # fmt: skip
def test_what_is_no_talk(text: str) -> None:
    assert extract(text).talk is None


@pytest.mark.parametrize(("text", "kind", "date"), [
    (("Ngày 11/4/2014, đoàn công tác huyện Vân Hồ do ông Lường Văn Thử, Phó Chủ tịch UBND huyện làm trưởng đoàn sang thăm "
     "và làm việc tại huyện Sốp Bau, tỉnh Hủa Phăn (Lào)."), "meeting", "2014-04-11"),
    (("Ngày 18/1/2013, huyện Mường Lát tổ chức hội nghị giao ban công tác biên giới với hai huyện Viêng Xay, Sốp Bau, tỉnh "
     "Hủa Phăn (Lào)."), "briefing", "2013-01-18"),
    (("Chiều 8/8/2018, Đồn Biên phòng Bu Prăng đã có buổi làm việc với Đồn Công an bảo vệ biên giới Ô Rang, tỉnh "
     "Mondulkiri (Campuchia)."), "meeting", "2018-08-08"),
    ("Ngày 22/11/2018, đoàn công tác Sở Ngoại vụ tỉnh Quảng Trị làm việc với Sở Ngoại vụ tỉnh Salavan (Lào).",
     "meeting", "2018-11-22"),
    (("Ngày 7/7/2023, trong khuôn khổ Giao lưu hữu nghị quốc phòng biên giới Việt Nam - Lào lần thứ hai, tại tỉnh Hủa "
     "Phăn, Đại tướng Lò Văn Thử hội đàm với Đại tướng Chăn Sạ Mòn."), "talks", "2023-07-07"),
    ("Chiều 16/9/2021, Phiên họp lần thứ 13 Ủy ban chỉ đạo hợp tác song phương Việt Nam - Trung Quốc diễn ra tại Hà Nội.",
     "meeting", "2021-09-16"),
    (("Ngày mai (24/10/2023), tại thành phố Lào Cai, BĐBP tỉnh Lào Cai và Chi đội Quản lý biên giới Hồng Hà (Trung Quốc) "
     "sẽ tiến hành hội đàm định kỳ năm 2023."), "talks", "2023-10-24"),
])  # fmt: skip
def test_talks_told_in_other_ways(text: str, kind: str, date: str) -> None:
    found = talk(text)
    assert (found.kind, found.date) == (kind, date)


@pytest.mark.parametrize(("held", "name", "round"), [
    ("Hội nghị tổng kết công tác phối hợp năm 2023, triển khai phương hướng, nhiệm vụ năm 2024 giữa",
     "Hội nghị tổng kết công tác phối hợp năm 2023, triển khai phương hướng, nhiệm vụ năm 2024", None),
    ("Hội đàm định kỳ năm 2023 về công tác quản lý, bảo vệ biên giới giữa",
     "Hội đàm định kỳ năm 2023 về công tác quản lý, bảo vệ biên giới", None),
    ("Hội nghị cấp Thứ trưởng lần thứ 20 giữa", "Hội nghị cấp Thứ trưởng lần thứ 20", 20),
    ("Hội đàm cấp Tư lệnh Biên phòng lần thứ 4 giữa", "Hội đàm cấp Tư lệnh Biên phòng lần thứ 4", 4),
    ("Cuộc gặp cấp Tư lệnh lần thứ hai giữa", "Cuộc gặp cấp Tư lệnh lần thứ hai", 2),
    ("gặp gỡ đầu Xuân 2023 giữa", "gặp gỡ đầu Xuân 2023", None),
    ("giao ban định kỳ tháng 12/2023 giữa", "giao ban định kỳ tháng 12/2023", None),
    ("hội đàm công tác phòng, chống dịch Covid-19 quý I/2022 giữa",
     "hội đàm công tác phòng, chống dịch Covid-19 quý I/2022", None),
    ("hội đàm lần thứ hai mươi, năm 2023 giữa", "hội đàm lần thứ hai mươi, năm 2023", 20),
])  # fmt: skip
def test_names_in_full(held: str, name: str, round: int | None) -> None:
    found = talk(f"Ngày 5/12/2023, tại thành phố Sơn La diễn ra {held} {POST}{WITH}")
    assert (found.name, found.round) == (name, round)


@pytest.mark.parametrize(("text", "name", "round"), [
    (f"Ngày 5/12/2023, diễn ra Hội đàm giữa {POST}{WITH[:-1]} lần thứ XV.", "Hội đàm lần thứ XV", 15),
    (("Chiều 12/12/2023, hai Bộ trưởng đồng chủ trì Hội nghị cấp Bộ trưởng về hợp tác phòng, chống tội phạm giữa Bộ Công "
     "an hai nước lần thứ 8 tại Hà Nội. Dự có Bộ Công an Việt Nam và Bộ Công an Trung Quốc."),
     "Hội nghị cấp Bộ trưởng về hợp tác phòng, chống tội phạm lần thứ 8", 8),
    ("Sáng 5/4/2023, tại Hà Nội diễn ra Đối thoại chính sách quốc phòng Việt Nam - Lào lần thứ 4.",
     "Đối thoại chính sách quốc phòng lần thứ 4", 4),
])  # fmt: skip
def test_the_parties_in_the_middle_of_a_name_are_dropped(text: str, name: str, round: int) -> None:
    record = extract(text)
    assert record.talk is not None
    assert (record.talk.name, record.talk.round) == (name, round)
    pieces = [e.text for e in record.talk.evidence if e.field == "name"]
    assert " ".join(pieces) == name
    assert len(pieces) == 2


@pytest.mark.parametrize(("sentence", "expected"), [
    ("Hội đàm lần thứ 16 sẽ được tổ chức vào quý IV/2024 tại tỉnh Hủa Phăn.",
     [("Hội đàm lần thứ 16", "announced", "2024-36", "tỉnh Hủa Phăn")]),
    ("Hai bên nhất trí Hội đàm thường niên lần thứ XVII tổ chức tại thành phố Sơn La vào tháng 3/2025.",
     [("Hội đàm thường niên lần thứ XVII", "announced", "2025-03", "thành phố Sơn La")]),
    ("Hội đàm lần tới sẽ tổ chức tại tỉnh Hủa Phăn.", [(None, "announced", None, "tỉnh Hủa Phăn")]),
    ("Hội đàm lần sau do phía Lào đăng cai.", []),
    ("So với hội đàm lần thứ XIV (tháng 2/2023, tại Sầm Nưa), tình hình đã tốt hơn.",
     [("hội đàm lần thứ XIV", "held", "2023-02", "Sầm Nưa")]),
    ("Trước đó, ngày 14/10, hai bên đã tổ chức hội đàm cấp chuyên viên.",
     [("hội đàm cấp chuyên viên", "held", "2023-10-14", None)]),
    ("Kết thúc hội đàm, hai bên ký Biên bản hội đàm năm 2023.", []),
    ("Hai bên chỉ đạo công an các huyện tổ chức giao ban định kỳ.", []),
])  # fmt: skip
def test_other_talks(sentence: str, expected: list[tuple[str | None, str, str | None, str | None]]) -> None:
    others = extract(TALKED + sentence, published="2023-10-16").other_talks
    assert [(t.name, t.status, t.date, t.place and t.place.name) for t in others] == expected


def test_a_raid_names_the_talk_that_it_rests_on() -> None:
    text = (
        "Ngày 14/5/2023, Đồn Biên phòng Mường Lạn bắt giữ 2 đối tượng. Kết quả này có được là nhờ thực hiện nội dung "
        "Hội đàm thường niên lần thứ XV giữa BĐBP tỉnh Sơn La với Bộ CHQS tỉnh Hủa Phăn (Lào)."
    )
    record = extract(text)
    assert record.talk is None
    assert [(t.name, t.round, t.date) for t in record.other_talks] == [("Hội đàm thường niên lần thứ XV", 15, None)]


def test_the_quarter_in_the_name_of_another_talk_is_its_period() -> None:
    (other,) = extract(TALKED + "Hai bên hẹn gặp lại tại hội đàm quý II/2024.").other_talks
    assert (other.period, other.date, other.status) == ("2024-34", None, "announced")


@pytest.mark.parametrize(("sentence", "period"), [
    ("Hai bên thống nhất đánh giá: Năm 2022, tình hình biên giới ổn định.", "2022"),
    ("Trong 2 năm 2021-2022, hai bên đã trao đổi 12 bức thư.", "2021/2022"),
    ("Trong năm 2022 và 9 tháng đầu năm 2023, hai bên đã trao đổi 12 bức thư.", "2022-01/2023-09"),
    ("Kể từ tháng 10/2022 đến nay, hai bên đã bắt 3 vụ.", "2022-10/2023-10-15"),
    ("Công tác phối hợp trong 9 tháng đầu năm 2023 có bước tiến rõ nét.", "2023-01/2023-09"),
    ("Hai bên trao đổi kết quả từ sau hội đàm lần thứ V (10/2022) đến nay.", "2022-10/2023-10-15"),
    ("Kể từ hội đàm lần thứ V (tháng 10/2022), hai bên tin nhau hơn.", None),
    ("Từ tháng 6/2022 đến tháng 9/2023: tuần tra chung 40 lần.", "2022-06/2023-09"),
    ("Từ ngày 1/10/2022 đến 30/9/2023, hai đồn đã gặp nhau 12 lần.", "2022-10-01/2023-09-30"),
    ("Trong năm 2022 và quý I/2023, bảy chuyên án chung được phá.", "2022-01/2023-03"),
    ("Hai phía cho biết, quý III năm 2023 không phát sinh vụ việc phức tạp.", "2023-35"),
    ("Số liệu cho thấy tám tháng của năm 2023, kim ngạch tăng đều.", "2023-01/2023-08"),
    ("Thời gian qua, hai bên phối hợp chặt chẽ. Trong năm 2023, hai bên sẽ tuần tra chung 12 lần.", None),
])  # fmt: skip
def test_periods(sentence: str, period: str | None) -> None:
    assert talk(TALKED + sentence).period == period


def test_the_period_that_an_announced_talk_will_review() -> None:
    text = (
        f"Ngày 24/10/2024, tại Sơn La, {POST} sẽ tổ chức hội đàm{WITH} Dự kiến, hai bên sẽ đánh giá kết quả phối hợp từ "
        "tháng 10/2023 đến tháng 9/2024."
    )
    assert talk(text).period == "2023-10/2024-09"


@pytest.mark.parametrize(("where", "name", "country", "region"), [
    ("tại trụ sở Bộ Quốc phòng (Hà Nội)", "trụ sở Bộ Quốc phòng", "VN", None),
    ("tại trụ sở Ủy ban huyện Kampong Rou, tỉnh Svay Rieng", "trụ sở Ủy ban huyện Kampong Rou, tỉnh Svay Rieng", "KH",
     "KH-20"),
    ("trên lãnh thổ huyện Sốp Bau, tỉnh Hủa Phăn", "huyện Sốp Bau, tỉnh Hủa Phăn", "LA", "LA-HO"),
    ("tại Trung tâm Hội nghị tỉnh Sơn La", "Trung tâm Hội nghị tỉnh Sơn La", "VN", "VN-05"),
    ("tại khu vực cửa khẩu Chiềng Khương", "khu vực cửa khẩu Chiềng Khương", "VN", "VN-05"),
    ("tại Trạm kiểm soát Biên phòng Cửa khẩu Lóng Sập", "Trạm kiểm soát Biên phòng Cửa khẩu Lóng Sập", "VN", "VN-05"),
    ("tại Nhà Quốc hội (Hà Nội)", "Nhà Quốc hội", "VN", "VN-HN"),
    ("tại bản A Lóng, xã Lóng Sập", "bản A Lóng, xã Lóng Sập", "VN", "VN-05"),
])  # fmt: skip
def test_places(where: str, name: str, country: str, region: str | None) -> None:
    place = talk(f"Ngày 5/12/2023, {where}, {POST} hội đàm{WITH}").place
    assert place is not None
    assert (place.name, place.country, place.region) == (name, country, region)


def test_a_namesake_elsewhere_gives_way_to_the_province_of_the_article() -> None:
    text = (
        "Sáng 21/11/2020, tại thị trấn Tây Sơn (Hương Sơn), Bộ Chỉ huy BĐBP Hà Tĩnh tổ chức giao ban biên giới lần thứ "
        "nhất năm 2020 với Bộ CHQS tỉnh Bôlykhămxay (Lào)."
    )
    place = talk(text).place
    assert place is not None
    assert place.region == "VN-23"


def test_of_two_gates_of_one_name_the_one_towards_the_other_side() -> None:
    text = (
        "Chiều 7/6/2019, tại Cửa khẩu quốc tế Thanh Thủy, Đồn Biên phòng Thanh Thủy hội đàm với Trạm kiểm tra Biên phòng "
        "Thiên Bảo (Vân Nam, Trung Quốc)."
    )
    place = talk(text).place
    assert place is not None
    assert place.region == "VN-03"


def test_of_two_events_the_one_held_on_its_own_day_is_the_talk() -> None:
    text = (
        f"Ngày 20/10/2023, tại Sơn La sẽ diễn ra Giao lưu hữu nghị biên giới Việt Nam - Lào lần thứ ba. Ngày 15/10/2023, "
        f"{POST} đã hội đàm{WITH}"
    )
    record = extract(text)
    assert record.talk is not None
    assert record.talk.kind == "talks"
    assert [t.kind for t in record.other_talks] == ["exchange"]


def test_a_meeting_that_prepares_an_event_to_come_is_not_the_talk() -> None:
    text = (
        "Sáng nay (6/8/2023), tỉnh Sơn La họp bàn việc chuẩn bị Giao lưu hữu nghị biên giới Việt Nam - Lào lần thứ ba. Giao "
        f"lưu sẽ diễn ra từ ngày 18 đến 20/11/2023 giữa {POST} và Bộ Chỉ huy Quân sự tỉnh Hủa Phăn (Lào). Kết luận cuộc "
        "họp, lãnh đạo tỉnh yêu cầu hoàn thành trước ngày 30/10."
    )
    found = talk(text)
    assert (found.kind, found.round, found.status) == ("exchange", 3, "announced")


def test_a_second_talk_on_its_own_day_is_another_one_and_lends_no_place() -> None:
    record = extract(
        f"Ngày 5/6/2024, {POST} hội đàm{WITH}\n\nNgày 1/6/2024, Công an tỉnh Sơn La hội đàm với Ty Công an tỉnh Luông Pha "
        "Băng tại Mộc Châu."
    )
    assert record.talk is not None
    assert (record.talk.date, record.talk.place) == ("2024-06-05", None)
    assert [(t.kind, t.date) for t in record.other_talks] == [("talks", "2024-06-01")]


def test_what_holds_of_an_impossible_day_is_no_period() -> None:
    found = talk(f"Ngày 30/2/2020, {POST} hội đàm{WITH}")
    assert (found.date, found.period) == ("2020-02", None)


@pytest.mark.parametrize("text", [
    f"Ngày 28/2/2023, {POST} cho biết, ngày 15/3 tới sẽ hội đàm{WITH}",
    f"Ngày 28/2/2023, {POST} họp bàn chuẩn bị cho hội đàm thường niên{WITH[:-1]}, dự kiến diễn ra vào ngày 15/3/2023.",
])  # fmt: skip
def test_the_day_of_the_news_is_not_that_of_what_is_announced(text: str) -> None:
    found = talk(text, published="2023-02-28")
    assert (found.status, found.date) == ("announced", "2023-03-15")


def test_the_minutes_that_the_talk_signs_give_its_round_and_name() -> None:
    text = (
        f"{TALKED}Kết thúc hội đàm, hai trưởng đoàn ký biên bản hội đàm lần thứ 7, thống nhất tổ chức gặp nhau mỗi năm."
    )
    found = talk(text)
    assert (found.name, found.round) == ("hội đàm lần thứ 7", 7)
    assert extract(text).other_talks == ()


@pytest.mark.parametrize(("text", "published", "expected"), [
    ("Hội đàm lần sau dự kiến tổ chức vào tháng 5 tới.", "2024-02-16", "2024-05"),
    ("Giao ban sẽ diễn ra trong quý III năm nay.", "2024-02-16", "2024-35"),
    ("Hai bên đã gặp nhau hồi tháng 10 năm ngoái.", "2024-02-16", "2023-10"),
    ("Hai bên đã gặp nhau cuối tháng 11 vừa qua.", "2024-02-16", "2023-11"),
    ("Sáng 5/9, trong không khí khai giảng năm học 2023-2024, đồn tặng quà.", None, "2023-09-05"),
    ("Sáng 31/5, kết thúc năm học 2023-2024, đồn tặng quà.", None, "2024-05-31"),
    ("Ngày 2/3, đồn gặp mặt nhân kỷ niệm 65 năm Ngày truyền thống BĐBP (3/3/1959 - 3/3/2024).", None, "2024-03-02"),
    ("Ngày mai (24/10), hai bên sẽ tiến hành hội đàm.", "2023-10-23", "2023-10-24"),
])  # fmt: skip
def test_years_told_from_the_day_of_writing_and_by_school_years_and_feasts(
    text: str, published: str | None, expected: str
) -> None:
    assert extract(text, published=published).dates[0].value == expected


LEAD = f"Ngày 5/12/2023, tại thành phố Sơn La, {POST} hội đàm{WITH}\n\nHai bên đánh giá cao kết quả phối hợp.\n"


@pytest.mark.parametrize(("stamp", "expected"), [
    ("Thứ Tư, 12:05, 06/12/2023", "2023-12-06T12:05"),
    ("Cập nhật lúc 09:30, Thứ Tư, 06/12/2023 (GMT+7)", "2023-12-06T09:30+07:00"),
    ("(11:02:19 06/12/2023)", "2023-12-06T11:02"),
    ("Ngày 06 tháng 12 năm 2023", "2023-12-06"),
    ("Hotline: 0986.xxx.115 | Email: bandoc@bao.vn | Thứ tư, 06/12/2023", "2023-12-06"),
])  # fmt: skip
def test_stamps(stamp: str, expected: str) -> None:
    document = extract(f"Sơn La - Hủa Phăn hội đàm\n{stamp}\n\n{LEAD}").document
    assert (document.title, document.published) == ("Sơn La - Hủa Phăn hội đàm", expected)


def test_a_sign_in_brackets_needs_no_dash() -> None:
    assert extract(f"Sơn La - Hủa Phăn hội đàm\n\n(CAO) {LEAD}").document.publisher == "CAO"


@pytest.mark.parametrize(("end", "authors", "photographers"), [
    ("Lò Thử (Đài TT-TH Mộc Châu)", ("Lò Thử",), ()),
    ("LÒ VĂN THỬ\n\n• Gia Lai: 3.214 thí sinh dự thi năng khiếu", ("LÒ VĂN THỬ",), ()),
    ("Ảnh: Lò Thử (CTV)\nHà Mẫu", ("Hà Mẫu",), ("Lò Thử",)),
])  # fmt: skip
def test_who_signs(end: str, authors: tuple[str, ...], photographers: tuple[str, ...]) -> None:
    document = extract(f"Sơn La - Hủa Phăn hội đàm\n\n{LEAD}\n{end}\n").document
    assert (document.authors, document.photographers) == (authors, photographers)


TITLE = "Sơn La: Hội đàm với Bộ CHQS tỉnh Hủa Phăn"


@pytest.mark.parametrize("crumbs", ["Trang chủ / Tin tức - Sự kiện / Đối ngoại", "Trang chủ » Quốc phòng » Biên phòng"])
def test_a_path_of_sections_is_no_title(crumbs: str) -> None:
    assert extract(f"{crumbs}\n\n{TITLE}\n\n{LEAD}\n\nLò Thử").document.title == TITLE


@pytest.mark.parametrize(("end", "authors"), [
    ("Phóng sự của LÒ THỬ", ("LÒ THỬ",)),
    ("Ghi chép: Lò Thử", ("Lò Thử",)),
    ("Lò Thử\n\nXEM NHIỀU\nMưa lớn ở Tây Bắc", ("Lò Thử",)),
    ("Lò Thử\n\nQUÂN ĐỘI NHÂN DÂN", ("Lò Thử",)),
    ("Theo Báo Đông Hà", ()),
])  # fmt: skip
def test_papers_and_headers_sign_nothing(end: str, authors: tuple[str, ...]) -> None:
    assert extract(f"{TITLE}\n\n{LEAD}\n\n{end}").document.authors == authors


def test_a_site_in_brackets_publishes() -> None:
    assert extract(f"{TITLE}\n\n(dongha.gov.vn) {LEAD}").document.publisher == "dongha.gov.vn"


def test_a_headline_on_two_lines_of_a_wrapped_text_is_one() -> None:
    body = (
        "Ngày 5/6/2024, tại tỉnh Sơn La, BĐBP tỉnh Sơn La tổ chức hội đàm với Bộ\n"
        "CHQS tỉnh Hủa Phăn (Lào). Hai bên thống nhất tăng cường tuần tra song\n"
        "phương trên biên giới."
    )
    title = extract(f"Sơn La, Hủa Phăn tổng kết một năm phối hợp\nbảo đảm an ninh trật tự\n\n{body}").document.title
    assert title == "Sơn La, Hủa Phăn tổng kết một năm phối hợp bảo đảm an ninh trật tự"


def test_the_end_of_a_period_up_to_today_shows_the_day_of_the_talk() -> None:
    found = talk(f"{TALKED}Từ tháng 10/2022 đến nay, hai bên đã tuần tra 12 lần.")
    assert found.period == "2022-10/2023-10-15"
    assert [e.text for e in found.evidence if e.field == "period"] == [
        "Từ tháng 10/2022 đến nay",
        "Ngày 15/10/2023",
    ]


def test_an_event_told_twice_is_dated_where_it_is_to_be_held() -> None:
    found = talk(
        "Sáng nay (6/8/2026), tại phường Kon Tum, Ban Tổ chức họp nghe báo cáo tiến độ chuẩn bị cho Giao lưu hữu nghị "
        "biên giới Việt Nam - Lào lần thứ hai. Giao lưu sẽ diễn ra từ ngày 18 - 20/11/2026 tại cửa khẩu quốc tế Bờ Y. "
        "Giao lưu lần thứ nhất được tổ chức tháng 12/2023 tại tỉnh Kon Tum."
    )
    assert (found.status, found.date, found.round) == ("announced", "2026-11-18/2026-11-20", 2)
    assert found.place is not None
    assert found.place.name == "cửa khẩu quốc tế Bờ Y"


@pytest.mark.parametrize(("text", "date"), [
    (("Nhân dịp kỷ niệm 60 năm thiết lập quan hệ ngoại giao (5/9/1962 - 5/9/2022), BĐBP tỉnh Kon Tum hội đàm với Bộ "
     "Chỉ huy An ninh tỉnh Attapư (Lào) ngày 20/8."), "2022-08-20"),
    (("Hưởng ứng Tháng hành động phòng, chống ma túy (1/6 - 30/6/2024), sáng 26/6, BĐBP tỉnh Long An hội đàm với Ty Công "
     "an tỉnh Svay Rieng (Campuchia)."), "2024-06-26"),
    (("Thực hiện Kế hoạch phối hợp từ ngày 1/1/2023 đến 31/12/2023, BĐBP tỉnh Nghệ An hội đàm với Bộ Chỉ huy Quân sự tỉnh "
     "Hủa Phăn (Lào) sáng 3/4."), "2023-04-03"),
    (("Nhân chuyến thăm từ 10 - 12/9/2025, chiều 11/9, BĐBP tỉnh Quảng Trị đã có buổi làm việc với Bộ Chỉ huy Quân sự tỉnh "
     "Salavan (Lào)."), "2025-09-11"),
    # the talk's own days, and a day of its programme behind it
    ("Từ ngày 10 - 12/9/2025, BĐBP tỉnh Sơn La hội đàm với Bộ Chỉ huy Quân sự tỉnh Hủa Phăn (Lào), sáng 11/9 thăm đồn.",
     "2025-09-10/2025-09-12"),
])  # fmt: skip
def test_a_stretch_around_the_talk_is_not_its_day(text: str, date: str) -> None:
    assert talk(text).date == date


def test_a_count_of_talks_is_no_talk() -> None:
    text = f"Từ đầu năm 2023 đến nay, {POST} đã hội đàm với phía Lào 25 lần."
    assert extract(text).talk is None
    assert talk(f"Ngày 5/6/2023, {POST} hội đàm với phía Lào về việc trao trả 2 công dân lần 3.").kind == "talks"


def test_two_persons_who_meet_beside_a_conference_hold_a_meeting() -> None:
    found = extract(
        "Ngày 14/3/2023, Phó Thủ tướng Lê Văn Sáu gặp Bộ trưởng Ngoại giao Trung Quốc Vương Tín bên lề hội nghị tại Bắc Kinh."
    )
    assert found.talk is not None
    assert found.talk.kind == "meeting"
    assert [d.head for d in found.delegations] == ["Lê Văn Sáu", "Vương Tín"]


def test_the_committee_that_holds_a_round_is_in_its_name() -> None:
    text = (
        f"Ngày 12/9/2023, Hội nghị lần thứ 19 Ủy ban Hợp tác biên giới do {POST} đăng cai diễn ra tại Sơn La (Lào dự)."
    )
    assert talk(text).name == "Hội nghị lần thứ 19 Ủy ban Hợp tác biên giới"


@pytest.mark.parametrize(("text", "period"), [
    ("Theo báo cáo, giai đoạn 2020 - 2023, các đơn vị hai bên đã gặp gỡ 412 lần.", "2020/2023"),
    ("Hai bên khẳng định năm 2022, mặc dù dịch bệnh phức tạp, hai lực lượng vẫn tuần tra chung.", "2022"),
    # a later look further back is no period under review
    ("Hai bên đánh giá: năm 2022, tình hình ổn định. Từ năm 2018 đến nay, qua bốn lần hội đàm, hai bên đã giúp nhau.", "2022"),
    ("Hai bên đánh giá kết quả phối hợp giai đoạn 2021 - 2023 và thống nhất phương hướng giai đoạn 2023 - 2025.", "2021/2023"),
    ("Giai đoạn 2023 - 2028, hai bên sẽ tăng cường giao ban.", None),
    ("Hai bên khẳng định năm 2024 tiếp tục tuần tra chung.", None),
])  # fmt: skip
def test_stages_and_affirmed_years_are_under_review(text: str, period: str | None) -> None:
    assert talk(TALKED + text).period == period


def test_a_meeting_told_by_its_verb_alone() -> None:
    found = talk(
        "Sáng 19/10/2016, Đồn Biên phòng Sông Trăng (BĐBP Long An) tổ chức họp định kỳ quý III/2016 với Đồn Cảnh sát bảo vệ biên "
        "giới Samrong (Campuchia)."
    )
    assert (found.kind, found.name, found.series, found.period) == (
        "meeting",
        "họp định kỳ quý III/2016",
        "periodic",
        "2016-35",
    )


def test_a_title_over_the_provinces_along_a_border() -> None:
    found = talk(
        "Chiều 22/3/2024, tại thành phố Kon Tum, UBND tỉnh Kon Tum và tỉnh Ratanakiri (Campuchia) tổ chức Hội nghị hợp tác và "
        "phát triển các tỉnh biên giới Việt Nam - Campuchia lần thứ 12."
    )
    assert (found.name, found.round) == (
        "Hội nghị hợp tác và phát triển các tỉnh biên giới Việt Nam - Campuchia lần thứ 12", 12,
    )  # fmt: skip


@pytest.mark.parametrize(("text", "others"), [
    ("Hai bên nghiên cứu tổ chức giao lưu sĩ quan trẻ và tiến tới Hội đàm lần thứ 12.", ["Hội đàm lần thứ 12"]),
    # the signing of the talk's own paper is no other event, one with a day of its own is
    ("Kết thúc, hai bên chứng kiến lễ ký Kế hoạch hợp tác năm 2024 giữa hai tỉnh.", []),
    ("Hội đàm Bí thư Tỉnh ủy - Bí thư Huyện ủy dự kiến trong quý II/2024.", ["Hội đàm Bí thư Tỉnh ủy - Bí thư Huyện ủy"]),
])  # fmt: skip
def test_what_else_a_talk_names(text: str, others: list[str]) -> None:
    assert [o.name for o in extract(TALKED + text).other_talks] == others


def test_who_is_visited_for_work_and_who_attends_are_sent() -> None:
    found = extract(
        "Ngày 9/6/2025, Đoàn đại biểu Quân khu 2, Quân đội Hoàng gia Campuchia do Trung tướng Sok Vanna dẫn đầu sang thăm và làm việc "
        "tại Quân khu 7. Sáng 10/6, hai bên hội đàm. Dự cuộc hội đàm có đại diện Bộ Chỉ huy BĐBP tỉnh Tây Ninh."
    )
    assert {d.country: d.units for d in found.delegations} == {
        "KH": ("Quân khu 2",), "VN": ("Quân khu 7", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Tây Ninh"),
    }  # fmt: skip


def test_a_summary_that_only_attends_gives_way_to_the_exchange_that_is_opened() -> None:
    found = extract(
        "VOV.VN - Hai Bộ trưởng cùng tô son cột mốc, dự hội đàm và trồng cây trong ngày 18/4/2025.\n\n"
        "VOV.VN - Hôm nay, tại cầu Bắc Luân II, Giao lưu hữu nghị quốc phòng biên giới Việt Nam - Trung Quốc lần thứ 9 chính thức "
        "khai mạc. Đoàn Bộ Quốc phòng Trung Quốc do Thượng tướng Lý Minh Vương dẫn đầu. Buổi chiều, hai Bộ trưởng hội đàm."
    )
    assert found.talk is not None
    assert (found.talk.kind, found.talk.round) == ("exchange", 9)


def test_the_next_conference_is_not_the_review_that_is_told() -> None:
    found = extract(
        "Ngày 12/6/2019, tại thành phố Vinh, Công an tỉnh Nghệ An và Công an tỉnh Bô Ly Khăm Xay (Lào) tổ chức Hội nghị tổng kết "
        "công tác phối hợp giai đoạn 2016 - 2018. Hội nghị lần tới sẽ tổ chức tại Bô Ly Khăm Xay."
    )
    assert found.talk is not None
    assert (found.talk.kind, found.talk.period) == ("review_conference", "2016/2018")
    assert [(o.kind, o.status) for o in found.other_talks] == [("conference", "announced")]


def test_a_meeting_with_a_partner_goes_before_the_talks_still_to_come() -> None:
    found = extract(
        "Ngày 5/5/2023, tại xã Thanh Thủy, BĐBP tỉnh Hà Giang gặp gỡ, trao đổi nghiệp vụ với Chi đội Quản lý biên giới Văn Sơn (Trung "
        "Quốc). Hội đàm thường niên lần thứ 10 dự kiến tổ chức trong tháng 9 tại huyện Ma Ly Pho."
    )
    assert found.talk is not None
    assert (found.talk.kind, found.talk.status, found.talk.date) == ("meeting", "held", "2023-05-05")
    assert [o.name for o in found.other_talks] == ["Hội đàm thường niên lần thứ 10"]
