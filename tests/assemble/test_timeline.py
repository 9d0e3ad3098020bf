"""Dates in context: where a year comes from, what "đến nay" ends on, when a stamp is no publication, and the entries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from reading import read_context
from support import Case, odd_articles, seeds
from talkextract import edtf
from talkextract.assemble.timeline import DateMention, Timeline, date_entries, resolve


def timeline(text: str, published: str | None = None) -> Timeline:
    return resolve(read_context(text), published)


def values(text: str, published: str | None = None, until: str | None = None) -> list[str | None]:
    ctx = read_context(text)
    return [e.value for e in date_entries(ctx, resolve(ctx, published), until)]


def first(text: str, published: str | None = None) -> DateMention:
    return timeline(text, published).mentions[0]


NAMED = "Ngày 16/9, tại tỉnh Điện Biên, BĐBP tỉnh tổ chức Hội đàm thường niên lần thứ XIII, năm 2025 với Ty An ninh."


# ---- the article's own words come first


@pytest.mark.parametrize(("text", "value"), [
    (NAMED, "2025-09-16"),
    ("Sáng 16/12, Hội đàm định kỳ quý 4/2024 giữa hai đồn được tổ chức tại trung tâm huyện.", "2024-12-16"),
    # the talk of a quarter is held near its end, also behind it
    ("Sáng 29/1, Hội đàm định kỳ quý 4/2025 giữa hai đồn được tổ chức tại trung tâm huyện.", "2026-01-29"),
    ("Ngày 5/7, hai đồn tiến hành Hội đàm công tác nghiệp vụ 6 tháng đầu năm 2022.", "2022-07-05"),
    ("Ngày 12/1, diễn ra Hội nghị tổng kết công tác biên phòng năm 2023.", "2024-01-12"),
    ("Ngày 28/12, diễn ra Hội nghị triển khai nhiệm vụ năm 2024 của hai bên.", "2023-12-28"),
    ("Ngày 28/6, diễn ra lễ ký kết Quy chế kết nghĩa và biên bản hợp tác năm 2016.", "2016-06-28"),
    # a period under review, if it reaches the event
    ("Ngày 24/11, hai bên tiến hành hội đàm, đánh giá kết quả phối hợp trong năm 2022.", "2022-11-24"),
    # the new year that a visit greets; a plan between two makers; as many years as are reviewed
    ("Ngày 28/12, công an tỉnh thăm đồn. Nhân dịp Năm mới 2026, đoàn chúc đồn mạnh khỏe.", "2025-12-28"),
    ("Ngày 10/2, công an tỉnh thăm, chúc đồn nhân dịp Tết cổ truyền Bính Ngọ 2026.", "2026-02-10"),
    ("Ngày 10/2, công an tỉnh thăm đồn, nhắc lại dịp Tết Mậu Thân 1968.", "XXXX-02-10"),
    ("Ngày 22/8, hai đồn diễn tập. Thực hiện kế hoạch giữa Bộ A và Bộ B, năm 2022, hai đồn phối hợp.", "2022-08-22"),
    ("Ngày 13/12, diễn ra Hội nghị sơ kết 2 năm thực hiện Quy chế giữa hai đồn (năm 2023 - 2024).", "2024-12-13"),
    ("Ngày 13/12, diễn ra Hội nghị sơ kết 2 năm thực hiện Quy chế giai đoạn 2021 - 2025.", "XXXX-12-13"),
    ("Ngày 9/1, hai bên tiến hành hội đàm, đánh giá kết quả phối hợp trong năm 2022.", "XXXX-01-09"),
    ("Ngày 22/7, hai bên hội đàm, đánh giá kết quả từ 6 tháng cuối năm 2021 đến nay.", "2022-07-22"),
    # what is planned, what dates a paper, and another talk say nothing of this one
    ("Ngày 16/11, hai bên hội đàm. Bước sang năm 2018, hai bên sẽ tuần tra chung.", "XXXX-11-16"),
    ("Ngày 16/11, hai bên hội đàm về Hiệp định quy chế quản lý biên giới năm 2016.", "XXXX-11-16"),
    ("Ngày 16/11, diễn ra hội nghị sơ kết 3 năm thực hiện Thỏa thuận hợp tác biên phòng năm 2018.", "XXXX-11-16"),
    ("Ngày 24/10, hai bên rà soát việc thực hiện Biên bản hội đàm thường niên năm 2023.", "XXXX-10-24"),
    ("Ngày 9/1, hai bên hội đàm. Trước đó, tại hội đàm ngày 6/12/2019, hai bên ký bản ghi nhớ.", "XXXX-01-09"),
])  # fmt: skip
def test_the_year_of_an_event_from_the_article_alone(text: str, value: str) -> None:
    found = first(text)
    assert found.value == value
    assert found.resolution == ("unspecified" if value.startswith("XXXX") else "article")


def test_the_title_names_the_year_of_the_event() -> None:
    text = "Lai Châu: Hội đàm công tác nghiệp vụ 6 tháng đầu năm 2022\n\nNgày 22/7, hai đoàn tiến hành hội đàm trực tuyến.\n"
    assert values(text) == ["2022-40", "2022-07-22"]


def test_other_days_are_read_against_the_day_of_the_event() -> None:
    text = NAMED + " Trước đó, ngày 15/9, đoàn thăm đồn. Trong tháng 11, hai bên gặp nhau. Ngày 17/9, đoàn về nước."
    assert values(text) == ["2025-09-16", "2025", "2025-09-15", "2024-11", "2025-09-17"]


def test_the_name_gives_its_year_with_its_place() -> None:
    found = first(NAMED)
    assert found.source is not None
    assert NAMED[found.source.start : found.source.end] == "năm 2025"
    assert (found.precision, found.is_days) == ("day", True)


# ---- then the publication


@pytest.mark.parametrize(("text", "published", "value"), [
    ("Ngày 16/11, hai bên hội đàm.", "2017-11-17", "2017-11-16"),
    ("Ngày 30/12, hai bên hội đàm.", "2024-01-02", "2023-12-30"),
    ("Ngày 12/3, hai bên hội đàm.", "2024-03-11", "2024-03-12"),  # one day's grace
    ("Ngày 13/3, hai bên hội đàm.", "2024-03-11", "2023-03-13"),
    ("Ngày 29/2, hai bên hội đàm.", "2025-03-01", "2024-02-29"),
    ("Từ ngày 30/12 đến ngày 2/1, hai bên hội đàm.", "2025-01-03T05:06+07:00", "2024-12-30/2025-01-02"),
    ("Hội đàm thường niên sẽ diễn ra vào ngày 20/11 tại tỉnh Nghệ An.", "2024-11-18", "2024-11-20"),
    ("Trong 2 ngày 5/1 và 6/1 sẽ diễn ra chương trình giao lưu.", "2024-12-30", "2025-01-05/2025-01-06"),
    ("Ngày 9/1, hai bên hội đàm, thống nhất sẽ tăng cường tuần tra.", "2024-01-10", "2024-01-09"),
    ("Ngày 16/9, hai bên hội đàm. Trong năm 2024, hai bên đã tuần tra 12 lần.", "2025-09-17", "2025-09-16"),
    # a year in the name leaves open the months about its turn
    ("Ngày 12/1, BĐBP tỉnh tổ chức Hội đàm thường niên năm 2024 với bạn.", "2025-01-13", "2025-01-12"),
    ("Quý II, hai bên tuần tra chung 12 lần.", "2024-07-05", "2024-34"),
    ("Phương hướng quý I, hai bên tuần tra chung.", "2024-12-30", "2025-33"),
    ("Đánh giá kết quả 6 tháng đầu năm, hai bên hài lòng.", "2025-07-05", "2025-40"),
    ("Đánh giá kết quả 9 tháng đầu năm, hai bên hài lòng.", "2025-10-05", "2025-01/2025-09"),
    ("So với cùng kỳ tháng 11, lượng xe tăng.", "2021-12-21", "2021-11"),
])  # fmt: skip
def test_the_year_from_the_publication(text: str, published: str, value: str) -> None:
    assert values(text, published)[0] == value


def test_the_name_beats_a_publication_long_after_it() -> None:
    found = first(NAMED, "2027-03-01")
    assert (found.value, found.resolution) == ("2025-09-16", "article")


def test_days_of_a_list_are_one_entry_each() -> None:
    assert values("Các ngày 5 và 20/11, hai bên hội đàm.", "2024-12-01") == ["2024-11-05", "2024-11-20"]


def test_a_day_without_a_month_has_that_of_the_day_before_it() -> None:
    assert values("Ngày 24/10, hai bên hội đàm. Ngày 25, đoàn về nước.", "2024-12-01") == ["2024-10-24", "2024-10-25"]
    assert values("Ngày 24/10, hai bên hội đàm. Ngày 25, đoàn về nước.") == ["XXXX-10-24", "XXXX-10-25"]


def test_joined_dates_share_their_year() -> None:
    text = "Ngày 5/7/2024, hai bên hội đàm, đánh giá quý IV và quý I/2024."
    assert values(text) == ["2024-07-05", "2023-36", "2024-33"]


@pytest.mark.parametrize("text", [
    "Quý II, hai bên tuần tra.", "Trong 6 tháng đầu năm, hai bên tuần tra.", "Từ tháng 9 đến nay, hai bên tuần tra.",
    "Từ đầu năm đến nay, hai bên tuần tra.", "Sáng nay, hai bên tuần tra.", "Năm nay, hai bên tuần tra.",
])  # fmt: skip
def test_no_year_no_value(text: str) -> None:
    assert values(text) == [None]


# ---- "đến nay" and today

SINCE = "Ngày 5/7, hai bên hội đàm. Từ tháng 9/2024 đến nay, hai bên tuần tra chung 12 lần."


@pytest.mark.parametrize(("until", "value"), [
    ("2025-07-05", "2024-09/2025-07-05"),
    ("2025-07-05/2025-07-07", "2024-09/2025-07-07"),
    (None, "2024-09/.."),
    ("XXXX-07-05", "2024-09/.."),
    ("2023-07-05", "2024-09/.."),
])  # fmt: skip
def test_until_now_ends_with_the_talk(until: str | None, value: str) -> None:
    assert values(SINCE, None, until)[1] == value


def test_until_now_without_a_talk_ends_on_the_day_called_today() -> None:
    text = "Sáng nay (5/9), đồn bắt 2 đối tượng. Từ đầu năm 2025 đến nay, đồn bắt 12 đối tượng. Chiều nay, đồn báo cáo cấp trên."
    line = timeline(text, "2025-09-06")
    assert line.today == "2025-09-05"
    assert values(text, "2025-09-06") == ["2025-09-05", "2025-01/2025-09-05"]
    assert values("Đồn bắt 2 đối tượng. Từ đầu năm 2025 đến nay, đồn bắt 12 đối tượng.", "2025-09-06") == ["2025-01/.."]


def test_a_start_without_a_year_takes_it_from_the_end() -> None:
    assert values("Từ tháng 9 đến nay, hai bên tuần tra.", None, "2025-07-05") == ["2024-09/2025-07-05"]
    assert values("Từ đầu năm đến nay, hai bên tuần tra.", None, "2025-07-05") == ["2025-01/2025-07-05"]


@pytest.mark.parametrize(("text", "published", "expected"), [
    ("Sáng nay, tại Lào Cai, hai bên hội đàm.", "2025-03-01", ["2025-03-01"]),
    ("Hôm qua, tại Lào Cai, hai bên hội đàm.", "2025-03-01", ["2025-02-28"]),
    ("Hôm nay 19.11.2019, hai bên hội đàm. Tối qua, đoàn đến nơi.", None, ["2019-11-19", "2019-11-18"]),
    ("Hôm qua (4/9), hai bên hội đàm. Sáng nay, đoàn về nước.", "2025-09-05", ["2025-09-04", "2025-09-05"]),
    ("So với cùng kỳ năm ngoái, số vụ giảm.", "2025-03-01", ["2024"]),
    ("Tình bạn nảy nở hôm nay sẽ giúp đường biên thêm bình yên.", "2025-11-11", []),
])  # fmt: skip
def test_relative_dates(text: str, published: str | None, expected: list[str]) -> None:
    assert values(text, published) == expected


# ---- the stamp of the page

CLOCK = "Đường dây nóng: 0912011882 - (024) 39364407Chủ nhật, {} 05:02 GMT+7\n\n"


@pytest.mark.parametrize(("clock", "body", "published"), [
    # the name or the review tells another year than the clock
    ("28/05/2023", "Ngày 22/7, hai đoàn tiến hành Hội đàm nghiệp vụ 6 tháng đầu năm 2022.", None),
    ("08/05/2024", "Ngày 29/12, các đồn hội đàm với bạn. Trong năm 2022, lực lượng hai bên tuần tra 12 lần.", None),
    ("05/08/2023", "Ngày 22/7, hai đoàn tiến hành Hội đàm nghiệp vụ 6 tháng đầu năm 2022.", None),
    ("05/08/2022", "Ngày 22/7, hai đoàn tiến hành Hội đàm nghiệp vụ 6 tháng đầu năm 2022.", "2022-08-05T05:02+07:00"),
    # a day that states its year
    ("28/05/2023", "Sáng 22/7/2020, hai đoàn tiến hành hội đàm.", None),
    ("28/05/2023", "Sáng 22/7/2023, hai đoàn tiến hành hội đàm.", None),
    ("28/05/2023", "Sáng 22/7/2023, hai đoàn sẽ tiến hành hội đàm.", "2023-05-28T05:02+07:00"),
    ("28/05/2023", "Sáng 26/5/2023, hai đoàn tiến hành hội đàm.", "2023-05-28T05:02+07:00"),
    # nothing contradicts it: background is no contradiction
    ("17/09/2025", "Ngày 16/9, hai đoàn tiến hành hội đàm. Trong năm 2024, hai bên đã tuần tra 12 lần.", "2025-09-17T05:02+07:00"),
    ("17/09/2025", "Vừa qua, hai đoàn tiến hành hội đàm theo Thỏa thuận ký ngày 12-10-2018.", "2025-09-17T05:02+07:00"),
])  # fmt: skip
def test_a_clock_that_the_article_contradicts(clock: str, body: str, published: str | None) -> None:
    line = timeline(CLOCK.format(clock) + "Hai đoàn gặp nhau\n\n" + body + "\n")
    assert line.published == published
    assert (line.stamp is None) == (published is None)


def test_the_callers_day_wins_over_the_page() -> None:
    text = CLOCK.format("17/09/2025") + "Hai đoàn gặp nhau\n\nNgày 16/9, hai đoàn tiến hành hội đàm.\n"
    line = timeline(text, "2024-09-18")
    assert (line.published, line.stamp) == ("2024-09-18", None)
    assert line.mentions[0].value == "2024-09-16"


# ---- the entries


def test_one_entry_a_value_with_its_evidence() -> None:
    ctx = read_context(NAMED + " Sáng 16/9, hai đoàn trao quà.")
    entries = date_entries(ctx, resolve(ctx))
    assert [(e.text, e.value) for e in entries] == [("Ngày 16/9", "2025-09-16"), ("năm 2025", "2025")]
    shown = [(e.field, e.text, e.source) for e in entries[0].evidence]
    assert shown == [
        ("text", "Ngày 16/9", "rule:dates.day"),
        ("value", "Ngày 16/9", "rule:dates.day"),
        ("value", "năm 2025", "rule:dates.year"),
    ]


def test_an_entry_without_a_value_has_evidence_of_its_text_alone() -> None:
    ctx = read_context("Quý II, hai bên tuần tra. Trong quý II, hai bên gặp nhau.")
    (entry,) = date_entries(ctx, resolve(ctx))
    assert (entry.text, entry.value, [e.field for e in entry.evidence]) == ("Quý II", None, ["text"])


def test_dates_within_a_span() -> None:
    line = timeline(NAMED)
    at = NAMED.index("Hội đàm")
    assert [m.value for m in line.within(at, len(NAMED))] == ["2025"]
    assert line.within(0, 3) == ()


ARTICLES = seeds() + odd_articles()


@pytest.mark.parametrize("case", ARTICLES, ids=lambda c: c.id)
def test_the_articles(case: Case) -> None:
    """Values, texts and publication of the gold; that they are EDTF the reference parser says."""
    ctx = read_context(case.text)
    line = resolve(ctx, case.published)
    talk = case.gold["talk"] or {}
    entries = date_entries(ctx, line, talk.get("date") if talk.get("status") == "held" else None)
    assert [{"text": e.text, "value": e.value} for e in entries] == case.gold["dates"]
    assert line.published == case.gold["document"]["published"]
    for e in entries:
        assert e.value is None or parse_edtf(e.value)


PIECES = [
    "Ngày 29/2", "ngày 31/6", "Từ ngày 30/12 đến ngày 2/1", "quý I", "6 tháng cuối năm", "từ đầu năm đến nay", "năm 2023", "sáng nay",
    "năm ngoái", "ngày 5 và 20/11", "24 - 26/11/2024", "ngày 7", "cuối năm 2022", "từ tháng 9/2024 đến nay", "sẽ", "đã", "hội đàm",
    "Hội đàm thường niên", "đánh giá kết quả", ". ", ", ", "\n\n",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join),
    st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1)),
    st.sampled_from([None, "2024-11-26", "XXXX-05-05", "2022-11-24/2022-11-26"]),
)
def test_whatever_is_written_values_are_edtf(text: str, published: date | None, until: str | None) -> None:
    for value in values(text, published.isoformat() if published else None, until):
        assert value is None or edtf.is_valid(value)


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 360))
def test_a_day_without_its_year_is_the_latest_before_the_publication(published: date, back: int) -> None:
    told = published - timedelta(days=back)
    value = values(f"Ngày {told.day}/{told.month}, hai bên hội đàm.", published.isoformat())[0]
    assert value == told.isoformat()


# ---- a day written in full lends its year to those close to it


@pytest.mark.parametrize(("text", "published", "value"), [
    ("Từ ngày 3 đến 6-9-2018, hai bên tuần tra chung. Ngày 6-9, hai bên hội đàm tại cảng.", None, "2018-09-06"),
    ("Từ ngày 30-12-2018 đến ngày 2-1-2019, hai bên tuần tra chung. Ngày 1-1, hai bên hội đàm.", None, "2019-01-01"),
    # a day inside of the interval is surely of it, whenever the page was taken
    ("Từ ngày 3 đến 6-9-2018, hai bên tuần tra chung. Ngày 6-9, hai bên hội đàm.", "2024-05-01", "2018-09-06"),
    ("Ngày 28/12/2018, đoàn đến Đông Hải. Ngày 4/1, hai bên gặp nhau.", None, "2019-01-04"),
    # the day of publication is nearer to the event than another day of the text
    ("Ngày 28/12/2018, đoàn đến Đông Hải. Ngày 4/1, hai bên gặp nhau.", "2020-01-05", "2020-01-04"),
    # months apart, the date of a paper, and what is told as earlier lend nothing
    ("Ngày 3/2/2018, đoàn đến Đông Hải. Ngày 6/9, hai bên gặp nhau.", None, "XXXX-09-06"),
    ("Hai bên thực hiện Hiệp định về quy chế biên giới ký ngày 3/9/2018. Ngày 6/9, hai bên gặp nhau.", None, "XXXX-09-06"),
    ("Ngày 6/9, hai bên gặp nhau. Ngày 1/9/2010, hai đồn kết nghĩa.", None, "XXXX-09-06"),
])  # fmt: skip
def test_a_day_close_to_one_written_in_full_has_its_year(text: str, published: str | None, value: str) -> None:
    month_day = value[5:]
    assert [d.value for d in timeline(text, published).mentions if d.value and d.value[5:] == month_day] == [value]


# ---- deadlines, days just gone, years told behind a day


@pytest.mark.parametrize(("text", "published", "expected"), [
    ("Các đơn vị đã hoàn thành việc sửa chữa trước ngày 30/3.", "2023-04-10", ["2023-03-30"]),
    ("Đề nghị hai bên hoàn thành hồ sơ trước ngày 15/5, chậm nhất là ngày 20/6.", "2023-04-10",
     ["2023-05-15", "2023-06-20"]),
    # a deadline is counted from the event where that is all that is known
    ("Hội đàm diễn ra ngày 8/8/2018. Hội nghị giao các tổ báo cáo trước ngày 30-9.", None, ["2018-08-08", "2018-09-30"]),
    ("Trước đó, ngày 8/4, đoàn cho biết sẽ hỗ trợ bạn.", "2023-04-10", ["2023-04-08"]),
    ("Cửa khẩu tạm đóng từ ngày 1/4 sẽ mở lại vào ngày 15/4.", "2023-04-10", ["2023-04-01", "2023-04-15"]),
    ("Hai bên sẽ gặp lại vào ngày 5/4 năm sau.", "2023-04-10", ["2024-04-05"]),
    ("Thực hiện kế hoạch phối hợp năm 2025, ngày 3/12, hai đồn tuần tra.", None, ["2025", "2025-12-03"]),
    ("Thực hiện kế hoạch phối hợp năm 2023, ngày 5/1, hai đồn tuần tra.", "2024-01-09", ["2023", "2024-01-05"]),
    ("Cuối tuần qua, 26/9, hai bên hội đàm.", "2025-09-28", ["2025-09-26"]),
    ("Từ đầu năm 2024 đến ngày 18-3, bạn trao trả 402 công dân. Chiều 18-3, hai đồn gặp nhau.", None,
     ["2024-01/2024-03-18", "2024-03-18"]),
    ("Chốt được khởi công từ tháng 12-2020, tổng kinh phí 3 tỷ đồng.", None, ["2020-12"]),
    # the year of a talk to come is not that of the reported one
    ("Ngày 16-12, hai bên hội đàm. Năm 2014, hai bên gặp nhau 42 lần. Hội đàm năm 2015 sẽ do phía bạn đăng cai.", None,
     ["2014-12-16", "2014", "2015"]),
    ("Từ ngày 1/1 đến ngày 15/6, bạn trao trả 40 công dân. Hội đàm năm 2018 tổ chức vào năm sau.", "2017-06-30",
     ["2017-01-01/2017-06-15", "2018"]),
    ("Mười tháng của năm 2024, kim ngạch tăng.", None, ["2024-01/2024-10"]),
    # a wish for a year to come does not take the article out of its own year
    (("Sáng 1/12, hai bên hội đàm. Ông mong bạn sang dự khóa tập huấn do Học viện tổ chức năm 2024. Trước đó, sáng 30/11, "
     "các tàu chào nhau."), "2023-12-05", ["2023-12-01", "2024", "2023-11-30"]),
])  # fmt: skip
def test_days_that_words_around_set_in_time(text: str, published: str | None, expected: list[str]) -> None:
    assert values(text, published) == expected


@pytest.mark.parametrize(("lead", "value"), [
    ("Hai bên kiến nghị", "2021-36"), ("Hai bên thống nhất", "2021-36"), ("Kết quả hai bên đã đạt", "2020-36"),
])  # fmt: skip
def test_what_opens_a_list_tells_whether_its_days_are_to_come(lead: str, value: str) -> None:
    text = f"Ngày 24/8/2021, hai đồn hội đàm. {lead}:\n(i) Tuần tra chung;\n(ii) Khảo sát chung mốc 218 trong quý IV."
    assert values(text, "2021-08-25")[-1] == value


@pytest.mark.parametrize(("text", "expected"), [
    ("Ngày 12/10/2024, hai bên hội đàm. Tám tháng năm nay, hai bên tuần tra 12 lần.", ["2024-10-12", "2024-01/2024-08"]),
    ("Ngày 12/10/2024, hai bên hội đàm. Bảy tháng của năm ngoái, hai bên tuần tra 12 lần.",
     ["2024-10-12", "2023-01/2023-07"]),
    ("Trong hai năm 2022 và 2023, hai bên gửi 40 thư.", ["2022/2023"]),
    ("Trong hai năm 2018 và 2023, hai bên gửi 40 thư.", ["2018", "2023"]),
    # the day on which the stretch begins that the article reports on
    ("Sáng 4-3, trường khai giảng lớp. Khóa học từ ngày 4-3 đến ngày 20-6-2018. Ngày 12-3, lớp đi thực tế.",
     ["2018-03-04", "2018-03-04/2018-06-20", "2018-03-12"]),
    ("Sáng 14-4, trường khai giảng lớp theo Kế hoạch từ ngày 4-3-2018 đến ngày 20-6-2018.",
     ["XXXX-04-14", "2018-03-04/2018-06-20"]),
    # what the sides agree to hold, in a list
    (("Ngày 5/6/2018, hai bên hội đàm.\n\nHai bên thống nhất:\n1. Báo tin cho nhau.\n2. Phối hợp mở lớp tập huấn kỹ thuật "
      "cho cán bộ của hai bên vào tháng 8."), ["2018-06-05", "2018-08"]),
    ("Ngày 5/6/2018, hai bên hội đàm. Hai bên hẹn gặp lại vào tháng 12.", ["2018-06-05", "2018-12"]),
])  # fmt: skip
def test_months_of_the_year_years_together_and_stretches_that_begin_today(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_who_receives_guests_plans_nothing() -> None:
    text = "Ngày 9/8, Đồn Biên phòng Na Ư đón Đại đội Biên phòng 511 sang dự giao ban quý II tại xã Na Ư."
    assert values(text, "2021-08-11") == ["2021-08-09", "2021-34"]


def test_each_of_two_days_has_the_year_of_the_first() -> None:
    text = "Trong các ngày 6/9 và 8/9, hai đồn hội đàm, đánh giá kết quả phối hợp trong năm 2022."
    assert values(text) == ["2022-09-06", "2022-09-08", "2022"]


def test_an_open_stretch_needs_no_word_before_it() -> None:
    assert values("Trong đợt cao điểm cuối năm 2021 tới nay, đồn phá bốn vụ.") == ["2021/.."]
