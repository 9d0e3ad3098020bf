"""What the words around a date, and the dates before it, make of it."""

from __future__ import annotations

import pytest

from talkextract import read_dates

PUBLISHED = "2025-04-15"  # a Tuesday

READ = [
    # a few weeks ahead is to come, unless it is told as past
    ("Vé mở bán ngày 20/4.", ["2025-04-20"]),
    ("Vé đã mở bán ngày 20/4.", ["2024-04-20"]),
    ("Hôm 20/4, vé mở bán.", ["2024-04-20"]),
    ("Ngày 20/4, vé đã mở bán.", ["2024-04-20"]),
    ("Ngày 14/4, vé mở bán.", ["2025-04-14"]),
    ("Ngày 20/8, bão hình thành.", ["2024-08-20"]),
    ("Ngày 20/8, hội sẽ mở.", ["2025-08-20"]),
    ("Điểm thi công bố hôm qua, thí sinh phúc khảo đến ngày 26/4.", ["2025-04-14", "2025-04-26"]),
    ("Kế hoạch quý III là 120 tỷ đồng, lợi nhuận quý I giảm.", ["2025-35", "2025-33"]),
    ("Hội hoãn hồi tháng 5; ban tổ chức dự kiến mở ngày 20/4.", ["2024-05", "2025-04-20"]),
    # what is agreed to be held is to come, what is agreed about the past is not
    ("Hai bên thống nhất mở đợt tuần tra từ ngày 1 đến 10/8.", ["2025-08-01/2025-08-10"]),
    ("Hai bên thống nhất đánh giá đợt tuần tra ngày 5/8 đạt kết quả.", ["2024-08-05"]),
    # the weekday tells in which year a day falls
    ("Thi thứ Hai 3/11, nghỉ thứ Tư (5/11).", ["2025-11-03", "2025-11-05"]),
    ("Vụ cháy xảy ra Chủ nhật, 3/11.", ["2024-11-03"]),
    # a date follows a coming one
    ("Giải sẽ khai mạc ngày 2/8. Đội tập trung trong hai ngày 30 và 31/7.", ["2025-08-02", "2025-07-30/2025-07-31"]),
    # a date written in full lends its year, but not that of a person or a paper
    ("Tháng 5/2022, hai bị cáo lập công ty. Ngày 22/7, họ bỏ trốn.", ["2022-05", "2022-07-22"]),
    ("Ngày 20/12/2022, tòa mở phiên. Ngày 5/1, tòa tuyên án.", ["2022-12-20", "2023-01-05"]),
    ("Bị cáo Nam (sinh năm 1984) bị bắt ngày 10/4.", ["1984", "2025-04-10"]),
    ("Theo Luật Đất đai năm 2024, hồ sơ nhận từ ngày 1/4.", ["2024", "2025-04-01/.."]),
    ("Năm 2020, dịch bùng phát.\nNgày 10/4, bệnh viện mở lại.", ["2020", "2025-04-10"]),
    # "và" shares a year; what does not follow is no interval
    ("Hội nghị quý I và quý II/2024", ["2024-33", "2024-34"]),
    ("Các ngày 5, 8 và 12/4, đội tập kín.", ["2025-04-05", "2025-04-08", "2025-04-12"]),
    ("Sau các năm 2008 và 2018, đội lại vô địch.", ["2008", "2018"]),
    # told from another date of the sentence, or from the day of writing
    ("Tháng 11/2024, xuất khẩu giảm 5% so với tháng trước.", ["2024-11", "2024-10"]),
    ("Quý II/2024, lợi nhuận tăng so với cùng kỳ năm trước.", ["2024-34", "2023"]),
    ("Xuất khẩu giảm so với tháng trước.", ["2025-03"]),
    # the weekday is outside of the date, in brackets too
    ("Thứ Ba (15/4), chợ họp.", ["2025-04-15"]),
    ("Nghỉ Tết từ 22 tháng Chạp năm Ất Tỵ đến mùng 6 tháng Giêng năm Bính Ngọ.", ["2026-02-09/2026-02-22"]),
    ("Từ thứ Hai (14/4) đến thứ Sáu (18/4), trường nghỉ.", ["2025-04-14/2025-04-18"]),
    ("Các năm 2019, 2020, 2021, xã đều được mùa.", ["2019/2021"]),
    # a bare day behind the verb of an event, and of a told year
    ("Hội khai mạc 20h 18/4, bế mạc 20/4, kết thúc 2-1.", ["2025-04-18", "2025-04-20"]),
    ("Cầu sập 16/10 năm ngoái, phòng khám mở cửa 24/7.", ["2024-10-16"]),
    # an interval over the turn of a year
    ("Giá vé đã tăng từ 28/12 đến 3/1.", ["2024-12-28/2025-01-03"]),
    # from now on, and units to come
    ("Từ nay đến cuối năm, giá giữ nguyên.", ["2025-04-15/2025"]),
    ("Mưa kéo dài từ nay đến Chủ nhật.", ["2025-04-15/2025-04-20"]),
    ("Hồ sơ nhận từ nay tới hết 30/6.", ["2025-04-15/2025-06-30"]),
    ("Hội mở hai tuần nữa, bế mạc 20 ngày nữa.", ["2025-04-28/2025-05-04", "2025-05-05"]),
    ("Anh phải học thêm hai năm nữa.", []),
    # months in words, quarters and days of a month that is told
    ("Vụ cháy xảy ra tháng tư năm ngoái.", ["2024-04"]),
    ("Tháng ba, hoa gạo nở; cuối tháng tư, lúa trỗ.", ["2025-03", "2025-04"]),
    ("Mỗi tháng hai lần, lương tháng ba triệu.", []),
    ("Tháng mười một, nước dâng; tháng mười hai năm 2023 thì không.", ["2024-11", "2023-12"]),
    # the last quarter "of the year" is that of this one, though it is still to come
    ("Công ty đặt mục tiêu cao cho quý cuối năm.", ["2025-36"]),
    ("Ngày 5-6 tháng trước, đội tập kín.", ["2025-03-05/2025-03-06"]),
    ("Lũy kế quý I - III/2024 tăng.", ["2024-01/2024-09"]),
    ("Quý I, II và III/2024, lãi giảm.", ["2024-33", "2024-34", "2024-35"]),
    # days before a pause or in a row; shares, scores and degrees are none
    ("Dịp 30/4 - 1/5, khách tăng.", ["2025-04-30/2025-05-01"]),
    ("Tour đi 25/4, 8/5 và 22/5, giá giảm.", ["2025-04-25", "2025-05-08", "2025-05-22"]),
    ("Đội tập trung 20/4, xếp 9/12 đội, mở cửa 24/7.", ["2025-04-20"]),
    ("Vùng núi 8-12/9 độ C, từ 8-12/9 độ.", []),
    ("Học tối 2-4-6, ngày 2 lần, sau 7-10 ngày.", []),
    # the same day in the other calendar; a term
    ("Trường nghỉ ngày 22/2/2026, tức mùng 6 tháng Giêng.", ["2026-02-22", "2026-02-22"]),
    ("Thủ tướng yêu cầu hoàn thành trước ngày 30/8.", ["../2025-08-30"]),
    ("Đoàn làm việc từ 9 đến 11/4, kết luận sẽ công bố sau.", ["2025-04-09/2025-04-11"]),
    # two figures behind two signs that differ are no year
    ("Tuần qua (7-13/4), mưa to.", ["2025-04-07/2025-04-13", "2025-04-07/2025-04-13"]),
    # what is impossible gives the part that holds
    ("Giấy ghi ngày 29/2/2023.", ["2023-02"]),
    ("Giấy ghi ngày 31 tháng 6 năm 2025.", ["2025-06"]),
    ("Giấy ghi ngày 31/6.", []),
    ("Báo cáo quý VI.", []),
    ("Ngày 30 tháng 2 âm lịch năm 2025, làng họp.", []),
]


@pytest.mark.parametrize(("text", "values"), READ)
def test_the_words_around_a_date_decide(text: str, values: list[str]):
    assert [d.value for d in read_dates(text, PUBLISHED)] == values


UNDATED = [
    ("Ngày 22/7, đoàn lên đường.", "XXXX-07-22"),
    ("Hôm qua, đoàn lên đường.", None),
    ("Quý II, lợi nhuận tăng.", None),
    ("Từ tháng 9 đến nay, giá tăng.", None),
    ("Tuần trước, giá giảm.", None),
    ("Mùng 3 Tết, chợ họp.", None),
    ("Từ hôm nay, giá tăng.", None),
]


@pytest.mark.parametrize(("text", "value"), UNDATED)
def test_without_a_day_of_publication_the_year_stays_unsaid(text: str, value: str | None):
    assert [(d.value, d.resolution) for d in read_dates(text)] == [(value, "unspecified")]


PRECISIONS = [
    ("ngày 16/9/2025", "day"),
    ("tháng 9/2025", "month"),
    ("quý III/2025", "quarter"),
    ("6 tháng đầu năm 2025", "half"),
    ("năm 2025", "year"),
    ("những năm 1990", "decade"),
    ("thế kỷ XIX", "century"),
    ("từ ngày 24 đến 26/11/2022", "interval"),
    ("trước năm 2016", "interval"),
]


@pytest.mark.parametrize(("text", "precision"), PRECISIONS)
def test_how_long_a_date_is(text: str, precision: str):
    assert [d.precision for d in read_dates(text)] == [precision]


def test_offsets_are_those_of_the_text_as_given():
    text = "\ufeffNga\u0300y  16/9/2025 va\u0300 nga\u0300y\u00a017/9/2025"
    assert [(text[d.start : d.end] == d.text, d.value) for d in read_dates(text)] == [(True, "2025-09-16/2025-09-17")]


def test_at_the_end_of_the_calendar_a_day_is_still_read():
    (found,) = read_dates("Ngày 20/4, vé mở bán.", published="9999-12-30")
    assert found.value is not None
    assert found.value.endswith("-04-20")


def test_the_first_quarter_of_the_year_is_that_of_this_one_in_january_too():
    (found,) = read_dates("Công ty đặt mục tiêu cao cho quý đầu năm.", published="2025-01-10")
    assert found.value == "2025-33"


def test_a_text_without_dates_has_none():
    assert read_dates("") == read_dates(" \n ") == read_dates("Xin chào") == []
