"""Topics: what counts as a subject of the talk, and what stands in names, in the past or in circumstances only."""

from __future__ import annotations

from typing import get_args

import pytest

from reading import read_context
from support import Case, odd_articles, seeds
from talkextract import extract
from talkextract.assemble.topics import topics
from talkextract.record import TopicName

TITLE = "Hai đơn vị gặp nhau\n\n"


def named(text: str) -> list[str]:
    return [t.topic for t in topics(read_context(TITLE + text))]


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên quản lý, bảo vệ tốt đường biên.", "border_management"),
    ("Hai đồn kiểm soát chặt người và phương tiện qua lại.", "border_management"),
    ("Bảo đảm an ninh, trật tự khu vực biên giới.", "border_management"),
    ("Các vụ việc xảy ra trên biên giới được giải quyết ngay.", "border_management"),
    ("Hai đồn duy trì tuần tra liên hợp.", "joint_patrol"),
    ("Hai bên thường xuyên trao đổi thông tin.", "information_exchange"),
    ("Chỉ huy hai đồn báo cho nhau khi có việc.", "information_exchange"),
    ("Hai bên chuyển cho nhau 56 nguồn tin.", "information_exchange"),
    ("Hai bên giữ đường dây nóng.", "hotline"),
    ("Hai bên chặn đứng các đường dây ma túy.", "drugs"),
    ("Đấu tranh với tội phạm mua bán phụ nữ, trẻ em.", "human_trafficking"),
    ("Ngăn chặn buôn lậu và gian lận thương mại.", "smuggling"),
    ("Ngăn chặn vận chuyển hàng hóa trái phép.", "smuggling"),
    ("Ngăn chặn xuất, nhập cảnh trái phép.", "illegal_migration"),
    ("Vận chuyển người vượt biên là tội phạm.", "illegal_migration"),
    ("Giải quyết di cư tự do, kết hôn không giá thú.", "free_migration"),
    ("Thu hồi vũ khí, vật liệu nổ.", "weapons"),
    ("Một số hộ theo đạo trái phép.", "religion"),
    ("Ngăn chặn các thế lực thù địch.", "hostile_forces"),
    ("Bác bỏ luận điệu xuyên tạc.", "hostile_forces"),
    ("Hai bên phối hợp phòng, chống dịch Covid-19.", "epidemic"),
    ("Chủ động phòng cháy rừng, thiên tai.", "disaster"),
    ("Hai tỉnh bàn nâng cấp cửa khẩu phụ lên cửa khẩu chính.", "gate_upgrade"),
    ("Hai bên bàn mở thêm lối thông quan.", "gate_upgrade"),
    ("Tạo thuận lợi cho hàng hóa và doanh nghiệp hai bên.", "trade"),
    ("Tạo thuận lợi để nhân dân giao thương.", "trade"),
    ("Các cặp bản kết nghĩa thăm nhau.", "twinning"),
    ("Cán bộ xuống bản tuyên truyền.", "public_awareness"),
    ("Vận động nhân dân giữ gìn nếp sống mới.", "public_awareness"),
    ("Hai bên trao trả công dân.", "repatriation"),
    ("Có 6 đối tượng truy nã được phát hiện, bàn giao.", "repatriation"),
    ("Hai bên mở lớp bồi dưỡng cán bộ.", "training"),
    ("Cảm ơn sự giúp đỡ của Việt Nam.", "aid"),
    ("Quân y hai nước khám bệnh miễn phí.", "aid"),
    ("Đồn tặng bạn 20 con bò giống.", "aid"),
    ("Hai bên phối hợp phân giới, cắm mốc.", "demarcation"),
    ("Ngăn chặn tội phạm công nghệ cao, lừa đảo qua mạng.", "cybercrime"),
])  # fmt: skip
def test_a_sentence_names_one_topic(text: str, expected: str) -> None:
    assert named(text) == [expected]


def test_each_topic_has_a_sentence_above() -> None:
    marks = test_a_sentence_names_one_topic.pytestmark  # type: ignore[attr-defined]
    assert {case[1] for case in marks[0].args[1]} == set(get_args(TopicName))


@pytest.mark.parametrize("text", [
    "Hai bên ngăn chặn tội phạm qua biên giới.",
    "Sở Ngoại vụ giúp tỉnh quản lý nhà nước về đối ngoại, biên giới.",
    "Đại đội Quản lý biên giới Kim Bình cử đoàn sang dự.",
    "Trinh sát phòng, chống ma túy và tội phạm tham gia.",
    "Hai bên nghiêm túc thực hiện Nghị định thư phân giới cắm mốc.",
    "Sau khi dịch COVID-19 lắng xuống, hoạt động giao thương sớm khôi phục.",
    "Do ảnh hưởng của dịch bệnh, hai bên ít gặp nhau.",
    "Hai đoàn tặng hoa, trao quà lưu niệm; đoàn bạn tặng nhau những món quà lưu niệm.",
    "Hai bên trao đổi kinh nghiệm; Sở Thông tin và Truyền thông đưa tin.",
    "Hai bên bày tỏ tin tưởng, báo cáo cấp trên.",
    "Kẻ cướp có vũ trang bị chặn lại.",
    "Tình bạn ấy sẽ giúp đường biên thêm yên.",
    "Cư dân đi lại thăm thân, khám chữa bệnh ở thị trấn.",
    "Nhân dân làm ăn, phát triển kinh tế.",
    "Hải quân tìm kiếm cứu nạn trên biển.",
    "Bộ Giáo dục và Đào tạo cử đại diện dự.",
    "Đường dây nóng: 0912011882",
    "Đồn trồng 2.000 cây dọc đường tuần tra.",
])  # fmt: skip
def test_what_is_no_topic(text: str) -> None:
    assert named(text) == []


def test_propaganda_of_enemies_is_no_public_awareness() -> None:
    assert named("Chúng lợi dụng tuyên truyền thành lập “Nhà nước Mông”.") == ["hostile_forces"]
    assert named("Một số hộ nghe tuyên truyền đạo.") == ["religion"]


def test_goods_that_are_no_trade() -> None:
    assert named("Tội phạm mua bán, vận chuyển trái phép chất ma túy.") == ["drugs"]
    assert named("Ngăn chặn buôn bán hàng cấm.") == ["smuggling"]


@pytest.mark.parametrize("text", [
    "Lượng người và hàng hóa qua lại ngày càng nhiều.", "Hàng hóa lưu thông tăng, tình hình ổn định.",
])  # fmt: skip
def test_traffic_that_grows_is_a_circumstance_no_trade(text: str) -> None:
    assert "trade" not in named(text)


def test_words_of_a_paper_are_no_topic() -> None:
    text = "Hai bên thực hiện nghiêm Hiệp định về quy chế quản lý biên giới và cửa khẩu biên giới trên đất liền."
    assert named(text) == []


def test_a_look_back_is_background_but_the_same_day_is_not() -> None:
    assert named("Trước đó, tại hội đàm năm 2019, hai bên bàn về ma túy.") == []
    assert named("Trước đó, sáng cùng ngày, hai bên đã tuần tra chung.") == ["joint_patrol"]


def test_a_teaser_names_no_topic() -> None:
    assert named("Hai bên tuần tra chung.\n\nTin liên quan: Bắt 3 kg ma túy ở biên giới\n") == ["joint_patrol"]


def test_topics_stand_in_the_order_of_the_closed_list_each_once() -> None:
    text = "Hai bên bàn về kết nghĩa, ma túy, tuần tra chung, lại bàn về ma túy và tuần tra."
    assert named(text) == ["joint_patrol", "drugs", "twinning"]


def test_one_topics_words_hide_no_other_topic() -> None:
    assert named("Hai bên giữ ổn định cho công tác phân giới cắm mốc.") == ["border_management", "demarcation"]


def test_evidence_is_the_first_cue_of_the_body() -> None:
    text = "Đánh ma túy ở vùng cao\n\nHai bên  bắt tội phạm ma\u00a0túy, sẽ đánh mạnh ma túy.\n"
    (topic,) = [t for t in topics(read_context(text)) if t.topic == "drugs"]
    (evidence,) = topic.evidence
    assert (evidence.field, evidence.text) == ("topic", "ma\u00a0túy")
    assert text[evidence.start : evidence.end] == "ma\u00a0túy"
    assert evidence.source == "rule:topics.drugs"


@pytest.mark.parametrize("text", ["", "\n\n", "The two sides discussed drugs.", "ma", "!"])
def test_odd_texts_name_nothing(text: str) -> None:
    assert topics(read_context(text)) == ()


@pytest.mark.parametrize("case", [*seeds(), *odd_articles()], ids=lambda c: c.id)
def test_the_articles_of_development(case: Case) -> None:
    assert [t.topic for t in topics(read_context(case.text))] == case.gold["topics"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Các bên quản lý 80,485 km đường biên giới.", "border_management"),
    ("Không thi công công trình sát biên khi chưa báo trước.", "border_management"),
    ("Tin tức trên tuyến được chuyển cho nhau đều đặn.", "information_exchange"),
    ("Hai bên trao đổi kịp thời danh sách đối tượng.", "information_exchange"),
    ("Kẻ xấu dụ dỗ phụ nữ sang bên kia.", "human_trafficking"),
    ("Hai bên giải cứu 92 nạn nhân bị mua bán.", "human_trafficking"),
    ("Ngăn chặn vận chuyển lâm sản trái phép.", "smuggling"),
    ("Đồn bắt 3 vụ vận chuyển trái phép 2.140 con gia cầm giống.", "smuggling"),
    ("Ngăn chặn săn trộm, mua bán thú rừng.", "smuggling"),
    ("Ngăn chặn người qua lại đường mòn trái phép.", "illegal_migration"),
    ("Phối hợp quản lý lao động chui.", "illegal_migration"),
    ("Một số hộ di cư sang Lào.", "free_migration"),
    ("Hai bên khuyến cáo cư dân bỏ thói quen kéo lưới.", "public_awareness"),
    ("Tổ công tác nhắc bà con giữ vệ sinh.", "public_awareness"),
    ("Hai bên tiếp nhận 41 lượt/1.126 công dân.", "repatriation"),
    ("Bản giáp biên có ca dương tính.", "epidemic"),
    ("Phối hợp cứu hộ, cứu nạn khi mưa lũ.", "disaster"),
    ("Nâng cao trình độ ngoại ngữ cho cán bộ.", "training"),
    ("Toàn tuyến đã cắm xong 60 cột mốc.", "demarcation"),
    ("Đấu tranh với tội phạm lừa đảo chiếm đoạt tài sản qua mạng.", "cybercrime"),
    ("Hai bên siết chặt cửa khẩu phụ Pu Lau.", "border_management"),
    ("Kiểm soát chặt lái xe đường dài.", "border_management"),
    ("Tạo điều kiện cho nhân dân qua lại cửa khẩu phụ Pu Lau.", "border_management"),
    ("Không để dân phá rừng làm rẫy qua biên giới.", "border_management"),
    ("Hai bên trao đổi 74 công văn.", "information_exchange"),
    ("Hai bên báo sớm thủ đoạn của tội phạm.", "information_exchange"),
    ("Hễ có người lạ thì gọi điện báo ngay.", "information_exchange"),
    ("Có việc gì, hai đồn báo cho bạn biết.", "information_exchange"),
    ("Hai bên không để dịch Covid-19 lọt qua đường mòn.", "epidemic"),
    ("Công dân được lấy mẫu xét nghiệm Covid-19.", "epidemic"),
    ("Hai bên bố trí cán bộ trực suốt mùa nước nổi.", "disaster"),
    ("Đồn trao 25 suất học bổng.", "aid"),
    ("Hai bên phối hợp truy quét toán phỉ.", "hostile_forces"),
    ("Hai bên ký Quy chế phối hợp tuần tra chung.", "joint_patrol"),
    ("Hội nghị đánh giá kết quả thực hiện Thỏa thuận kết nghĩa bản - bản.", "twinning"),
])  # fmt: skip
def test_more_wordings_of_one_topic(text: str, expected: str) -> None:
    assert named(text) == [expected]


@pytest.mark.parametrize("text", [
    "Mọi thông tin báo chí liên hệ Ban Tổ chức.",
    "Hai bên hỗ trợ nhau trong xác minh, truy bắt tội phạm.",
    "Hai bên sớm hoàn tất hồ sơ quy tập, hồi hương hài cốt liệt sĩ.",
    "Đội Phòng, chống buôn lậu dự họp.",
    "Đồn gửi thư đề nghị trạm bạn phối hợp.",
    "Hai bên thực hiện Quy chế phối hợp tuần tra chung.",
    "Mẫu được đưa đi xét nghiệm ADN.",
    "Khách mua hạt phỉ làm quà.",
])  # fmt: skip
def test_press_desks_police_work_remains_and_units_are_no_topics(text: str) -> None:
    assert named(text) == []


def test_a_paper_for_an_upgrade_is_no_border_control() -> None:
    assert named("Hai bên hoàn tất thủ tục nâng cấp cửa khẩu Pu Lau.") == ["gate_upgrade"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên giữ nguyên hiện trạng ở các khu vực còn khác nhau về nhận thức.", ["border_management"]),
    ("Bàn giao 16 đối tượng vi phạm quy định về xuất, nhập cảnh.", ["illegal_migration", "repatriation"]),
    ("Tình trạng đưa đón lao động qua sông trái phép vẫn diễn ra.", ["illegal_migration"]),
    ("Giải cứu 17 nạn nhân bị cưỡng bức lao động.", ["human_trafficking"]),
    ("Giáo dục bộ đội và nhân dân hai bên.", ["public_awareness"]),
    ("Bạn ủng hộ nhân dân Huế 100 triệu kíp.", ["aid"]),
    ("Sau trận mưa lũ tháng 10, lưu lượng hàng hóa giảm.", []),
    ("Hai bên hồi hương 11 hài cốt liệt sĩ.", []),
])  # fmt: skip
def test_what_the_sides_do_and_what_only_befell_them(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên báo trước khi hồ chứa xả lũ.", ["information_exchange", "disaster"]),
    ("Bà con giúp nhau dập lửa khi cháy lan sang rừng bạn.", ["disaster", "aid"]),
    ("Trận lũ tháng 8 vừa rồi, đồn gùi sang cho bản Na Luông 500 kg gạo.", ["disaster", "aid"]),
    ("Do ảnh hưởng của bão số 5, hội đàm lùi lại một ngày.", []),
    ("Mỗi tuần hai đồn điện đàm một lần.", ["information_exchange"]),
    ("Nhờ tin của bạn, ta bắt 3 vụ.", ["information_exchange"]),
    ("Đồn nhận 31 bức thư của bạn.", ["information_exchange"]),
    ("Tin tức về các toán khai thác gỗ, săn bắt thú rừng, phá rẫy trong rừng sâu được chuyển cho nhau.",
     ["information_exchange"]),
    ("Hai bên giữ số điện thoại nóng ở cấp chi cục.", ["hotline"]),
    ("Kẻ xấu lừa phụ nữ sang bên kia sông bán làm vợ.", ["human_trafficking"]),
    ("Trẻ em theo mẹ đi bán vé số.", []),
    ("Tình trạng kết hôn không đăng ký đã giảm.", ["free_migration"]),
    ("Lực lượng chức năng thu 2 khẩu K59.", ["weapons"]),
    ("Đơn vị bạn nhận 500 khẩu trang.", []),
    ("Thu giữ tang vật, trị giá hàng hóa 2 tỷ đồng.", []),
    ("Quà do đoàn viên và các doanh nghiệp đóng góp.", []),
    ("Các đơn vị đưa nội dung ba văn kiện đến từng hộ dân.", ["public_awareness"]),
    ("Hai huyện hướng dẫn đồng bào Mông, Nùng hiểu quy định.", ["public_awareness"]),
    ("Công an huyện đưa 21 phụ nữ, trẻ em trở về với gia đình.", ["repatriation"]),
    ("Bàn giao cho Công an tỉnh bạn 3 đối tượng truy nã.", ["repatriation"]),
    ("Đồn bàn giao 2 ngôi nhà cho người nghèo.", []),
    ("Anh học tiếng Khơ-me từ mẹ.", []),
    ("Chỉ huy đồn trao 200 bộ đồ bảo hộ cho đơn vị bạn.", ["aid"]),
    ("Hai bên trao cho nhau 89 nguồn tin.", ["information_exchange"]),
    ("Từ tin báo của quần chúng, đơn vị kiểm tra kho hàng.", []),
    ("Hai tỉnh đưa hài cốt liệt sĩ về nước.", []),
    ("Đồn cử 30 chiến sĩ giúp dân gặt lúa chạy lũ.", ["disaster", "aid"]),
    ("Nhiều kẻ lợi dụng mạng xã hội để lừa đảo.", ["cybercrime"]),
])  # fmt: skip
def test_things_said_in_other_words(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_an_arrangement_to_be_carried_out_tells_its_subject_a_treaty_does_not() -> None:
    text = "Hai bên phối hợp thực hiện Thỏa thuận về giải quyết vấn đề người di cư tự do."
    assert named(text) == ["free_migration"]
    assert named("Hai bên thực hiện Hiệp định về phòng, chống mua bán người.") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Đồn đã gửi 34 thư công tác.", "information_exchange"),
    ("Hai bên trao cho nhau 17 bản tin.", "information_exchange"),
    ("Tin tức về các nhóm lạ được đôi bên gửi cho nhau.", "information_exchange"),
    ("Đồn cũng gửi tin đề nghị bạn theo dõi.", "information_exchange"),
    ("Hai bên rà soát các cặp vợ chồng chưa đăng ký theo tinh thần thỏa thuận.", "free_migration"),
    ("Bạn không cho ai mượn lãnh thổ của mình để chống lại nước láng giềng.", "hostile_forces"),
    ("Mỗi tháng có một buổi nói chuyện với dân.", "public_awareness"),
    ("Hai bên phát cẩm nang song ngữ ở các bến.", "public_awareness"),
    ("Nội dung ấy được đưa vào sinh hoạt thôn.", "public_awareness"),
    ("Bạn cảm ơn đồn đã giúp những ngày thiếu thốn.", "aid"),
    ("Khẩu trang mà tỉnh gửi sang đã tới nơi.", "aid"),
    ("Nhờ bạn tiếp sức, mọi việc êm xuôi.", "aid"),
    ("Các đội chuyên trách cắm những cột mốc còn lại.", "demarcation"),
    ("Trạm làm thủ tục cho 1.164 lượt khách.", "border_management"),
    ("Kiểm soát chặt các lối mòn qua biên giới.", "border_management"),
    ("Vận động bà con không sang bên kia phát nương.", "border_management"),
    ("Hàng đông lạnh tuồn qua các bến.", "smuggling"),
    ("Thương nhân hai bên mong bớt giấy tờ.", "trade"),
    ("Người trong khu phức hợp bị ép làm việc.", "human_trafficking"),
    ("Hai bên ngăn cúm gia cầm.", "epidemic"),
])  # fmt: skip
def test_wordings_of_other_papers(text: str, expected: str) -> None:
    assert expected in named(text)


@pytest.mark.parametrize("text", [
    "Hai bên trao đổi về tình hình khu vực, quốc tế.",
    "Tổ tuần tra của đồn phát hiện nhóm ghe máy.",
    "Phía ta giúp bạn truy bắt 9 đối tượng truy nã.",
    "Bộ đội giúp nhau truy bắt kẻ trốn nã.",
    "Dịch bệnh làm gián đoạn các chuyến thăm.",
    "Những năm chống dịch đã để lại nghĩa tình.",
    "Hai bên gửi 12 thư mời.",
])  # fmt: skip
def test_what_only_sounds_like_a_topic(text: str) -> None:
    assert named(text) == []


def test_labour_is_no_trade() -> None:
    assert "trade" not in named("Hai bên ngăn chặn tình trạng xuất khẩu lao động chui.")


@pytest.mark.parametrize(("text", "expected"), [
    ("Phía Việt Nam giúp xây dựng 4 đồn cảnh sát cho bạn.", ["aid"]),
    ("Hai bên ngăn chặn buôn bán nhỏ lẻ hàng cấm.", ["smuggling"]),
    ("Hai bên ngăn chặn buôn lậu gia súc, nông sản.", ["smuggling"]),
    ("Hai bên bàn việc xuất khẩu nông sản.", ["trade"]),
    ("Hai bên triệt phá đường dây đưa người sang nước ngoài làm thuê.", ["illegal_migration"]),
    ("Mốc giới, cọc dấu được giữ gìn.", []),
    ("Hai bên tôn tạo và cắm thêm cọc dấu.", ["demarcation"]),
    ("Hai bên giải quyết vấn đề người di cư tự do ở khu vực biên giới.", ["free_migration"]),
    ("Hai bên nêu tình hình xuất, nhập cảnh qua cửa khẩu.", ["border_management"]),
    ("Hai bên ký một số văn kiện, trong đó có Bản ghi nhớ về hợp tác đào tạo giữa hai học viện.", ["training"]),
    ("Nhân dân hai bên biên giới chấp hành tốt pháp luật.", []),
    ("Hai bên nhắc nhở để ngư dân chấp hành pháp luật.", ["public_awareness"]),
])  # fmt: skip
def test_whose_help_whose_roads_and_whose_obedience(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên đề nghị sớm cho lối mở Nà Lan - Bố Cục hoạt động trở lại.", ["gate_upgrade"]),
    ("Hai bên mong khôi phục hoạt động của cửa khẩu phụ Nà Lan.", ["gate_upgrade"]),
    ("Hai bên thống nhất thời gian đóng, mở cặp cửa khẩu Nà Lan.", ["border_management"]),
    ("Trong thời gian mở lớp, hai bên gặp nhau.", []),
    ("Hai đội khảo sát chung vị trí mốc 44.", ["border_management"]),
    ("Hai đoàn khảo sát bến xe huyện.", []),
    ("Không bên nào làm thay đổi hiện trạng tại các đoạn chưa xong.", ["border_management"]),
    ("Chưa lần nào đường biên bị xâm phạm.", ["border_management"]),
    ("Tình trạng phát nương quá đường biên giảm hẳn.", ["border_management"]),
    ("Hai bên kiểm tra chặt xe cộ qua các cửa khẩu.", ["border_management"]),
    ("Không còn ai sang bản bạn làm thuê chui.", ["illegal_migration"]),
    ("Một số người bỏ buôn trốn sang bên kia.", ["illegal_migration"]),
    ("Hai đối tượng bỏ nhà trốn sang huyện bên.", []),
    ("Hai bên xử lý việc trâu bò vượt biên.", []),
    ("Chín cặp lấy nhau không có giấy tờ được làm lễ cưới lại.", ["free_migration"]),
    ("Hai bên không để dân tự ý chuyển cư.", ["free_migration"]),
    ("Hai bên chuyển giao cho nhau 9 phụ nữ, trẻ em bị bắt cóc.", ["human_trafficking", "repatriation"]),
    ("Trong quý, 35 công dân ta nhập cảnh vào nước bạn theo đường mòn được tiếp nhận.", ["repatriation"]),
    ("Có 12 người nghe kẻ xấu đã được đưa về.", ["repatriation"]),
    ("Các công dân từ Lào trở về được tiếp nhận, cho ăn nghỉ.", []),
    ("Đoàn đưa hài cốt các quân tình nguyện và chuyên gia Việt Nam về nước.", []),
    ("Năm ấy, ngày cắm xong những cột mốc này, ông còn trẻ.", []),
    ("Kẻ gian qua mắt lực lượng tuần tra.", []),
    ("Hai trưởng bản nhắn ngay cho nhau khi có người lạ.", ["information_exchange"]),
    ("Nạn nhân bị bắt lập tài khoản ảo để lừa người khác.", ["cybercrime"]),
    ("Phía ta giúp dạy nghề cho thanh niên bản bạn.", ["aid"]),
])  # fmt: skip
def test_gates_opened_again_lives_without_papers_and_their_decoys(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên giải quyết vụ trâu, bò thả rông vượt biên.", []),
    ("Đồn hướng dẫn bà con không phát nương, đốt rừng.", ["disaster", "public_awareness"]),
    ("Hai bên tặng nhau những món quà Tết.", []),
    ("Kinh phí do cán bộ, chiến sĩ ủng hộ và các doanh nghiệp góp.", []),
    ("Bộ Chỉ huy tổ chức họp báo thông tin về giao lưu.", []),
    ("Hai bên lập cơ chế thông báo khẩn cấp.", ["information_exchange"]),
    ("Bắt đối tượng môi giới, đưa người sang Campuchia.", ["illegal_migration"]),
    ("Nhắc bà con không sang bên kia làm thuê trái phép.", ["illegal_migration", "public_awareness"]),
    ("Trước đó, hai bên sẽ tuần tra chung.", ["joint_patrol"]),
    ("Trước đó, hai bên đã tuần tra chung.", []),
])  # fmt: skip
def test_cattle_gifts_and_what_comes_before_the_event(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên thống nhất không để dân chăn thả, canh tác vượt biên.", []),
    ("Lực lượng chức năng xử lý thiết bị bay không người lái vượt biên.", []),
    ("Hai vườn phối hợp quản lý, bảo vệ rừng khu vực biên giới.", []),
    ("Hai bên quản lý, bảo vệ rừng và giữ gìn đường biên, cột mốc.", ["border_management"]),
    ("Hai bên phối hợp bảo vệ các đội cắm mốc khảo sát.", ["demarcation"]),
    ("Bốn chốt kiểm soát dịch dựng sát đường biên.", ["epidemic"]),
    ("Có 300 tấn vải làm thủ tục qua cửa khẩu.", []),
    ("Bộ đội hướng dẫn người dân làm thủ tục qua cửa khẩu.", ["border_management"]),
    ("Ông đề nghị bạn thông báo ngay khi có người lạ.", ["information_exchange"]),
    ("Người dân được thông báo trước về việc cấm đường.", []),
    ("Tư lệnh đã gửi thư khen tổ công tác.", []),
    ("Trên cơ sở thông tin do phía bạn cung cấp, đồn bắt hai người.", ["information_exchange"]),
    ("Thay vì cõng hàng qua rừng, chúng dùng điện thoại.", []),
    ("Bắt 5 đối tượng vận chuyển ma túy, gỗ quý.", ["drugs", "smuggling"]),
    ("Chúng thuê nhà sát chợ biên giới.", []),
    ("Đồn phát hiện 1 vụ mua bán 2 khẩu súng.", ["weapons"]),
    ("Hai bên giúp nhau khắc phục hậu quả bão, lũ.", ["disaster", "aid"]),
    ("Hai tỉnh đã tăng dày xong 40 mốc.", ["demarcation"]),
    ("Hai bên bàn việc truyền thông cho bà con chợ phiên.", ["public_awareness"]),
    ("Đồn bàn giao 9 căn nhà cho hộ nghèo ở các bản của Lào.", ["aid"]),
    ("Đồn bàn giao 5 công dân cho gia đình.", ["repatriation"]),
    ("Hai bên xử lý các trường hợp còn tồn theo Thỏa thuận về giải quyết vấn đề người di cư tự do.", ["free_migration"]),
    ("Hai bên ký Kế hoạch phối hợp năm 2018 và Quy chế phòng, chống mua bán người.", ["human_trafficking"]),
])  # fmt: skip
def test_whose_notice_whose_woods_and_what_crosses(text: str, expected: list[str]) -> None:
    assert named(text) == expected


TALKED = "Ngày 5/6/2018, BĐBP tỉnh Lào Cai hội đàm với Chi đội Quản lý biên giới Hồng Hà (Trung Quốc). "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Hai bên hoàn thành phân giới, cắm mốc cuối năm 2008.", []),
        ("Sau năm 1975, bộ đội truy quét FULRO.", []),
        ("Từ năm 2005, hai bên đã phối hợp đấu tranh với tội phạm ma túy.", ["drugs"]),
        ("Hai bản kết nghĩa năm 2010 nay vẫn giúp nhau giống lúa.", ["twinning", "aid"]),
        ("Năm 2017, hai bên bắt 5 vụ buôn lậu.", ["smuggling"]),
        ("Hai bên tuyên truyền nhân dân chấp hành Hiệp định về quy chế biên giới năm 2009.", ["public_awareness"]),
    ],
)
def test_what_lies_years_before_the_talk_is_background(sentence: str, expected: list[str]) -> None:
    assert [t.topic for t in extract("Hội đàm\n\n" + TALKED + sentence).topics] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Hai bên phòng ngừa vượt biên, xâm nhập trái phép.", ["illegal_migration"]),
    ("Hai bên ngăn gia cầm xâm nhập qua biên giới, nước mặn xâm nhập.", []),
    ("Hai bên đấu tranh với tội phạm ma túy và tội phạm mua bán người.", ["drugs", "human_trafficking"]),
    ("Khi xảy ra thảm họa, hai bên báo cho cấp trên.", ["disaster"]),
    ("Đất nước bạn thoát khỏi thảm họa diệt chủng.", []),
    ("Tỉnh sẽ giúp huyện Sa Mai khoảng 300 triệu đồng kéo điện.", ["aid"]),
    ("Đồn đón nhận Huân chương do Nhà nước trao tặng.", []),
    ("Tỉnh bạn mời các công ty của ta đầu tư trồng cao su.", ["trade"]),
    ("Hai bên bàn bạc các nội dung về Thỏa thuận giải quyết vấn đề người di cư tự do.", ["free_migration"]),
])  # fmt: skip
def test_threats_and_help_in_other_words(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Công an bạn đã hỗ trợ tích cực cho lực lượng Công an tỉnh.", []),
    ("Công an bạn đã hỗ trợ lực lượng Công an tỉnh kinh phí sửa nhà.", ["aid"]),
    ("Hai bên hỗ trợ, trao đổi thông tin kịp thời.", ["information_exchange"]),
    ("Bảo vệ trật tự ở hai tỉnh biên giới.", []),
    ("Có 5 công dân vi phạm công tác quản lý xuất nhập cảnh.", ["illegal_migration"]),
    ("Một số cột mốc bị sạt lở.", []),
    ("Hai bên ứng phó sạt lở đất mùa mưa.", ["disaster"]),
    ("Đấu tranh với tội phạm vận chuyển trái phép vũ khí, vật liệu nổ, động vật hoang dã.", ["smuggling", "weapons"]),
])  # fmt: skip
def test_help_and_threats_by_their_object(text: str, expected: list[str]) -> None:
    assert named(text) == expected
