"""Figures: value, unit, category and what is counted; what is no figure; each quantity once."""

from __future__ import annotations

import pytest

from reading import read_context
from support import Case, odd_articles, seeds
from talkextract.assemble.figures import figures
from talkextract.record import Figure

TITLE = "Hai đồn hội đàm ở biên giới\n\n"


def told(text: str) -> list[Figure]:
    return list(figures(read_context(text)))


def brief(text: str) -> list[tuple[float, str, str]]:
    return [(f.value, f.unit, f.category) for f in told(TITLE + text)]


def things(text: str) -> list[tuple[float, str]]:
    return [(f.value, f.what) for f in told(TITLE + text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên đã tuần tra song phương 24 lần với 480 lượt cán bộ, chiến sĩ tham gia; gặp gỡ 12 lần.",
     [(24, "lần", "patrols"), (480, "lượt cán bộ, chiến sĩ", "personnel"), (12, "lần", "meetings")]),
    ("Các đơn vị giao ban cấp đồn được 9 đợt/45 lượt cán bộ, còn giữa các trạm là 18 đợt.",
     [(9, "đợt", "meetings"), (45, "lượt cán bộ", "personnel"), (18, "đợt", "meetings")]),
    ("Lực lượng hai tỉnh đã ba lần tuần tra chung trong quý.", [(3, "lần", "patrols")]),
    ("Qua ba lần tổ chức, giao lưu đã trở thành điểm sáng.", [(3, "lần", "meetings")]),
    ("Hai bên đã trao đổi 45 thư, gửi 14 bức công hàm.", [(45, "thư", "letters"), (14, "bức", "letters")]),
    ("Hai bên chuyển cho nhau 56 nguồn tin.", [(56, "nguồn tin", "other")]),
])  # fmt: skip
def test_what_both_sides_did_together(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên bắt giữ 15 vụ/23 đối tượng; thu giữ 12 bánh heroin, 3,5 kg ma túy đá, 02 khẩu súng, 15 viên đạn.",
     [(15, "vụ", "cases"), (23, "đối tượng", "arrests"), (12, "bánh", "drugs"), (3.5, "kg", "drugs"),
      (2, "khẩu", "contraband"), (15, "viên", "contraband")]),
    ("Công an triệt phá ba chuyên án, bắt giữ năm đối tượng.", [(3, "chuyên án", "cases"), (5, "đối tượng", "arrests")]),
    ("Họ mang theo 18 nghìn viên ma túy tổng hợp.", [(18000, "viên", "drugs")]),
    ("Công an thu ma túy, hơn 50.000 viên; 5.000 bao thuốc lá bị thu giữ.",
     [(50000, "viên", "drugs"), (5000, "bao", "contraband")]),
    ("Thu giữ 120 kg pháo nổ, 3 xe ô tô và 5.000 bao thuốc lá.",
     [(120, "kg", "contraband"), (3, "xe ô tô", "contraband"), (5000, "bao", "contraband")]),
    ("Các đơn vị ngăn chặn 3 vụ/12 công dân nhập cảnh trái phép; 1 vụ/3 cư dân chăn thả gia súc.",
     [(3, "vụ", "cases"), (12, "công dân", "arrests"), (1, "vụ", "cases"), (3, "cư dân", "arrests")]),
    ("Lực lượng chức năng nhắc nhở 30 lượt người vượt biên.", [(30, "lượt người", "arrests")]),
    ("Bắt giữ một đối tượng.", [(1, "đối tượng", "arrests")]),
    ("Công an giải cứu 8 nạn nhân.", [(8, "nạn nhân", "other")]),
])  # fmt: skip
def test_cases_and_what_was_seized(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Phía bạn đã trao trả 35 công dân; phía ta bắt 2 đối tượng.",
     [(35, "công dân", "returns"), (2, "đối tượng", "arrests")]),
    ("Có 6 đối tượng truy nã được phát hiện, bàn giao.", [(6, "đối tượng", "returns")]),
    ("Hai bên bắt giữ 5 đối tượng, trao trả cho phía bạn 2 công dân.",
     [(5, "đối tượng", "arrests"), (2, "công dân", "returns")]),
    ("Đồn tiếp nhận, kiểm tra y tế và đưa đi cách ly đối với 7 trường hợp.", [(7, "trường hợp", "returns")]),
    ("Quân y khám bệnh, cấp thuốc miễn phí cho 1.200 lượt người dân.", [(1200, "lượt người dân", "medical")]),
    ("Đồn tặng bạn 50 suất quà, 2 tấn gạo, 10 con bò giống.",
     [(50, "suất", "aid"), (2, "tấn", "aid"), (10, "con", "aid")]),
    ("Đồn đỡ đầu 25 học sinh, xây 5 căn nhà.", [(25, "học sinh", "aid"), (5, "căn", "aid")]),
    ("Hai bên làm thủ tục cho 1.500 lượt xe và 3.200 lượt người xuất nhập cảnh, 45 tấn hàng hóa.",
     [(1500, "lượt xe", "traffic"), (3200, "lượt người", "traffic"), (45, "tấn", "other")]),
    ("Số xe chưa thông quan vào khoảng 6.200, kéo theo nhiều tài xế.", [(6200, "xe", "traffic")]),
    ("Hai bên đã cùng phát quang 12 km đường thông tầm nhìn.", [(12, "km", "other")]),
])  # fmt: skip
def test_who_was_returned_helped_or_let_through(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Tổng kinh phí là hơn 3,1 tỷ đồng.", [(3100000000, "VND", "money")]),
    ("Quà trị giá gần 300 triệu.", [(300000000, "VND", "money")]),
    ("Kim ngạch đạt 121,65 triệu USD, tăng 40,5%.", [(121650000, "USD", "money"), (40.5, "%", "other")]),
    ("Bạn tặng 500 triệu kíp và 20.000 nhân dân tệ.", [(500000000, "LAK", "money"), (20000, "CNY", "money")]),
    ("Hai tỉnh có 231,74 km đường biên giới với 136 cột mốc.",
     [(231.74, "km", "border_length"), (136, "cột mốc", "markers")]),
    ("Đường biên giới dài 141 km được giữ vững.", [(141, "km", "border_length")]),
    ("Đã xác định 317/371 mốc chính, phân giới 932,7/1.137km biên giới.",
     [(317, "mốc", "markers"), (932.7, "km", "border_length")]),
    ("Đồn phụ trách 12,5 km giáp biên giới Việt Nam - Lào.", [(12.5, "km", "border_length")]),
    ("Hai bên tuần tra song phương 2 đợt/ 30 Cán bộ chiến sĩ.",
     [(2, "đợt", "patrols"), (30, "Cán bộ chiến sĩ", "personnel")]),
])  # fmt: skip
def test_money_shares_and_the_border(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize("text", [
    "Hai bên, 2 tỉnh, 4 đồn và 3 Chi khu bàn bảy lĩnh vực của 3 văn kiện pháp lý.",
    "Thời gian tới, hai bên sẽ tổ chức 4 đợt tuần tra song phương.",
    "Hai bên thống nhất tặng bạn 10 con bò giống.",
    "Mỗi quý tuần tra chung một lần, hằng tháng giao ban 2 lần.",
    "Đoàn gồm 15 cán bộ; tham dự có hơn 100 đại biểu và 200 cán bộ, chiến sĩ.",
    "Sự kiện có sự góp mặt của gần 1.000 đại biểu.",
    "Cửa khẩu cách trung tâm huyện 35 km.",
    "Sau 3 năm và 14 ngày, người đàn ông 31 tuổi trở về, đúng dịp 80 năm Quốc khánh.",
    "Ngày 22/7, tại mốc 144, từ mốc 589 đến mốc 628, hội đàm lần thứ 15 diễn ra.",
    "Năm 2022 cán bộ hai bên vẫn tuần tra.",
    "Trong hai người bị bắt, một người nghiện ma túy; hai đối tượng này khai nhận.",
    "Hai đồn trở thành hai người bạn; một công dân bị giữ ở chợ.",
    "Hàng chục đối tượng, hàng trăm viên ma túy bị thu giữ; tội phạm tăng gấp 3 lần.",
    "Hai cán bộ lãnh đạo vừa được bổ nhiệm.",
    "Hai bên duy trì 2 đường dây nóng.",
    "Đường dây nóng: 0912011882 - (024) 39364407",
])  # fmt: skip
def test_what_is_no_figure(text: str) -> None:
    assert brief(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Lúc cao điểm, 780 xe nằm chờ ở cửa khẩu, trong khi bạn chỉ tiếp nhận 300 xe.",
     [(780, "xe", "traffic"), (300, "xe", "traffic")]),
    ("Công an tỉnh tiếp nhận 2 xe ô tô do phía bạn trao trả.", [(2, "xe ô tô", "returns")]),
    ("Đồn đã tiếp nhận 617 công dân do bạn trao trả, phát hiện 41 trường hợp vượt biên.",
     [(617, "công dân", "returns"), (41, "trường hợp", "arrests")]),
    ("Tại cửa khẩu, 9.218 lượt lái xe được lấy mẫu xét nghiệm.", [(9218, "lượt lái xe", "medical")]),
    ("Trạm tặng 20 máy đo thân nhiệt, đồn gửi lại bạn 500 chai nước rửa tay.",
     [(20, "máy đo thân nhiệt", "aid"), (500, "chai", "aid")]),
    ("BĐBP tỉnh giúp bạn dựng 2 nhà trực, sửa 9 doanh trại.", [(2, "nhà trực", "aid"), (9, "doanh trại", "aid")]),
    ("Hai bên tuần tra chung 4 chuyến, hành trình 1.240 hải lý.", [(4, "chuyến", "patrols"), (1240, "hải lý", "other")]),
    ("Chi cục thu ngân sách từ hoạt động xuất nhập khẩu đạt 1.200 tỷ đồng.", [(1.2e12, "VND", "money")]),
])  # fmt: skip
def test_vehicles_helped_and_taken_in(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize("text", [
    "Cước vận chuyển tăng thêm 5 triệu đồng mỗi chuyến.",
    "Năm 2012, GDP bình quân đầu người của tỉnh đạt 20,5 triệu đồng; thu ngân sách 1.850 tỷ đồng.",
    "Đội thắng 3 - 1, nhận 10 triệu đồng tiền thưởng.",
    "Hai người trao nhau bức thư của cấp trên.",
    "Tàu đậu cách bờ 12 hải lý.",
])  # fmt: skip
def test_fees_what_a_province_earns_and_prizes_are_no_figures(text: str) -> None:
    assert brief(text) == []


def test_a_plan_that_is_judged_is_no_plan() -> None:
    assert brief("Hai bên thống nhất đánh giá, trong năm đã giao ban 18 lần.") == [(18, "lần", "meetings")]


def test_what_names_the_thing_or_the_act() -> None:
    assert things("Hai bên tuần tra song phương 24 lần với 480 lượt cán bộ tham gia.") == [
        (24, "tuần tra song phương"), (480, "tuần tra song phương"),
    ]  # fmt: skip
    assert things("Công an bắt 4 đối tượng, thu 2 kg thuốc nổ; 7 công dân được bàn giao.") == [
        (4, "bắt"), (2, "thuốc nổ"), (7, "bàn giao"),
    ]  # fmt: skip
    assert things("Với tổng kinh phí khám, chữa bệnh và cấp thuốc hơn 3,1 tỷ đồng.") == [
        (3100000000, "khám, chữa bệnh và cấp thuốc"),
    ]  # fmt: skip


def test_a_figure_of_the_title_is_the_bodys() -> None:
    text = "Bắt hai đối tượng cùng 18 nghìn viên ma túy\n\nHai đối tượng sa lưới với 17.980 viên ma túy tổng hợp."
    assert [(f.value, f.unit) for f in told(text)] == [(2, "đối tượng"), (17980, "viên")]


def test_a_figure_told_again_is_one_and_equal_figures_of_one_sentence_are_two() -> None:
    again = "Hai bên bắt 6 đối tượng.\n\nTrong năm, 6 đối tượng đã bị bắt giữ."
    assert brief(again) == [(6, "đối tượng", "arrests")]
    twice = "Hai bên bắt 2 vụ buôn lậu, khởi tố 2 vụ mua bán người."
    assert brief(twice) == [(2, "vụ", "cases"), (2, "vụ", "cases")]


def test_a_teaser_counts_nothing() -> None:
    text = "Hai đồn hội đàm\n\nHai bên giao ban 3 lần.\n\nTin liên quan: Đồn tiếp nhận 110 công dân do bạn trao trả\n"
    assert [(f.value, f.unit) for f in told(text)] == [(3, "lần")]


def test_every_value_shows_its_words_in_the_callers_text() -> None:
    text = "Hai đồn hội đàm\r\n\r\nHai bên  đã tuần tra\u00a0chung 2.480 lần, tặng 3,1 tỷ đồng."
    first, second = told(text)
    assert {e.field: e.text for e in first.evidence} == {
        "value": "2.480", "unit": "lần", "category": "tuần tra\u00a0chung", "what": "tuần tra\u00a0chung",
    }  # fmt: skip
    assert {e.field: e.text for e in second.evidence} == {
        "value": "3,1 tỷ", "unit": "đồng", "category": "đồng", "what": "tặng",
    }  # fmt: skip
    assert all(text[e.start : e.end] == e.text for f in (first, second) for e in f.evidence)


@pytest.mark.parametrize("text", ["", "\n\n", "The two sides met 12 times.", "12", "một", "%", "12 12 12 vụ vụ"])
def test_odd_texts_do_no_harm(text: str) -> None:
    assert all(f.value for f in told(text))


@pytest.mark.parametrize("case", [*seeds(), *odd_articles()], ids=lambda c: c.id)
def test_the_articles_of_development(case: Case) -> None:
    got = [(f.value, f.unit.lower(), f.category) for f in told(case.text)]
    gold = [(f["value"], f["unit"].lower(), f["category"]) for f in case.gold["figures"]]
    assert sorted(got) == sorted(gold)


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên thu 150 kg pháo nổ, tặng bạn 900 khẩu trang.", [(150, "kg", "contraband"), (900, "khẩu trang", "aid")]),
    ("Hai bên thu giữ 3 xe ô tô; tặng trạm bạn 2 xe máy.", [(3, "xe ô tô", "contraband"), (2, "xe máy", "aid")]),
    ("Đồn hỗ trợ 20 bao gạo, thu giữ 40 bao thuốc lá.", [(20, "bao", "aid"), (40, "bao", "contraband")]),
])  # fmt: skip
def test_goods_are_what_the_nearest_verb_makes_of_them(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Đồn bàn giao 5 con bò giống cho hộ nghèo ở bản.", [(5, "con", "aid")]),
    ("Đồn bàn giao 6 công dân cho lực lượng bạn.", [(6, "công dân", "returns")]),
])  # fmt: skip
def test_what_is_handed_to_the_needy_is_aid(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


def test_places_of_markers_count_beside_the_markers() -> None:
    assert brief("Hai bên quản lý 31 vị trí/38 cột mốc.") == [(31, "vị trí", "markers"), (38, "cột mốc", "markers")]


@pytest.mark.parametrize("text", [
    "Hai tàu của mỗi bên đã tuần tra chung trên vùng biển.",
    "Mỗi bên cử 3 tàu tham gia cuộc diễn tập.",
    "Hai bên huy động 4 xe ô tô phục vụ cuộc tuần tra.",
])  # fmt: skip
def test_what_the_forces_themselves_sail_on_is_no_traffic(text: str) -> None:
    assert brief(text) == []


def test_what_they_inspect_is() -> None:
    assert brief("Hai tàu của mỗi bên kiểm tra 12 lượt tàu cá.") == [(12, "lượt tàu cá", "traffic")]


@pytest.mark.parametrize(("text", "expected"), [
    # acts in a row govern an event together
    ("Hai bên gặp gỡ, trao đổi qua thư và điện thoại 19 lần/194 lượt cán bộ.",
     [(19, "lần", "meetings"), (194, "lượt cán bộ", "personnel")]),
    ("Các đồn gặp gỡ trao đổi 5 lần.", [(5, "lần", "meetings")]),
    ("Hai bên điện đàm 56 lần, gặp gỡ 7 cuộc.", [(56, "lần", "other"), (7, "cuộc", "meetings")]),
    ("Tổ chức tuyên truyền 36 buổi/2.540 lượt người tham gia.",
     [(36, "buổi", "other"), (2540, "lượt người", "other")]),
    ("Hai bên tổ chức 3 hội nghị giao ban.", [(3, "hội nghị", "meetings")]),
    ("Hai bên tuần tra song phương 5 lần/102 đồng chí.", [(5, "lần", "patrols"), (102, "đồng chí", "personnel")]),
    ("Hai bên trao đổi 12 lượt thư.", [(12, "lượt", "letters")]),
    # persons and vehicles
    ("Đồn đã tiếp nhận 65 công dân, gồm 57 nam và 8 nữ.",
     [(65, "công dân", "returns"), (57, "nam", "returns"), (8, "nữ", "returns")]),
    ("Bệnh xá tiếp nhận, điều trị 56 lượt bệnh nhân.", [(56, "lượt bệnh nhân", "medical")]),
    ("Hai bên phát hiện 12 trường hợp nhiễm Covid-19.", [(12, "trường hợp", "other")]),
    ("Cán bộ đã làm thủ tục cho 7.915 lượt phương tiện; phát hiện 1 vụ buôn lậu.",
     [(7915, "lượt phương tiện", "traffic"), (1, "vụ", "cases")]),
    ("Tàu của bạn cứu giúp một tàu cá cùng 7 ngư dân gặp nạn.", [(1, "tàu cá", "other"), (7, "ngư dân", "other")]),
    ("Đồn mở 6 lớp dạy tiếng Lào cho 180 học viên.", [(6, "lớp", "other"), (180, "học viên", "personnel")]),
    # goods and works
    ("Tang vật gồm 1 xe máy, 1 súng ngắn, 2 điện thoại di động và 7 bao tải chứa 148kg pháo nổ.",
     [(1, "xe máy", "contraband"), (1, "súng", "contraband"), (2, "điện thoại di động", "contraband"),
      (7, "bao tải", "contraband"), (148, "kg", "contraband")]),
    ("Nhân dân giúp nhau 120 ngày công; đồn tặng bạn 2 máy phát điện.",
     [(120, "ngày công", "aid"), (2, "máy phát điện", "aid")]),
    ("Phát 180 tờ rơi song ngữ.", [(180, "tờ rơi", "other")]),
    ("Hai bên có 27 cặp bản, 12 cặp đồn - trạm kết nghĩa.", [(27, "cặp", "other"), (12, "cặp", "other")]),
    ("Hai bên duy trì 35 tổ, chốt trên tuyến.", [(35, "tổ, chốt", "other")]),
    ("Cán bộ làm thủ tục cho 1 250 lượt người.", [(1250, "lượt người", "traffic")]),
    ("Đề nghị các đồn trực sẵn sàng, không để gián đoạn việc quản lý 80,485 km đường biên giới.",
     [(80.485, "km", "border_length")]),
])  # fmt: skip
def test_more_wordings_of_what_is_counted(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize("text", [
    "Tuyến dây dài 3,3km qua hai xã.",
    "Quãng đường 80km có 70km nằm trên đất bạn.",
    "Mỗi tháng tuyên truyền cho 500 lượt người.",
    "Hai bên tuần tra thường xuyên, mỗi tổ 12 người.",
    "Năm qua, hai bên phải hủy hai lần gặp gỡ định kỳ vì dịch.",
    "Bên lề hội đàm, bà cụ kể chuyện hai lần báo tin cho bộ đội.",
    "Giữa hai buổi họp, các chỉ huy nhắc chuyện đời thường.",
    "Sóng đánh chìm, ngư dân trên hai ghe kêu cứu.",
    "Biên bản có chữ ký của hai người chủ trì hội đàm.",
    "Đoàn công tác do Đại tá Lò Văn Pó dẫn đầu, cùng 8 cán bộ, sang thăm bạn.",
    "Đoàn Việt Nam có 9 thành viên, trao đổi cởi mở.",
    "Thời gian thông quan một xe hàng rút còn 50 phút.",
    "Hai bên họp để giải quyết một vụ va chạm.",
    "Ở ngã ba, hai xe gặp nhau.",
    "Tổ tuần tra gồm 16 người, mỗi bên 8 người.",
    "Biên đội gồm 4 tàu tham gia tuần tra.",
    "Có 340 đại biểu ngồi kín hội trường.",
    "Anh năm nay 45 tuổi, có 3 con.",
    "Kế hoạch năm 2027 gồm 4 lần tuần tra.",
    "Lễ khởi công nhà làm việc, tổng kinh phí 15 tỷ đồng.",
])  # fmt: skip
def test_other_lengths_rates_and_what_takes_part_count_nothing(text: str) -> None:
    assert brief(text) == []


def test_who_was_caught_is_counted_once_whatever_he_is_called() -> None:
    text = "Tổ công tác bắt giữ 2 người vượt biên. Vụ án nay đã rõ: 2 đối tượng bị khởi tố."
    assert brief(text) == [(2, "người", "arrests")]


@pytest.mark.parametrize(("text", "expected"), [
    ("Đồn tiếp nhận 37 công dân do bạn trao trả. Số người trên gồm 22 nam, 15 nữ bị bắt giữ do nhập cảnh trái phép.",
     [(37, "công dân", "returns"), (22, "nam", "returns"), (15, "nữ", "returns")]),
    ("Đồn tiếp nhận 20 công dân. Có 4 người vừa trốn khỏi một tụ điểm lừa đảo.",
     [(20, "công dân", "returns"), (4, "người", "returns")]),
    ("Hai bên bắt và chuyển giao 7 đối tượng truy nã.", [(7, "đối tượng", "returns")]),
    ("Hai bên tổ chức 28 lần tuần tra chung, gặp gỡ trao đổi tình hình 51 lần.",
     [(28, "lần", "patrols"), (51, "lần", "meetings")]),
    ("Các đồn ngăn chặn, tiếp nhận 644 trường hợp nhập cảnh từ Lào.", [(644, "trường hợp", "returns")]),
    ("Quân khu đã giúp đơn vị bạn xây dựng 14 công trình và 1 nhà làm việc.",
     [(14, "công trình", "aid"), (1, "nhà làm việc", "aid")]),
    ("Số vật tư được trao gồm 300 lít dung dịch sát khuẩn, 3 tấn gạo.", [(300, "lít", "aid"), (3, "tấn", "aid")]),
    ("Đồn duy trì 23 tổ, chốt với 170 cán bộ, chiến sĩ.",
     [(23, "tổ, chốt", "other"), (170, "cán bộ, chiến sĩ", "personnel")]),
    ("Hai bên đã trao đổi 134 yêu cầu xác minh; làm thủ tục cho 31.700 tờ khai.",
     [(134, "yêu cầu", "other"), (31700, "tờ khai", "other")]),
    ("Hai đồn tìm và đưa về nhà 5 người đi rừng bị lạc.", [(5, "người", "other")]),
    ("Hai bên thống nhất bảo vệ công tác cắm mốc trên 260,4km biên giới.", [(260.4, "km", "border_length")]),
])  # fmt: skip
def test_what_was_told_before_and_what_stands_around_a_count(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


def test_other_people_of_the_day_were_not_handed_over() -> None:
    assert brief("Đồn tiếp nhận 20 công dân. Trong ngày, 5 người dân bị thương.") == [(20, "công dân", "returns")]


@pytest.mark.parametrize(("text", "expected"), [
    # what was done in common
    ("Lực lượng hai tỉnh đi chung với nhau 6 chuyến, qua 22 mốc.", [(6, "chuyến", "patrols"), (22, "mốc", "markers")]),
    ("Hai bên tổ chức 42 buổi trao đổi, gặp gỡ ở các cấp.", [(42, "buổi", "meetings")]),
    ("Đồn tổ chức 46 buổi tuyên truyền, trao 25 suất học bổng.", [(46, "buổi", "other"), (25, "suất", "aid")]),
    ("Qua 12 kỳ hội đàm, hai tỉnh đã giải quyết nhiều việc.", [(12, "kỳ", "meetings")]),
    ("Thư tín trao đổi giữa các đồn đạt 612 lá.", [(612, "lá", "letters")]),
    ("Các đồn nhận 31 bức thư, gửi đi 29 bức.", [(31, "bức", "letters"), (29, "bức", "letters")]),
    ("Bạn duy trì tuần tra với 19 tổ/95 lượt chiến sĩ.",
     [(19, "tổ", "patrols"), (95, "lượt chiến sĩ", "personnel")]),
    ("Hai bên tuần tra 284 lượt, quân số tham gia 3.412 đồng chí.",
     [(284, "lượt", "patrols"), (3412, "đồng chí", "personnel")]),
    ("Có 2.000 đoàn viên thanh niên hai bên tham gia giao lưu.", [(2000, "đoàn viên", "personnel")]),
    # persons
    ("Tổng số 97 công dân vượt biên được bàn giao trong 23 lần.", [(97, "công dân", "returns"), (23, "lần", "returns")]),
    ("Phía bạn trao lại 19 người phạm pháp, giải cứu và đưa về 33 phụ nữ.",
     [(19, "người", "returns"), (33, "phụ nữ", "returns")]),
    ("Công an đưa 21 phụ nữ, trẻ em bị lừa bán trở về với gia đình.", [(21, "phụ nữ, trẻ em", "returns")]),
    ("Hai bên phối hợp xác minh 34 trường hợp.", [(34, "trường hợp", "other")]),
    ("Có 4 công dân bám phao được bộ đội vớt lên. Sức khỏe của 4 người đã ổn định.", [(4, "công dân", "other")]),
    ("Có 2 vụ, 5 người, tang vật 6.000 viên hồng phiến.",
     [(2, "vụ", "cases"), (5, "người", "arrests"), (6000, "viên", "drugs")]),
    ("Có 7 hộ/32 khẩu di cư tự do bị phát hiện.", [(7, "hộ", "arrests"), (32, "khẩu", "arrests")]),
    ("Nhà trường tiếp nhận đào tạo 45 học viên.", [(45, "học viên", "personnel")]),
    ("Công an giúp bạn mở lớp tiếng Việt cho 16 học viên.", [(16, "học viên", "personnel")]),
    ("Lớp tập huấn vừa bồi dưỡng 12 công chức.", [(12, "công chức", "personnel")]),
    ("Đồn huy động 60 cán bộ giúp dân chữa cháy 8 ha rừng.", [(60, "cán bộ", "personnel"), (8, "ha", "aid")]),
    # goods, vehicles, what else is counted
    ("Đồn cõng sang cho bản 600 kg gạo; tặng 60 bình oxy loại 40 lít.", [(600, "kg", "aid"), (60, "bình", "aid")]),
    ("Đội công tác tiêm phòng cho 2.300 con trâu, bò.", [(2300, "con", "medical")]),
    ("Hai bên phát 2.000 tờ rơi và 320 tài liệu song ngữ.", [(2000, "tờ rơi", "other"), (320, "tài liệu", "other")]),
    ("Tàu hai nước tuyên truyền cho 11 tàu cá.", [(11, "tàu cá", "other")]),
    ("Công an giao lại 3 xe máy bị mất cắp.", [(3, "xe máy", "returns")]),
    ("Hai huyện dập tắt 2 đám cháy rừng; phát hiện 3 điểm sạt lở.", [(2, "đám", "other"), (3, "điểm", "other")]),
    ("Cán bộ giúp dân làm 4 km đường bê tông.", [(4, "km", "aid")]),
    ("Hai bên đã phân giới được 1.045 km.", [(1045, "km", "border_length")]),
    ("Tổng trị giá hàng vi phạm là 5,6 tỷ.", [(5600000000, "VND", "money")]),
    ("Tặng bản kết nghĩa 20 triệu tiền mặt.", [(20000000, "VND", "money")]),
    ("Công an bắt anh ta cùng 2 đồng bọn.", [(2, "đồng bọn", "arrests")]),
    ("Cán bộ rà soát được 45 cặp vợ chồng, lập danh sách 118 trường hợp di cư tự do.",
     [(45, "cặp vợ chồng", "other"), (118, "trường hợp", "other")]),
    ("Tịch thu 1 khẩu AK, 2 băng đạn, 15 bẫy thú, 82 khúc gỗ.",
     [(1, "khẩu", "contraband"), (2, "băng", "contraband"), (15, "bẫy", "contraband"), (82, "khúc", "contraband")]),
    ("Công an bắt 2 kẻ cầm đầu; trên xe có 120 kg pháo.", [(2, "kẻ", "arrests"), (120, "kg", "contraband")]),
    ("Hai bên tuần tra được 36 đợt, mỗi đợt từ 12 đến 15 người.", [(36, "đợt", "patrols")]),
    ("Bạn chốt chặn tại 23 vị trí với 115 cán bộ.", [(115, "cán bộ", "personnel")]),
    # so many pass, also told for each day
    ("Mỗi ngày có hơn 1.300 lượt xe làm thủ tục.", [(1300, "lượt xe", "traffic")]),
    ("Mỗi ngày có 5.000 lượt người xuất nhập cảnh.", [(5000, "lượt người", "traffic")]),
])  # fmt: skip
def test_wordings_of_other_papers(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


def test_the_parts_of_a_lot_are_what_was_done_with_the_lot() -> None:
    given = "Đồn trao tặng vật tư cho trạm bạn. Số hàng gồm 60 bình oxy và 500 bộ đồ bảo hộ."
    assert brief(given) == [(60, "bình", "aid"), (500, "bộ", "aid")]
    assert brief("Hai bên thăm chợ. Số hàng bày bán có 60 bình oxy.") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Có 3 vụ, 9 người chặt cây được vận động quay về.", [(3, "vụ", "cases"), (9, "người", "arrests")]),
    ("20.000 khẩu trang cùng 500 bộ đồ bảo hộ mà tỉnh gửi sang đã đến nơi.",
     [(20000, "khẩu trang", "aid"), (500, "bộ", "aid")]),
    ("Ban Tổ chức cũng chuẩn bị 200 suất quà để tặng học sinh.", []),
    ("Hội đàm quyết định bồi dưỡng tiếng Việt cho 40 cán bộ.", []),
    ("Đơn vị hai lần được phong tặng danh hiệu Anh hùng.", []),
])  # fmt: skip
def test_what_was_done_planned_or_only_honoured(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên đánh giá 2 chuyến tuần tra chung và 168 cuộc liên lạc qua sóng.",
     [(2, "chuyến", "patrols"), (168, "cuộc", "other")]),
    # prices are no results; a value is
    ("Giá xăng tăng 300 đồng, giá vé giảm 35%.", []),
    ("Hai bên thu giữ hàng hóa trị giá 5 tỷ đồng.", [(5_000_000_000, "VND", "money")]),
    ("Đồn A gặp gỡ Đồn B về việc 02 công dân vượt biên.", []),
    ("Hai bên trao quà trị giá 95.000.000đ, hỗ trợ 2 triệu đ.",
     [(95_000_000, "VND", "money"), (2_000_000, "VND", "money")]),
])  # fmt: skip
def test_radio_calls_prices_and_short_dong(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


def test_goods_of_the_headline_and_of_the_body_are_one() -> None:
    text = "Thu giữ 2 tấn chân gà ở biên giới\n\nNgày 5/6/2024, lực lượng hai bên kiểm tra kho có 2 tấn chân gà."
    assert [(f.value, f.unit) for f in told(text)] == [(2, "tấn")]


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên đã kiểm tra 33 tàu cá; nhắc nhở 46 tàu cá; bắt giữ 3 tàu cá.",
     [(33, "tàu cá", "other"), (46, "tàu cá", "other"), (3, "tàu cá", "contraband")]),
    ("Hai bên đã phối hợp tìm kiếm 8 ngư dân gặp nạn.", [(8, "ngư dân", "other")]),
    ("Việt Nam đã tiếp nhận 310 lượt cán bộ sang học tập tại các trường; tiếp nhận 12 công dân.",
     [(310, "lượt cán bộ", "personnel"), (12, "công dân", "returns")]),
    ("BĐBP đã hỗ trợ bạn 1 trụ sở làm việc, 1 trường học; tặng 3 căn “Nhà tình bạn”.",
     [(1, "trụ sở", "aid"), (1, "trường học", "aid"), (3, "căn", "aid")]),
    ("Hai bên đã hoàn thành 31 vị trí với 34 cột mốc.", [(31, "vị trí", "markers"), (34, "cột mốc", "markers")]),
])  # fmt: skip
def test_what_was_done_with_vessels_students_and_houses(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


def test_the_caught_of_the_headline_are_those_of_the_body() -> None:
    found = told("Chặn xe chở ma túy, bắt 4 người\n\nSáng 9/4, BĐBP Hà Tĩnh bắt 4 nghi phạm, thu giữ 50 kg ma túy đá.")
    assert [(f.value, f.unit) for f in found] == [(4, "nghi phạm"), (50, "kg")]


def test_what_remains_is_no_result() -> None:
    assert brief("Hai bên đã hoàn thành 84% phân giới, thúc đẩy giải quyết 16% còn lại.") == [(84, "%", "other")]


@pytest.mark.parametrize(("text", "expected"), [
    ("Tuyến biên giới dài 120 km với 70 vị trí, 75 mốc quốc giới.",
     [(120, "km", "border_length"), (70, "vị trí", "markers"), (75, "mốc", "markers")]),
    ("Đồn tặng bạn 300 bộ kít xét nghiệm.", [(300, "bộ", "aid")]),
    ("Hai bên ngăn chặn 3 vụ/12 người dân tộc thiểu số vượt biên.", [(3, "vụ", "cases"), (12, "người", "arrests")]),
    ("Hai bên trao đổi 87 công văn, thư.", [(87, "công văn, thư", "letters")]),
    ("Phía Việt Nam đào tạo 40 cán bộ, học viên Lào.", [(40, "cán bộ, học viên", "personnel")]),
    ("Hai bên xây tặng trạm y tế và 6 giếng nước.", [(6, "giếng nước", "aid")]),
    ("Phía Việt Nam giúp xây dựng 4 đồn cảnh sát biên giới cho bạn.", [(4, "đồn", "aid")]),
    ("Cùng dự có 4 đồn cảnh sát biên giới của bạn.", []),
    ("Đội tuần tra phát quang hơn 1.500m2 cây bụi.", [(1500, "m2", "other")]),
    ("Hai bên khánh thành nhà rộng 120 m2.", []),
    ("Hai bên bắt 3 đối tượng. Ba đối tượng khai nhận mang hàng đến bản giao cho người nhận.", [(3, "đối tượng", "arrests")]),
    ("Đồn tiếp nhận 41 công dân do bạn trao trả. Qua xác minh, 41 công dân cư trú ở nhiều tỉnh.", [(41, "công dân", "returns")]),
    ("Việc qua lại của nhân dân tại cửa khẩu được giải quyết thuận lợi với 1.200 lượt người.", [(1200, "lượt người", "traffic")]),
    ("Qua 5 lần tổ chức, chương trình đã có tiếng vang.", [(5, "lần", "meetings")]),
    ("Hai bên mở 3 đợt cao điểm tấn công tội phạm; phía bạn trao trả 7 đối tượng.", [(3, "đợt", "other"), (7, "đối tượng", "returns")]),
])  # fmt: skip
def test_what_stands_beside_and_what_was_built(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên giúp bạn sửa chữa 3 dãy nhà ở.", [(3, "dãy", "aid")]),
    ("Khu nhà có 3 dãy nhà hai tầng.", []),
    ("9 cặp vợ chồng được hướng dẫn làm thủ tục kết hôn.", [(9, "cặp vợ chồng", "other")]),
    ("Hai bên chuyển giao cho nhau 17 phụ nữ, trẻ em bị bắt cóc.", [(17, "phụ nữ, trẻ em", "returns")]),
    ("Có 320 tấn chè được xuất sang bạn; 5 công dân xuất cảnh trái phép bị bắt.",
     [(320, "tấn", "other"), (5, "công dân", "arrests")]),
    ("Làm việc với cơ quan Công an, 9 trường hợp bị lập biên bản vì nhập cảnh trái phép.", [(9, "trường hợp", "arrests")]),
    ("Qua 14 đợt, 412 công dân đã được hai bên trao, nhận.", [(14, "đợt", "returns"), (412, "công dân", "returns")]),
    ("Đã có 45 học viên Lào được tiếp nhận học tập tại Việt Nam.", [(45, "học viên", "personnel")]),
    ("Một phụ nữ bị lừa bán đã được phía bạn trao trả.", [(1, "phụ nữ", "returns")]),
    ("Một phụ nữ kể chuyện nhà mình.", []),
    ("Có 61.300 lượt người đã qua cặp cửa khẩu Nà Lan; 35 công dân được trao trả.",
     [(61300, "lượt người", "traffic"), (35, "công dân", "returns")]),
    ("Có 9 người bị bắt khi xuất cảnh trái phép qua lối mở.", [(9, "người", "arrests")]),
    ("Hai bên kiến nghị:\n(i) Hỗ trợ bạn 500 bộ kít xét nghiệm;\n(ii) Tuần tra chung 6 đợt.", []),
    ("Trong năm, hai bên đã:\n- Tuần tra chung 6 đợt;\n- Trao đổi 14 thư.", [(6, "đợt", "patrols"), (14, "thư", "letters")]),
])  # fmt: skip
def test_what_passed_what_was_handed_over_and_what_is_proposed(
    text: str, expected: list[tuple[float, str, str]]
) -> None:
    assert brief(text) == expected


def test_the_talks_that_a_headline_counts_are_no_result() -> None:
    found = told("Một chuyến đi, hai cuộc hội đàm\n\nSáng 5/3, hai đồn hội đàm. Hai bên đã tuần tra 6 đợt.")
    assert [(f.value, f.category) for f in found] == [(6, "patrols")]


@pytest.mark.parametrize(("text", "expected"), [
    ("Đồn trao 100 phần quà và 20 chiếc xe đạp cho học sinh nghèo.", [(100, "phần", "aid"), (20, "chiếc", "aid")]),
    ("Hai bên bắt giữ 2 đối tượng, thu 3 chiếc xe máy.", [(2, "đối tượng", "arrests"), (3, "chiếc", "contraband")]),
    ("Hải quan hỗ trợ bạn 2 máy soi hành lý và mở 3 lớp tập huấn cho 64 cán bộ, công chức.",
     [(2, "máy soi hành lý", "aid"), (3, "lớp", "other"), (64, "cán bộ, công chức", "personnel")]),
    ("Tỉnh giúp xây tặng 1 trạm kiểm soát; xây tặng bạn 2 đồn biên phòng.",
     [(1, "trạm kiểm soát", "aid"), (2, "đồn", "aid")]),
    ("Tỉnh hỗ trợ 5 tấn xi măng giúp bạn làm nhà.", [(5, "tấn", "aid")]),
    ("Bạn trao trả 387 công dân làm việc trong các sòng bạc, trong đó có 29 người bị lừa.",
     [(387, "công dân", "returns"), (29, "người", "returns")]),
    ("Hai bên đã 5 lần làm việc với nhau tại đồn.", [(5, "lần", "meetings")]),
    ("Tuyến có 12 đồn biên phòng, 3 trạm kiểm soát.", []),
])  # fmt: skip
def test_measure_words_what_is_built_and_where_people_work(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


def test_what_is_counted_by_the_piece_is_the_thing() -> None:
    assert things("Đồn trao 20 chiếc xe đạp, 5 tấn xi măng giúp bạn.") == [(20, "xe đạp"), (5, "xi măng")]


@pytest.mark.parametrize(("text", "expected"), [
    ("Đồn tặng bạn một máy bơm nước.", [(1, "máy bơm nước", "aid")]),
    ("Đồn Biên phòng Keng Đu tặng Đại đội Biên phòng 214 một chiếc máy phát điện.", [(1, "chiếc", "aid")]),
    ("Đơn vị xây tặng bạn một chốt gác.", [(1, "chốt gác", "aid")]),
    ("Đồn tặng bạn 2 xe máy, một bộ máy tính và một con bò.", [(2, "xe máy", "aid"), (1, "bộ", "aid"), (1, "con", "aid")]),
    ("Đoàn trao cho bạn 1 xe cứu thương.", [(1, "xe", "aid")]),
    ("Hai bên gửi công hàm 12 lần.", [(12, "lần", "letters")]),
    ("Quân y phát hiện 3 cháu bé suy dinh dưỡng.", [(3, "cháu", "medical")]),
    ("Đồn tặng quà bạn một cách chân tình.", []),
    ("Đơn vị hỗ trợ phía bạn một phần kinh phí.", []),
    ("Hai bên trao đổi bằng thư 9 lần, gặp gỡ 5 lần.", [(9, "lần", "letters"), (5, "lần", "meetings")]),
    ("Quân y phát hiện 14 trường hợp tăng huyết áp.", [(14, "trường hợp", "medical")]),
    ("Trạm cách ly theo dõi 8 trường hợp sốt.", [(8, "trường hợp", "medical")]),
    ("Đồn phát hiện 14 trường hợp nhập cảnh trái phép.", [(14, "trường hợp", "arrests")]),
    ("Nhờ đường dây nóng, 14 thuyền viên được đưa về bờ an toàn.", [(14, "thuyền viên", "other")]),
    ("Đồn tiếp nhận 60 công dân Việt Nam do phía Lào trao trả, giải cứu 4 phụ nữ bị lừa bán.",
     [(60, "công dân", "returns"), (4, "phụ nữ", "other")]),
    ("Hai biên đội kiểm tra 40 tàu cá của hai nước.", [(40, "tàu cá", "other")]),
    ("Kim ngạch qua cửa khẩu bình quân đạt 52,5 triệu USD/năm.", [(52500000, "USD", "money")]),
    ("Tỉnh hỗ trợ học sinh 2 triệu đồng/năm.", []),
    ("Đến nay có 7 doanh nghiệp của tỉnh đang đầu tư tại Hủa Phăn.", [(7, "doanh nghiệp", "other")]),
    ("Có 30 doanh nghiệp dự hội nghị kêu gọi đầu tư vào tỉnh.", []),
    ("Hai huyện tổ chức 4 hoạt động giao lưu văn nghệ.", [(4, "hoạt động", "other")]),
    ("Công an tỉnh tặng bạn 2 xe mô-tô.", [(2, "xe mô-tô", "aid")]),
    ("Vườn tặng bạn 8 máy định vị.", [(8, "máy định vị", "aid")]),
])  # fmt: skip
def test_one_thing_given_the_sick_the_rescued_and_a_year(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Tang vật thu giữ gồm một xe ô tô, một xe máy và hai điện thoại.", [(1, "xe ô tô"), (1, "xe máy"), (2, "điện thoại")]),
    ("Công an thu giữ 12 bánh heroin (gần 4 kg), một khẩu súng săn và một xe mô tô.",
     [(12, "bánh"), (4, "kg"), (1, "khẩu"), (1, "xe mô tô")]),
    ("Đoàn tặng 5 suất quà và một máy bơm.", [(5, "suất"), (1, "máy bơm")]),
    ("Công an thu giữ 5 kg ma túy đá, một đối tượng bỏ chạy.", [(5, "kg")]),
    ("Bộ đội bắt giữ hai đối tượng đi trên một xe máy.", [(2, "đối tượng")]),
    ("Bộ đội thu giữ 2 xe máy; một xe máy của dân được trả.", [(2, "xe máy")]),
])  # fmt: skip
def test_one_thing_in_a_list_of_things_seized_or_given(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(f.value, f.unit) for f in told(TITLE + text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Công an thu giữ 300 pháo nổ, 2 lựu đạn.", [(300, "pháo nổ", "contraband"), (2, "lựu đạn", "contraband")]),
    ("Đội tìm kiếm trên 1.200m² với 45 hố đào, dò tìm 3km đường hào.",
     [(1200, "m²", "other"), (45, "hố đào", "other"), (3, "km", "other")]),
    ("Nhóm này khai chở thuê ma túy cho 2 đối tượng bên kia biên giới.", []),
])  # fmt: skip
def test_things_without_a_measure_word_and_who_was_not_caught(
    text: str, expected: list[tuple[float, str, str]]
) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Số vụ phát hiện, bắt giữ: 12; số đối tượng: 19.", [(12, "vụ", "cases"), (19, "đối tượng", "arrests")]),
    ("Trong năm, số lượt tuần tra song phương là 16.", [(16, "lượt", "patrols")]),
    ("Số thư trao đổi: 42; số điện thoại: 0912.", [(42, "thư", "letters")]),
    ("Có 300 hộ dân ký cam kết không vi phạm quy chế biên giới.", []),
])  # fmt: skip
def test_a_number_behind_its_noun_and_a_pledge(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(text) == expected
