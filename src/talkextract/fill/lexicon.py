"""Small lexicons: what a label of a closed list is called in Vietnamese. A label that its words do not bear out is no
answer. Patterns read the text in lower case.

They stand beside the rules, not in their place: a rule finds a thing in a text by the words that it was given; here
the words are already pointed at, by a model that is asked because the rules found nothing, and the question is whether
they may be of the label at all. So these lists are wider than the rules: made from the rules' patterns they would let
in what the rules find anyhow, and nothing else. What both must say alike is held together in two ways: the ranks,
which a law lists, are read from `rules/people.toml`, the currencies are those of the rules' figures; and by a test the
words here bear out every example of the rules.
"""

from __future__ import annotations

import re
from typing import Final

import regex

from ..assemble.counted import CURRENCIES
from ..rules import shipped_variable

__all__ = [
    "HONORIFIC", "MONEY", "NO_MEASURES", "PAPERS", "POST", "RANK", "SERIES", "TOPICS", "figure_fits", "kind_of",
    "paper_kind", "series_of",
]  # fmt: skip


def _words(pattern: str) -> re.Pattern[str]:
    """A pattern for words that stand alone."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


# record.md, closed lists: the noun of the event's name decides, of a signing whatever it signs; where two hold, the
# first in this order.
_KINDS: Final = (
    ("signing", _words("^lễ ký(?: kết)?")),
    ("talks", _words("hội đàm")), ("briefing", _words("giao ban")),
    ("review_conference", _words("(?:hội nghị|hội thảo|buổi|lễ)? ?(?:sơ kết|tổng kết)")),
    ("conference", _words("hội nghị|hội thảo|tọa đàm|diễn đàn")),
    ("exchange", _words("giao lưu")), ("signing", _words("lễ ký|ký kết")),
    ("meeting", _words("gặp gỡ|gặp mặt|gặp|hội kiến|trao đổi|làm việc|đối thoại|thăm|họp|họp mặt|phiên họp|hội ngộ"
                       "|hội ý|tiếp xúc")),
)  # fmt: skip
SERIES: Final = {
    "annual": "thường niên|hằng năm|hàng năm", "periodic": "định kỳ|thường kỳ", "professional": "nghiệp vụ",
    "extraordinary": "đột xuất|bất thường",
}  # fmt: skip
_SERIES: Final = tuple((label, _words(words)) for label, words in SERIES.items())
PAPERS: Final = (
    ("memorandum", _words(r"(?:(?:biên |văn )?bản )?ghi nhớ")), ("protocol", _words("nghị định thư")),
    ("treaty", _words("hiệp ước|hiệp định|công ước|unclos")), ("regulation", _words("quy chế|quy định|quy tắc|coc")),
    ("legal_documents", _words("văn kiện(?: pháp lý)?")), ("plan", _words("kế hoạch|chương trình")),
    ("statement", _words("tuyên bố|thông cáo|doc")), ("arrangement", _words("thỏa thuận")),
    ("minutes", _words("biên bản")),
)  # fmt: skip

RANK: Final = regex.compile(rf"(?:{shipped_variable('people.toml', 'rank')})(?!\w)")
HONORIFIC: Final = re.compile(r"(?:(?:các )?đồng chí|ông|bà|ngài|samdech)(?!\w)")
POST: Final = _words(
    r"(?:\w+ )?(?:trưởng|phó)(?: \w+)?|chính ủy|chính trị viên|chủ tịch|giám đốc|tư lệnh|đại sứ|lãnh sự|tham mưu \w+"
    r"|bí thư|chủ nhiệm|thủ tướng|tùy viên|tham tán|trợ lý|người phát ngôn|quốc vụ khanh|tổng thư ký"
    r"|chánh \w+(?: \w+)?|ủy viên|tuv|uvtv|cán bộ|chiến sĩ|nhân viên|phiên dịch"
    r"|(?:bác|y) sĩ|(?:trinh sát|điều tra|kiểm soát) viên"
)

# What is counted in money, as ISO 4217, and the nouns and measure words of each category that may be its own.
MONEY: Final = {**CURRENCIES, "đô la": "USD", "đô la mỹ": "USD"}
# What is counted and yet no result: record.md, Figures and point 11.
NO_MEASURES: Final = _words(
    r"(?:ngày|tháng|năm|tuần|giờ|phút|quý|tuổi|thế kỷ|thập niên)(?: .*)?|bên|nước|tỉnh|huyện|xã|thành phố|quốc gia"
    r"|điều|khoản"
    r"|chương|nội dung|văn kiện.*|lĩnh vực|đoàn|đầu cầu|phía|hiệp định|nghị định.*|biên bản.*|bộ trưởng|thứ trưởng"
    r"|trưởng đoàn"
)
# Which nouns and acts a category may stand with; one that is not here goes with all.
_FIGURES: Final = {
    "patrols": _words("tuần tra|đi tuần"), "drugs": _words(
        r"ma túy|hêrôin|hê-rô-in|heroin|thuốc phiện|cần sa|hồng phiến|ketamin\w*|methamphetamin\w*|tiền chất|đá"),
    "cases": _words("vụ|chuyên án|vụ việc|ổ nhóm|đường dây"),
    "arrests": _words("đối tượng|bị can|người|nghi phạm|kẻ|tên|công dân|cư dân|hộ dân"),
    "letters": _words("thư|công hàm|tin|nguồn tin|điện|văn bản|báo cáo|công văn|thông tin"),
    "returns": _words("trao trả|tiếp nhận|bàn giao|giao trả|nhận|giao"),
    "border_length": re.compile(r"km(?!\w)|ki-?lô-?mét"), "markers": _words(r"mốc|cột mốc|mốc giới|cọc dấu"),
    "medical": _words("khám|chữa|thuốc|bệnh|bệnh nhân|y tế"),
    "aid": _words("tặng|hỗ trợ|giúp|suất|quà|nhà|trị giá|trao|cấp|ủng hộ|học bổng|khẩu trang"),
    "meetings": _words("giao ban|hội đàm|gặp|gặp gỡ|họp|trao đổi|hội nghị|giao lưu|cuộc|buổi|lần|làm việc|hội ý"),
    "traffic": _words("xe|phương tiện|hành khách|lượt|khách|người"),
}  # fmt: skip

TOPICS: Final = {
    "border_management": _words(
        r"quản lý|bảo vệ|kiểm soát|kiểm tra|giữ gìn|an ninh|trật tự|đường biên|mốc giới|mốc quốc giới|xâm canh"
        r"|xâm cư|vụ việc|sự việc"
        r"|qua lại|quy chế|biên giới|phát quang|cột mốc|hiện trạng|nguyên trạng|canh tác|giữ yên|giữ|gìn giữ|vấn đề"
        r"|thủ tục|cửa khẩu|sát biên|mốc|lệch dòng|tầm nhìn|phát nương|vướng mắc|xuất,? nhập cảnh"),
    "joint_patrol": _words("tuần tra|đi tuần"),
    "information_exchange": _words(
        r"thông tin|thông báo|trao đổi|chia sẻ|cung cấp|tin báo|tin tức|nguồn tin|thư|công hàm|công văn"
        r"|tình hình|báo|cho nhau biết|tin|gọi|điện đàm|nhắn"),
    "hotline": _words("đường dây nóng|điện thoại nóng"),
    "drugs": _words(r"ma túy|hêrôin|hê-rô-in|heroin|thuốc phiện|cần sa|tiền chất|hồng phiến|anh túc|chất gây nghiện"
                    r"|ketamin\w*|methamphetamin\w*"),
    "human_trafficking": _words("(?:mua|bán|buôn|lừa)(?:,? bán)? (?:\\w+ ){0,3}?(?:người|phụ nữ|trẻ em)|buôn người"
                                "|lừa bán"
                                "|mua bán người|mua, bán người|nạn nhân|cưỡng bức lao động|bắt cóc|dụ dỗ|đi bán"
                                "|bị bán|bị ép"),
    "smuggling": _words("buôn lậu|gian lận thương mại|lậu|hàng cấm|hàng giả|vận chuyển|buôn bán|pháo|hàng hóa|hàng lạ"
                       "|mua bán|thú rừng|thuốc lá|tuồn|chở|gùi"),
    "illegal_migration": _words(r"xuất,? nhập cảnh|xuất cảnh|nhập cảnh|vượt biên|qua lại|trái phép|di cư|cư trú"
                                r"|trốn|đưa|xâm nhập"
                                r"|lao động|làm thuê|đi lại|xuất, nhập cảnh|đi chui|lén lút"),
    "free_migration": _words("di cư|di dịch cư|di, dịch cư|di dân|kết hôn|hôn nhân|không giá thú|vợ chồng"
                             "|lấy nhau|chuyển cư"),
    "weapons": _words("vũ khí|vật liệu nổ|thuốc nổ|chất nổ|súng|lựu đạn|đạn|kíp nổ|khẩu ak"),
    "religion": _words("truyền đạo|theo đạo|tà đạo|đạo lạ|đạo"),
    "hostile_forces": _words("thù địch|phản động|lưu vong|chống phá|xuyên tạc|diễn biến hòa bình|fulro|ly khai"
                             "|kích động"
                             "|chia rẽ|phỉ|thế lực|nhà nước (?:mông|tự trị|đề ?ga)|tàn quân"
                             "|bịa đặt|nói xấu|bàn đạp|để chống"),
    "epidemic": _words(r"dịch|dịch bệnh|covid\S*|cách ly|vắc xin|vắc-xin|khử khuẩn|y tế|kiểm dịch|phòng dịch"
                       r"|chống dịch|dương tính|xét nghiệm|cúm"),
    "disaster": _words("(?:đốt|phát) rừng|cháy rừng|cháy|thiên tai|lũ|lụt|bão|hỏa hoạn|sạt lở"
                       "|cứu hộ|cứu nạn|nước nổi|thảm họa"),
    "gate_upgrade": _words("nâng cấp|nâng hạng|mở|khai trương|công nhận|lên|thành|hoạt động trở lại"),
    "trade": _words("giao thương|thương mại|hàng hóa|xuất,? nhập khẩu|xuất khẩu|nhập khẩu|thông quan|doanh nghiệp"
                    "|buôn bán"
                    "|mua bán|mua, bán|chợ|kim ngạch|nông sản|thương nhân|công ty"),
    "twinning": _words("kết nghĩa"),
    "public_awareness": _words("tuyên truyền|vận động|phổ biến|giáo dục|tờ rơi|loa(?: truyền thanh)?|nhận thức"
                               "|ý thức|khuyến cáo|nhắc|hướng dẫn|truyền thông"
                               "|giải thích|hiểu|chuyển tải|nói chuyện|cẩm nang|sinh hoạt"),
    "repatriation": _words("trao trả|giao trả|hồi hương|tiếp nhận|bàn giao|giao nhận|trao nhận|chuyển trả|dẫn độ"
                           "|trục xuất"
                           "|nhận lại|chuyển giao|đưa|trao lại"),
    "training": _words("đào tạo|tập huấn|bồi dưỡng|huấn luyện|học tiếng|dạy tiếng|lớp tiếng|trình độ|học viên|lớp"),
    "aid": _words("giúp|giúp đỡ|hỗ trợ|viện trợ|cứu trợ|đỡ đầu|quyên góp|ủng hộ|tặng|trao tặng|quà|suất quà|khám"
                  "|thuốc|biếu"
                  "|học bổng|sinh kế|xây|chữa bệnh|gửi|tiếp sức|trao|cõng|bàn giao"),
    "demarcation": _words("phân giới|cắm mốc|cắm|cọc dấu|tăng dày|tôn tạo|phân định"),
    "cybercrime": _words("công nghệ cao|tội phạm mạng|lừa đảo|an ninh mạng|không gian mạng|trên mạng|trực tuyến"
                         "|tài khoản ảo"),
}  # fmt: skip


def _first(table: tuple[tuple[str, re.Pattern[str]], ...], words: str) -> str | None:
    """The first label of a table that words bear out; None where none is."""
    return next((label for label, pattern in table if pattern.search(words)), None)


def kind_of(words: str) -> str | None:
    """The kind of an event of these nouns: "hội đàm" → talks, "hội nghị giao ban" → briefing; None for others."""
    return _first(_KINDS, words)


def series_of(words: str) -> str | None:
    """The series that words tell; None where they tell none."""
    return _first(_SERIES, words)


def paper_kind(words: str) -> str | None:
    """The kind of a paper of this title: by the noun with which it begins; None where that is no paper's."""
    found = ((m.start(), -m.end(), label) for label, pattern in PAPERS if (m := pattern.search(words)))
    return min(found, default=(0, 0, None))[2]


# Who is counted, and what things alone may be.
_PERSONS = re.compile(
    r"(?:lượt )?(?:đối tượng|người|bị can|công dân|nạn nhân|cán bộ|chiến sĩ|nghi phạm|tên|kẻ|học sinh|cháu"
    r"|hành khách|khách|trường hợp|bệnh nhân|cựu chiến binh|cư dân|hộ dân|người dân)(?!\w)"
)
_OF_THINGS = ("drugs", "contraband", "markers", "border_length", "money", "letters", "patrols", "meetings", "cases")


def figure_fits(category: str, unit: str, clause: str) -> bool:
    """Whether the words about a quantity bear out its category."""
    if _PERSONS.match(unit):
        if category in _OF_THINGS:
            return False
    elif category == "arrests":
        return False
    pattern = _FIGURES.get(category)
    return pattern is None or pattern.search(clause) is not None
