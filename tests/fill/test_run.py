"""What is asked, how often, and what the report says of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fill.article import TEXT, asking, reasons, rules_alone
from fill.fakes import FakeLLM, answering, asked, shown, text_of
from fill.measure import LISTS, without
from talkextract import Extractor, UsageError
from talkextract.errors import LLMError
from talkextract.fill.asks import LISTS as LIST_ASKS
from talkextract.fill.prompt import size
from talkextract.fill.protocol import Request

GIVEN = {"talk.date": {"quote": "Ngày 16/9/2025"}, "talk.period": {"quote": "6 tháng đầu năm 2025"}}


def test_without_gaps_there_is_no_request() -> None:
    llm = answering({})
    done = asking("", llm)
    assert done.record.gaps == ()
    assert llm.requests == []
    assert done.fill is not None
    assert (done.fill.asked, done.fill.absent, done.fill.requests) == ((), (), 0)


def test_without_a_model_there_is_no_report() -> None:
    assert Extractor().run(TEXT).fill is None


def test_a_gap_that_the_text_does_not_speak_of_is_absent() -> None:
    text = TEXT.replace("thường niên lần thứ XIII ", "").replace(" 6 tháng đầu năm 2025", "")
    llm = answering({})
    done = asking("", llm, text=text)
    assert done.fill is not None
    assert {"talk.series", "talk.round"} <= set(done.fill.absent)
    assert set(done.fill.asked) | set(done.fill.absent) == set(done.record.gaps)
    assert all(set(asked(r)) <= set(done.fill.asked) for r in llm.requests)


def test_a_foreign_or_blank_text_asks_nothing() -> None:
    for text in ("", " \n", "The two sides met on 16/9/2025 in Beijing for talks with the border guard."):
        llm = answering({})
        done = asking("", llm, text=text, complete=LISTS)
        assert llm.requests == []
        assert done.fill is not None


def test_a_request_names_exactly_the_gaps() -> None:
    llm = answering({})
    asking("dates.toml", llm)
    (request,) = llm.requests
    assert list(asked(request)) == ["talk.date", "talk.period"]
    schema = request.schema
    assert schema["required"] == ["talk.date", "talk.period"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["talk.date"] == {
        "type": "object", "properties": {"quote": {"type": "string", "maxLength": 60}}, "required": ["quote"],
        "additionalProperties": False,
    }  # fmt: skip
    assert "- talk.date: the day or days" in request.messages[1].content
    assert "talk.round" not in request.messages[1].content


def every_string(schema: dict[str, Any]) -> list[dict[str, Any]]:
    if schema["type"] == "string":
        return [schema]
    inner = [schema["items"]] if schema["type"] == "array" else list(schema["properties"].values())
    return [one for s in inner for one in every_string(s)]


def test_every_string_has_a_longest_length_and_every_list_a_largest_size() -> None:
    llm = answering({})
    asking("events.toml", llm, complete=LISTS)
    (request,) = llm.requests
    assert all(s["maxLength"] > 0 for s in every_string(dict(request.schema)))
    for name, schema in asked(request).items():
        assert schema["type"] == ("array" if name in (*LISTS, "delegations") else "object")
        assert schema["type"] == "object" or 0 < schema["maxItems"] <= 30
    assert asked(request)["talk.series"]["properties"]["label"]["enum"] == [
        "",
        "annual",
        "periodic",
        "professional",
        "extraordinary",
    ]
    assert 0 < request.max_tokens <= 4096


def test_only_lines_with_a_cue_and_the_title_are_shown() -> None:
    text = TEXT + "\n\nMùa mưa đến, hoa ban nở trắng núi rừng Tây Bắc.\n\nĐường lên biên giới dài và dốc."
    llm = answering({})
    asking("ordinals.toml", llm, text=text)
    lines = shown(llm.requests[0])
    assert lines[0].startswith("Điện Biên - Luang Prabang")
    assert any("lần thứ XIII" in line for line in lines)
    assert not any("hoa ban" in line for line in lines)


@pytest.mark.parametrize("context", [2_400, 3_000, 5_000, 24_000])
@pytest.mark.parametrize("glue", ["\n\n", " "])
def test_no_request_is_longer_than_the_context_and_nothing_is_lost(context: int, glue: str) -> None:
    more = [
        f"Ngày {n}/3/2024, hội đàm lần thứ {n} tại huyện Mường Chà kết thúc, hai bên ký biên bản số {n}."
        for n in range(1, 29)
    ]
    text = TEXT + "\n\n" + glue.join(more)
    llm = FakeLLM(lambda _: "no", context=context)
    done = asking("dates.toml", llm, text=text, complete=("dates",))
    assert all(size(r.messages) <= context for r in llm.requests)
    whole = [r for r in llm.requests if len(r.messages) == 2]
    seen = " ".join(line for r in whole for line in shown(r))
    assert all(line in seen for line in more)
    assert all(part in seen for part in TEXT.split("\n\n")[1:2])
    assert len(llm.requests) <= 2 * len(whole)
    assert done.record == rules_alone("dates.toml", text)


def test_a_sentence_longer_than_a_request_is_cut_with_an_overlap() -> None:
    long = "hội đàm " + " ".join(f"ngày {d}/{m}/2024 tại xã Mường Chà" for m in range(1, 13) for d in range(1, 25))
    llm = FakeLLM(lambda _: "{}", context=2_400)
    asking("dates.toml", llm, text=TEXT + "\n\n" + long + ".")
    lines = [line for r in llm.requests if len(r.messages) == 2 for line in shown(r)]
    assert all(size(r.messages) <= 2_400 for r in llm.requests)
    assert all(
        any(f"ngày {d}/{m}/2024 tại xã Mường Chà" in line for line in lines) for m in range(1, 13) for d in range(1, 25)
    )


def test_values_are_found_in_whichever_request_shows_them() -> None:
    from fill.fakes import scripted

    text = TEXT + "\n\n" + "\n\n".join(f"Ngày {n}/3/2024, hai bên gặp nhau tại hội nghị năm ấy." for n in range(1, 29))
    record = asking("dates.toml", scripted(GIVEN, context=2_400), text=text).record
    assert record.talk is not None
    assert (record.talk.date, record.talk.period) == ("2025-09-16", "2025-40")


def test_a_context_that_is_too_small_is_told() -> None:
    done = asking("dates.toml", FakeLLM(lambda _: "{}", context=500))
    assert done.fill is not None
    assert done.fill.errors == (
        f"a context of 500 characters is too small: the questions alone take {done.fill.errors[0].split()[-1]}",
    )
    assert done.record == rules_alone("dates.toml")


# ---- failures


def failing(e: Exception) -> FakeLLM:
    def answer(_: Request) -> str:
        raise e

    return FakeLLM(answer)


def test_a_model_that_fails_leaves_the_gaps_and_the_report_says_why() -> None:
    done = asking(
        "dates.toml", failing(LLMError("no answer within 30 s", tries=4, seconds=31.0, tokens_in=7, cost=0.25))
    )
    assert done.record == rules_alone("dates.toml")
    assert done.fill is not None
    assert done.fill.errors == ("no answer within 30 s",)
    assert (done.fill.requests, done.fill.tries, done.fill.tokens_in, done.fill.cost) == (1, 4, 7, 0.25)


@pytest.mark.parametrize(
    "e", [KeyError("secret"), RuntimeError("secret"), ValueError("secret"), ConnectionError("secret")]
)
def test_a_client_of_the_users_own_may_fail_in_any_way(e: Exception) -> None:
    done = asking("dates.toml", failing(e))
    assert done.record == rules_alone("dates.toml")
    assert done.fill is not None
    assert done.fill.errors == (f"the client of the model failed: {type(e).__name__}",)
    assert "secret" not in repr(done.fill)


def test_what_was_answered_before_a_failure_counts() -> None:
    text = TEXT + "\n\n" + "\n\n".join(f"Ngày {n}/3/2024, hai bên gặp nhau tại hội nghị năm ấy." for n in range(1, 60))
    good = answering(GIVEN)
    count = iter(range(9))

    def answer(request: Request) -> str:
        if next(count):
            raise LLMError("gone")
        return good._answer(request)

    done = asking("dates.toml", FakeLLM(answer, context=2_400), text=text)
    assert done.record.talk is not None
    assert done.record.talk.date == "2025-09-16"
    assert done.fill is not None
    assert done.fill.errors == ("gone",)


def test_the_report_says_what_was_filled_refused_and_spent() -> None:
    done = asking("dates.toml", {**GIVEN, "talk.period": {"quote": "Năm 2026"}})
    assert done.fill is not None
    assert [(f.path, f.quote) for f in done.fill.filled] == [("talk.date", "Ngày 16/9/2025")]
    assert [(r.path, r.quote) for r in done.fill.refused] == [("talk.period", "Năm 2026")]
    assert (done.fill.requests, done.fill.tries, done.fill.tokens_in, done.fill.tokens_out) == (1, 1, 10, 5)
    assert done.fill.seconds > 0
    assert str(done.fill) == "fake: 1 of 2 asked filled, 1 refused, 0 absent, 1 requests, 10 + 5 tokens, cost 0.5"


def test_a_report_holds_no_long_or_broken_quote() -> None:
    done = asking("dates.toml", {**GIVEN, "talk.date": {"quote": "x" * 5_000 + "\ud800"}})
    assert done.fill is not None
    assert all(len(r.quote) <= 200 for r in done.fill.refused)
    str(done.fill.refused).encode("utf-8")


# ---- votes


def test_two_votes_ask_twice_the_second_time_sentence_by_sentence_from_the_last_on() -> None:
    llm = answering(GIVEN)
    done = asking("dates.toml", llm, votes=2)
    first, second = llm.requests
    # the same words in the other order, but for sentences of which nothing is asked
    assert len(shown(second)) > len(shown(first))
    turned = "".join(reversed(shown(second)))
    assert [s for s in shown(second) if not any(s in line for line in shown(first))] == []
    assert turned.startswith(shown(first)[0])
    starts = ["".join(shown(first)).find(s) for s in reversed(shown(second))]
    assert starts == sorted(starts)
    assert done.record.talk is not None
    assert (done.record.talk.date, done.record.talk.period) == ("2025-09-16", "2025-40")


def test_what_two_votes_do_not_agree_on_stays_a_gap() -> None:
    answers = iter([GIVEN, {**GIVEN, "talk.period": {"quote": ""}}])
    done = asking("dates.toml", FakeLLM(lambda _: json.dumps(next(answers))), votes=2)
    assert done.record.talk is not None
    assert (done.record.talk.date, done.record.talk.period) == ("2025-09-16", None)
    assert reasons(done, "talk.period") == ["the second answer does not agree"]


def test_votes_agree_on_a_value_by_other_words_too() -> None:
    answers = iter([GIVEN, {**GIVEN, "talk.date": {"quote": "16/9/2025"}}])
    done = asking("dates.toml", FakeLLM(lambda _: json.dumps(next(answers))), votes=2)
    assert done.record.talk is not None
    assert done.record.talk.date == "2025-09-16"


def test_items_of_lists_need_both_votes() -> None:
    one, two = {"quote": "tuần tra chung", "label": "joint_patrol"}, {"quote": "ma túy tổng hợp", "label": "drugs"}
    answers = iter([{"topics": [one, two]}, {"topics": [two]}])
    done = asking("topics.toml", FakeLLM(lambda _: json.dumps(next(answers))), votes=2, complete=("topics",))
    assert [t.topic for t in done.record.topics] == ["drugs"]


# ---- arguments


def test_complete_names_list_fields() -> None:
    assert tuple(LIST_ASKS) == LISTS
    with pytest.raises(
        UsageError, match="complete must name some of people, agreements, figures, topics, dates, not 'units'"
    ):
        Extractor(llm=answering({}), complete=("units",))
    assert Extractor(llm=answering({}), complete="people")._complete == ("people",)


@pytest.mark.parametrize("votes", [0, 3, "2", None])
def test_votes_are_one_or_two(votes: Any) -> None:
    with pytest.raises(UsageError, match="votes must be 1 or 2"):
        Extractor(llm=answering({}), votes=votes)


@pytest.mark.parametrize("llm", ["gpt", 5, object(), type("X", (), {"model": "", "context": 5, "complete": None})()])
def test_what_is_no_model_is_refused(llm: Any) -> None:
    with pytest.raises(UsageError, match="llm must have a model"):
        Extractor(llm=llm)


@pytest.mark.parametrize("options", [{"complete": ("people",)}, {"votes": 2}])
def test_options_of_a_model_need_one(options: Any) -> None:
    with pytest.raises(UsageError, match="pass llm="):
        Extractor(**options)


def test_the_rules_are_the_same_with_a_model_that_says_nothing() -> None:
    for answer in ("", {}, "no"):
        assert asking("", text_of(answer)).record == without("").extract(TEXT)


def test_a_request_is_the_same_at_every_run() -> None:
    first, second = answering(GIVEN), answering(GIVEN)
    for llm in (first, second):
        asking("events.toml", llm, complete=LISTS, votes=2)
    assert first.requests == second.requests
    assert json.dumps([r.schema for r in first.requests]) == json.dumps([r.schema for r in second.requests])
