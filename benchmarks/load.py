"""A load: any number of invented articles with gold records, made of the shipped tables and of phrases.

    python benchmarks/load.py 20000 load.jsonl [--seed N] [--gold DIR]

The same number and seed give the same bytes. It is a load for runs over many articles, and no proof of accuracy: the
phrases are those that the rules know. Persons are invented; provinces and gates are those of `rules/`.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from talkextract.rules import shipped_folder

RULES = shipped_folder()

FAMILY = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Vàng Giàng".split()
MIDDLE = "Văn Đức Minh Quang Xuân Hữu Ngọc Thanh Công Đình".split()
GIVEN = "An Bình Cường Dũng Hải Hùng Khánh Lâm Long Nam Phong Quân Sơn Thắng Tuấn Vinh".split()
LAO = [
    f"{a} {b}" for a in ("Bun Thăn", "Khăm Phết", "Sổm Vẳng", "Thong Chăn") for b in ("Si Vông", "Kẹo Ma Ni", "Phim Ma")
]
KHMER = [f"{a} {b}" for a in ("Sok", "Chea", "Heng", "Nhem") for b in ("Vuthy", "Sophal", "Rithy")]
CHINESE = [f"{a} {b}" for a in ("Vương", "Lý", "Trương", "Lưu") for b in ("Kiến Quốc", "Chí Cường", "Hải Đông")]
NAMES = {"LA": LAO, "KH": KHMER, "CN": CHINESE}
RANKS = ("Đại tá", "Thượng tá", "Trung tá", "Thiếu tướng")
COUNTRIES = {"LA": "Lào", "KH": "Campuchia", "CN": "Trung Quốc"}
SERIES = {"annual": "thường niên", "periodic": "định kỳ", "professional": "nghiệp vụ"}
GATES = {"international_gate": "cửa khẩu quốc tế", "main_gate": "cửa khẩu chính", "minor_gate": "cửa khẩu phụ"}
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split()
# What the sides agree on, and the topic that it is.
AGREED = {
    "joint_patrol": "phối hợp tuần tra song phương bảo vệ đường biên, mốc giới",
    "information_exchange": "trao đổi thông tin kịp thời về tình hình hai bên biên giới",
    "drugs": "đấu tranh với tội phạm vận chuyển trái phép chất ma túy",
    "human_trafficking": "phòng, chống mua bán người",
    "smuggling": "ngăn chặn buôn lậu và gian lận thương mại",
    "illegal_migration": "ngăn chặn xuất, nhập cảnh trái phép",
    "twinning": "duy trì hoạt động kết nghĩa giữa các cụm dân cư",
    "public_awareness": "tuyên truyền cho nhân dân hai bên biên giới chấp hành pháp luật",
}
TALK_FREE = (
    "Sáng nay, nhiều nông dân trong vùng phấn khởi vì vụ lúa được mùa. Giá bán tại ruộng nhích lên so với tuần trước.",
    "Đội tuyển bóng đá của trường thắng đậm trong trận mở màn. Khán giả đến sân rất đông và cổ vũ nhiệt tình.",
    "Thời tiết miền Bắc chuyển rét, vùng núi có nơi sương muối. Người dân được khuyên giữ ấm cho trâu, bò.",
)
FILLER = (
    "Phát biểu tại buổi làm việc, hai bên bày tỏ vui mừng trước kết quả đã đạt được và mối quan hệ ngày càng tốt đẹp.",
    "Không khí buổi làm việc diễn ra chân thành, cởi mở, trên tinh thần hữu nghị và tin cậy lẫn nhau.",
    "Đời sống của bà con trong vùng còn nhiều khó khăn, đường sá đi lại vất vả, nhất là vào mùa mưa.",
    "Nhiều mô hình làm ăn giỏi đã được nhân rộng, bà con từng bước ổn định cuộc sống.",
    "Cán bộ hai bên cũng ôn lại những kỷ niệm đẹp trong thời gian cùng làm việc với nhau.",
)


class Made(NamedTuple):
    """An article as a line of JSON Lines has it, and its gold record in the shape of the files of tests/gold."""

    article: dict[str, str]
    gold: dict[str, Any]


class Pair(NamedTuple):
    """A gate with its provinces."""

    gate: str
    kind: str
    counterpart: str
    region: str
    province: str
    country: str
    other_region: str
    other: str


def pairs() -> list[Pair]:
    """The gates that have a counterpart, of provinces as they were before the reform of 2025."""
    with (RULES / "regions.csv").open(encoding="utf-8", newline="") as rows:
        names = {r["code"]: r["name"] for r in csv.DictReader(rows) if r["kind"] == "province" and not r["valid_from"]}
    with (RULES / "gates.csv").open(encoding="utf-8", newline="") as rows:
        gates = [r for r in csv.DictReader(rows) if r["counterparts"] and not (r["valid_from"] or r["valid_to"])]
    return [
        Pair(
            g["name"], g["kind"], g["counterparts"].split("|")[0], g["region"], names[g["region"]], g["other_country"],
            g["other_region"], names[g["other_region"]],
        )
        for g in gates
        if g["region"] in names and g["other_region"] in names and g["kind"] in GATES
    ]  # fmt: skip


def articles(seed: int = 1) -> Iterator[Made]:
    """Articles without end."""
    dice = random.Random(seed)
    known = pairs()
    number = 0
    while True:
        yield _talk(dice, number, dice.choice(known)) if dice.random() < 0.95 else _no_talk(dice, number)
        number += 1


def _no_talk(dice: random.Random, number: int) -> Made:
    day = date(2016, 1, 1) + timedelta(days=dice.randrange(3000))
    article = {"id": f"load-{number:07}", "text": dice.choice(TALK_FREE), "published": day.isoformat()}
    told = [{"text": "Sáng nay", "value": day.isoformat()}] if article["text"].startswith("Sáng nay") else []
    return Made(article, _gold(article, talk=None, dates=told))


def _talk(dice: random.Random, number: int, pair: Pair) -> Made:
    """An article about talks at a gate, and what is in it."""
    day = date(2016, 1, 20) + timedelta(days=dice.randrange(3000))
    series, ordinal = dice.choice([*SERIES, None]), dice.randrange(len(ROMAN))
    kind = f"Hội đàm {SERIES[series]}" if series else "Hội đàm"
    name = f"{kind} lần thứ {ROMAN[ordinal]}, năm {day.year}"
    ours, force = f"Bộ Chỉ huy Bộ đội Biên phòng tỉnh {pair.province}", f"Công an tỉnh {pair.other}"
    chief = f"{dice.choice(FAMILY)} {dice.choice(MIDDLE)} {dice.choice(GIVEN)}"
    heads = [
        _person(dice, chief, "Chỉ huy trưởng", ours, "VN"),
        _person(dice, dice.choice(NAMES[pair.country]), "Giám đốc", force, pair.country),
    ]
    place = f"tỉnh {pair.province}"
    patrols, people, cases, held = (dice.randrange(3, most) for most in (90, 900, 40, 80))
    topics = [t for t in AGREED if dice.random() < 0.4] or ["drugs"]
    counted = (
        f"Từ đầu năm {day.year} đến nay, hai bên đã tuần tra chung {patrols} lần với {people} lượt cán bộ, chiến sĩ "
        f"tham gia; bắt giữ {cases} vụ/{held} đối tượng."
    )
    sentences = [
        f"Ngày {day.day}/{day.month}, tại {place}, {ours} tổ chức {name} với {force}, {COUNTRIES[pair.country]}.",
        f"{_called(heads[0])} và {_called(heads[1])} đồng chủ trì hội đàm.",
        counted,
        f"Hai bên thống nhất tiếp tục {'; '.join(AGREED[t] for t in topics)}.",
        f"Hai bên cũng trao đổi về hoạt động tại {GATES[pair.kind]} {pair.gate} - {pair.counterpart}.",
    ]
    for _ in range(dice.choice((4, 8, 16, 16, 24))):  # pages of 1,000 to 3,500 characters
        sentences.insert(dice.randrange(2, len(sentences) + 1), dice.choice(FILLER))
    published = day + timedelta(days=dice.randrange(3))
    article = {
        "id": f"load-{number:07}", "text": "\n\n".join(sentences) + "\n", "published": published.isoformat(),
    }  # fmt: skip
    talk = {
        "kind": "talks", "status": "held", "name": name, "series": series, "round": ordinal + 1,
        "date": day.isoformat(), "mode": "in_person", "place": {"name": place, "country": "VN", "region": pair.region},
        "period": f"{day.year}-01/{day.isoformat()}",
    }  # fmt: skip
    figures = [
        {"value": patrols, "unit": "lần", "category": "patrols", "what": "tuần tra chung"},
        {"value": people, "unit": "lượt cán bộ, chiến sĩ", "category": "personnel", "what": "tuần tra chung"},
        {"value": cases, "unit": "vụ", "category": "cases", "what": "bắt giữ"},
        {"value": held, "unit": "đối tượng", "category": "arrests", "what": "bắt giữ"},
    ]
    # that they patrolled counts, too; the line of the border stands in what they agree about it
    discussed = [*["border_management"] * ("joint_patrol" in topics), *dict.fromkeys(["joint_patrol", *topics])]
    gold = _gold(
        article, talk=talk, gaps=[] if series else ["talk.series"], people=heads, figures=figures, topics=discussed,
        delegations=[{"country": p["country"], "units": [p["unit"]], "head": p["name"]} for p in heads],
        units=[
            {"name": ours, "kind": "border_guard_command", "country": "VN", "region": pair.region, "parent": None},
            {"name": force, "kind": "police", "country": pair.country, "region": pair.other_region, "parent": None},
        ],
        border_points=[
            {
                "name": pair.gate, "kind": pair.kind, "number": None, "country": "VN", "counterpart": pair.counterpart,
                "proposed_kind": None,
            },
        ],
        dates=[
            {"text": f"Ngày {day.day}/{day.month}", "value": day.isoformat()},
            {"text": f"năm {day.year}", "value": str(day.year)},
            {"text": f"Từ đầu năm {day.year} đến nay", "value": f"{day.year}-01/{day.isoformat()}"},
        ],
    )  # fmt: skip
    return Made(article, gold)


def _person(dice: random.Random, name: str, position: str, unit: str, country: str) -> dict[str, Any]:
    rank = dice.choice(RANKS)
    return {"name": name, "rank": rank, "position": position, "unit": unit, "country": country, "roles": ["co_chair"]}


def _called(person: dict[str, Any]) -> str:
    return f"{person['rank']} {person['name']}, {person['position']} {person['unit']}"


def _gold(article: dict[str, str], **parts: object) -> dict[str, Any]:
    """A gold record; what is not said is not there."""
    document = {
        "id": article["id"], "title": None, "publisher": None, "published": article["published"], "authors": [],
        "photographers": [],
    }  # fmt: skip
    lists = "delegations people units agreements border_points figures topics dates other_talks gaps".split()
    given = {"given": {"published": article["published"]}}
    return {"document": document, "talk": None, **{name: [] for name in lists}, **given, **parts}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("target", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gold", type=Path, help="a folder for the gold records, one JSON file each")
    options = parser.parse_args()
    if options.gold:
        options.gold.mkdir(parents=True, exist_ok=True)
    with options.target.open("w", encoding="utf-8", newline="\n") as sink:
        for made in islice(articles(options.seed), options.count):
            sink.write(json.dumps(made.article, ensure_ascii=False) + "\n")
            if options.gold:
                text = json.dumps(made.gold, ensure_ascii=False, indent=2) + "\n"
                (options.gold / f"{made.article['id']}.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
