"""A language model behind any server that speaks OpenAI's chat completions.

`base_url` is what stands before `/chat/completions`:

    OpenAI       https://api.openai.com/v1
    Azure        https://NAME.openai.azure.com/openai/deployments/DEPLOYMENT?api-version=2024-10-21
                 with key_header="api-key", or https://NAME.openai.azure.com/openai/v1 (model: the deployment's name)
    Gemini       https://generativelanguage.googleapis.com/v1beta/openai
    Anthropic    https://api.anthropic.com/v1 with answer_format="plain": it leaves a schema aside
    Ollama       http://localhost:11434/v1
    vLLM         http://localhost:8000/v1
    llama.cpp    http://localhost:8080/v1
    LM Studio    http://localhost:1234/v1

A key goes as `Authorization: Bearer …`. A server on another machine that has no https needs `allow_plain_http=True` if
there is a key. Proxies and certificates are taken from the environment (HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self, get_args

import httpx
from pydantic import SecretStr
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from ..errors import LLMError, UsageError
from .answer import Answer, Fault
from .budget import Budget, BudgetSpent, Prices
from .cache import Cache, key_of
from .circuit import Circuit, CircuitOpen
from .dialect import Dialect, Format, body_of, check_extra, encoded
from .endpoint import Endpoint
from .exchange import Exchange, Timeouts
from .protocol import Reply, Request
from .rate import Rate

__all__ = ["HttpLLM", "Timeouts"]

log = logging.getLogger(__name__)

_FIRST_PAUSE = 1.0  # seconds; doubled at every try, with up to a second of jitter
_DAY = 86_400.0  # seconds
_LONGEST_PAUSE = 60.0  # seconds, also where a server asks for more


class _Call:
    """A call under way: what is asked where, and what it took until now."""

    def __init__(self, request: Request, url: str, start: float) -> None:
        self.request, self.url, self.start = request, url, start
        self.tries = self.tokens_in = self.tokens_out = 0
        self.cost = 0.0
        self.trial: tuple[Dialect, Dialect] | None = None  # the last dialect, and the one to try in its place


class HttpLLM:
    """An `LLM` over HTTP: one client, safe between threads; a context manager that closes its connections and cache.

    base_url, model    the server and the name of the model there (see the head of this module)
    api_key            the key, sent in `key_header`; never logged, kept or shown
    headers            further headers, taken for secrets
    context            how many characters the messages of one request may hold
    timeout            (connect, read, total) in seconds, for each request
    tries              how many requests a call may take, redirects and adaptations to the server included
    limit              how many bytes of an answer are read
    cache              a file that keeps answers, or a `Cache`
    budget, prices     what may be spent, and what tokens cost
    rate               requests per second
    circuit            when to stop asking a server that fails
    answer_format      how to ask for JSON. A server that refuses a schema is asked for any JSON object, then for plain
                       text, with the schema in the messages, for the life of this client; one that fails without a
                       word at the last try. A model that reasons before it answers gets tokens for that on top
    extra              further parameters of the request, as {"reasoning_effort": "low"}
    transport, clock, sleep    for tests

    Raises UsageError for arguments that are wrong, and for a cache that is damaged.
    """

    def __init__(
        self, *, base_url: str, model: str, api_key: str | SecretStr | None = None, key_header: str = "Authorization",
        headers: Mapping[str, str | SecretStr] | None = None, context: int = 24_000,
        timeout: tuple[float, float, float] = Timeouts(), tries: int = 4, limit: int = 4 * 2**20,
        cache: str | Path | Cache | None = None, budget: Budget | None = None, prices: Prices | None = None,
        rate: float | None = None, circuit: Circuit | None = None, allow_plain_http: bool = False,
        answer_format: Format = "json_schema", extra: Mapping[str, Any] | None = None,
        transport: httpx.BaseTransport | None = None, clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        _check(model, context, tries, limit, timeout, answer_format)
        if budget is not None and budget.cost is not None and prices is None:
            raise UsageError("a budget with a cost needs prices=Prices(per_million_in, per_million_out, currency)")
        self._endpoint = Endpoint(
            base_url, api_key=api_key, key_header=key_header, headers=headers, allow_plain_http=allow_plain_http
        )
        self._model, self._context, self._tries = model, context, tries
        self._budget, self._prices = budget or Budget(), prices
        self._clock, self._sleep = clock, sleep
        self._rate = None if rate is None else Rate(rate, clock, sleep)
        self._circuit = circuit or Circuit(clock=clock)
        self._extra = check_extra(extra)
        self._asked = Dialect(format=answer_format)  # what the user asked for: the cache goes by it
        self._backoff = wait_exponential_jitter(_FIRST_PAUSE, _LONGEST_PAUSE, jitter=1)
        self._own_cache = isinstance(cache, str | Path)
        self._cache = Cache(cache) if isinstance(cache, str | Path) else cache
        self._exchange = Exchange(self._endpoint, self._asked, Timeouts(*timeout), limit, transport)

    def __repr__(self) -> str:
        return f"HttpLLM(base_url={self._endpoint.base_url!r}, model={self._model!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def model(self) -> str:
        """The name that evidence carries: `llm:<model>`."""
        return self._model

    @property
    def context(self) -> int:
        """How many characters the messages of one request may hold."""
        return self._context

    @property
    def budget(self) -> Budget:
        """What may be spent, and what was."""
        return self._budget

    def close(self) -> None:
        """Close the connections, and the cache if it was given as a path."""
        self._exchange.close()
        if self._cache is not None and self._own_cache:
            self._cache.close()

    def complete(self, request: Request) -> Reply:
        """Answer a request: from the cache, or from the server in at most `tries` requests.

        Raises LLMError where there is no answer, with words on what stood in the way, where, and what to do.
        """
        call = _Call(request, self._endpoint.url, self._clock())
        if self._exchange.closed:
            raise self._error(call, "this client is closed", "make a new one")
        asked = encoded(body_of(request, self._model, self._asked, self._extra))
        key = key_of(self._endpoint.url, asked)
        if self._cache is not None and (kept := self._cache.get(key)) is not None:
            return replace(kept, seconds=self._clock() - call.start)
        answer = self._guarded(call)
        reply = Reply(
            answer.text, call.tokens_in, call.tokens_out, call.cost, self._clock() - call.start, call.tries
        )  # fmt: skip
        if self._cache is not None:
            self._cache.put(key, self._model, reply)
        return reply

    def _guarded(self, call: _Call) -> Answer:
        """Ask the server until it answers, if the circuit lets the call through."""
        works: bool | None = None
        try:
            probe = self._circuit.enter()
        except CircuitOpen as stop:
            raise self._error(call, f"the server is not asked for now: {stop}", "start it, or try later") from None
        try:
            # a probe asks once: whoever waits for it should not wait for long
            tries = 1 if probe else self._tries
            answer: Answer = Retrying(
                stop=stop_after_attempt(tries), retry=retry_if_exception(_may_go_better), wait=self._pause,
                sleep=self._rest, reraise=True,
            )(self._once, call)  # fmt: skip
            works = True
        except Fault as fault:
            works = fault.works
            said = self._endpoint.clean(fault.said)
            what = f"{fault} ({said})" if said else str(fault)
            raise self._error(call, what, fault.hint or "see that the server runs and is well") from None
        finally:
            self._circuit.leave(probe, works)
        return answer

    def _once(self, call: _Call) -> Answer:
        """One request: counted, at its time, settled whatever becomes of it. Raises Fault."""
        dialect = call.trial[1] if call.trial else self._exchange.dialect
        body = encoded(body_of(call.request, self._model, dialect, self._extra))
        # no token is shorter than a byte, so that nothing can take more than this
        most = Answer("", len(body), call.request.max_tokens + dialect.room)
        try:
            held = self._budget.reserve(most.tokens_in + most.tokens_out, self._cost(most))
        except BudgetSpent as stop:
            raise Fault(f"the budget is spent: {stop}", works=None, hint="give a larger budget") from None
        took = most
        try:
            if self._rate is not None:
                self._rate.wait()
            call.tries += 1
            answer = self._exchange.ask(call.url, body, dialect)
            took = answer if answer.counted else most
        except Fault as fault:
            log.info("%s at %s: request %d: %s", self._model, self._endpoint.host, call.tries, fault)
            answer = fault.answer or Answer("")
            took = most if fault.lost and not answer.counted else answer
            self._count(call, answer)
            call.url = fault.moved or call.url
            if fault.mute and call.tries == self._tries - 1 and dialect.format != "plain":
                # it may be the form of the answer that a server fails at: the last try does without
                call.trial = (dialect, dialect._replace(format="plain"))
            raise
        finally:
            self._budget.settle(held, took.tokens_in + took.tokens_out, self._cost(took))
        self._count(call, answer)
        if call.trial is not None:
            self._exchange.learn(*call.trial)
        return answer

    def _pause(self, state: RetryCallState) -> float:
        """Seconds until the next try: what the server asked for, else the back-off; capped."""
        fault = state.outcome.exception() if state.outcome is not None else None
        if isinstance(fault, Fault) and fault.pause is not None:
            return min(fault.pause, _LONGEST_PAUSE)
        return float(self._backoff(state))

    def _rest(self, seconds: float) -> None:
        if seconds > 0:
            self._sleep(seconds)

    def _cost(self, answer: Answer) -> float:
        return 0.0 if self._prices is None else self._prices.cost(answer.tokens_in, answer.tokens_out)

    def _count(self, call: _Call, answer: Answer) -> None:
        call.tokens_in += answer.tokens_in
        call.tokens_out += answer.tokens_out
        call.cost += self._cost(answer)

    def _error(self, call: _Call, what: str, hint: str) -> LLMError:
        times = "1 request" if call.tries == 1 else f"{call.tries or 'no'} requests"
        return LLMError(
            f"model {self._model!r} at {self._endpoint.host}: {what}; {times} made. To do: {hint}", tries=call.tries,
            seconds=self._clock() - call.start, tokens_in=call.tokens_in, tokens_out=call.tokens_out, cost=call.cost,
        )  # fmt: skip


def _may_go_better(error: BaseException) -> bool:
    return isinstance(error, Fault) and error.again


def _check(
    model: str, context: int, tries: int, limit: int, timeout: tuple[float, float, float], answer_format: str
) -> None:
    if not isinstance(model, str) or not model.strip():
        raise UsageError("model must be the name of a model, as the server knows it")
    for name, number in (("context", context), ("tries", tries), ("limit", limit)):
        if isinstance(number, bool) or not isinstance(number, int) or number < 1:
            raise UsageError(f"{name} must be a whole number above 0, not {number!r}")
    if len(timeout) != 3 or not all(isinstance(seconds, int | float) and 0 < seconds <= _DAY for seconds in timeout):
        raise UsageError(f"timeout must be three numbers of seconds (connect, read, total), not {timeout!r}")
    if answer_format not in get_args(Format):
        raise UsageError(f"answer_format must be one of {', '.join(get_args(Format))}, not {answer_format!r}")
