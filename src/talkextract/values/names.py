"""Ranks, posts and other words: what a pattern matched → its canonical form."""

from __future__ import annotations

from collections.abc import Mapping

import regex

__all__ = ["NAMES_TELL", "position_value", "rank_value", "sounds_vietnamese", "text_value"]

# The neighbours whose names are no Vietnamese ones; Chinese names in Vietnamese spelling are.
NAMES_TELL = frozenset({"LA", "KH"})
# Family names of Viet Nam, of the Kinh and of the peoples along the borders (Thái, Mông, Mường, Tày, Nùng, Dao, Hoa,
# Khơ Mú, Vân Kiều, Cơ Tu, Gia Rai, Ê Đê, Khmer of the south), and the words that stand for one ("Y", "H'", "A").
_FAMILIES = frozenset(
    """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng mai
tô hà tạ lương thái cao tống châu quách doãn kiều lưu từ văn ông nghiêm chu triệu la thạch sơn kim danh thân tăng đàm
đồng giáp hứa khổng khúc lại lục lữ mã mạc nhữ ninh nông ôn phí phó phương quản quan sầm thiều tiêu tòng tôn trà trang
viên vi vì bạch bành bàng bế biện bồ cà cai cái cấn cầm chế chung chử cung cù cồ cam dư đái đậu đới giang giàng hàn hạ
hạng hầu hoa hình kha khương khuất lầu lô lộc lò lường lù lèng ly má mùa mè nhâm nhan phừng phàn quàng sái sùng sìn sa
tẩn thào thầu tráng ứng uông vàng và vừ xồng cứ hờ chảo chẻo đèo điêu lìm lèo khoàng pờ chang pồ lỳ mông moong cụt mạ
y a alăng arất bríu bhling pơloong zơrâm coor hốih bh'riu ksor kpă kpa rơ rmah rah siu nay rcom rơchâm hiao puih ayun
điểu bnướch cơlâu clâu blúp rơmah rơlan chamaléa pinăng katơr
niê êban mlô kbuôr kră k'sor k' ra lang tơ ngôl bling ating briu zơ hiên riah
""".split()
)


def text_value(groups: Mapping[str, str]) -> str:
    """The words themselves."""
    return groups["value"]


# The ranks of the Chinese police have their grade as a number before or behind: "Cảnh giám cấp III", "tam cấp cảnh
# giám" are one.
_GRADED = regex.compile(
    r"(?P<head>cảnh \p{L}+) (?:cấp (?P<number>\S+)|(?P<number>\p{L}+) cấp)|(?P<number>\p{L}+) cấp (?P<head>cảnh \p{L}+)"
)
_GRADES = {
    "i": "1", "ii": "2", "iii": "3", "một": "1", "hai": "2", "ba": "3", "bốn": "4", "nhất": "1", "nhì": "2",
    "nhị": "2", "tam": "3", "tư": "4", "tứ": "4",
}  # fmt: skip


def rank_value(groups: Mapping[str, str]) -> str:
    """The canonical rank of the group `rank`: "đại tá" → "Đại tá", "chuẩn đô đốc" → "Chuẩn Đô đốc".

    Source: Luật Sĩ quan QĐNDVN, Điều 10; the neighbours' ranks are written with the same words.
    """
    rank = groups["rank"].lower()
    if rank.endswith("đô đốc") and rank != "đô đốc":
        return rank.split(" ")[0].capitalize() + " Đô đốc"
    if graded := _GRADED.fullmatch(rank):
        number = graded["number"]
        return f"{graded['head'].capitalize()} cấp {_GRADES.get(number, number)}"
    return rank[:1].upper() + rank[1:]


def position_value(groups: Mapping[str, str]) -> str:
    """A post with its first letter in upper case."""
    return groups["value"][:1].upper() + groups["value"][1:]


def sounds_vietnamese(name: str) -> bool:
    """Whether a name is built as those of Viet Nam are: a family name and at most four more syllables, no hyphens.

    Source: Lao names in Vietnamese papers have four to eight syllables, Khmer ones no family name of Viet Nam.
    """
    words = name.lower().split()
    if "-" in name or (len(words) > 4 and "thị" not in words):
        return False
    return words[0] in _FAMILIES or any(word.startswith("h'") for word in words)
