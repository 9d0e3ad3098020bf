"""What the tests of the client share: a request, a client without real pauses."""

from __future__ import annotations

from typing import Any

from talkextract.fill.http import HttpLLM
from talkextract.fill.protocol import Message, Request

KEY = "sk-test-0123456789abcdef"
SCHEMA = {
    "type": "object", "properties": {"a": {"type": "string", "maxLength": 20}}, "required": ["a"],
    "additionalProperties": False,
}  # fmt: skip


def request(text: str = "Hội đàm lần thứ 13", max_tokens: int = 50) -> Request:
    return Request((Message("system", "Answer in JSON."), Message("user", text)), SCHEMA, max_tokens)


class Clock:
    """Time that passes only when one sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def client(url: str = "https://llm.example/v1", **options: Any) -> HttpLLM:
    """A client whose pauses cost nothing and whose time-outs are short."""
    clock = options.pop("time", None) or Clock()
    options = {"model": "m", "timeout": (1.0, 0.4, 0.8), "clock": clock, "sleep": clock.sleep, **options}
    return HttpLLM(base_url=url, **options)
