"""Budgets, prices, the circuit and the rate, each by itself."""

from __future__ import annotations

import math
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fill.asking import Clock
from talkextract.errors import UsageError
from talkextract.fill.budget import Budget, BudgetSpent, Prices
from talkextract.fill.circuit import Circuit, CircuitOpen
from talkextract.fill.rate import Rate


def test_prices_are_for_a_million_tokens() -> None:
    assert Prices(2.5, 10, "USD").cost(1_000_000, 500_000) == 7.5


@pytest.mark.parametrize("args", [(-1, 0, "USD"), (0, math.inf, "USD"), ("1", 0, "USD"), (True, 0, "USD"), (1, 1, " ")])
def test_prices_that_are_none(args: tuple[Any, ...]) -> None:
    with pytest.raises(UsageError):
        Prices(*args)


@pytest.mark.parametrize("limits", [{"requests": -1}, {"tokens": "5"}, {"cost": math.nan}, {"requests": True}])
def test_limits_that_are_none(limits: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=next(iter(limits))):
        Budget(**limits)


def test_no_limit() -> None:
    budget = Budget()
    for _ in range(100):
        budget.settle(budget.reserve(10**9, 1e9), 10**9, 1e9)
    assert budget.spent == (100, 10**11, 1e11)


def test_nothing_allowed() -> None:
    with pytest.raises(BudgetSpent, match="all 0 requests"):
        Budget(requests=0).reserve(0, 0)


def test_tokens_under_way_are_set_aside() -> None:
    budget = Budget(tokens=100)
    first = budget.reserve(60, 0)
    with pytest.raises(BudgetSpent, match="40 of its 100 tokens are left, a request may take 60"):
        budget.reserve(60, 0)
    budget.settle(first, 10, 0)
    budget.settle(budget.reserve(60, 0), 60, 0)
    with pytest.raises(BudgetSpent, match="30 of its 100"):
        budget.reserve(31, 0)
    budget.settle(budget.reserve(30, 0), 30, 0)
    assert budget.spent == (3, 100, 0)


def test_money_to_the_last_bit() -> None:
    budget = Budget(cost=1.0)
    for _ in range(10):  # ten tenths are a hair less or more than one
        budget.settle(budget.reserve(0, 0.1), 0, 0.1)
    with pytest.raises(BudgetSpent, match="cost"):
        budget.reserve(0, 0.01)


@given(st.lists(st.tuples(st.integers(0, 50), st.floats(0, 1)), max_size=60))
def test_no_limit_is_ever_overrun(uses: list[tuple[int, float]]) -> None:
    budget = Budget(requests=20, tokens=300, cost=3.0)
    held = []
    for tokens, cost in uses:
        try:
            held.append((budget.reserve(tokens, cost), tokens // 2, cost / 2))
        except BudgetSpent:
            if held:
                budget.settle(*held.pop())
    for one in held:
        budget.settle(*one)
    assert budget.spent.requests <= 20
    assert budget.spent.tokens <= 300
    assert budget.spent.cost <= 3.0 * (1 + 1e-6)


def test_threads_share_a_budget() -> None:
    budget = Budget(requests=500)

    def spend(_: int) -> int:
        done = 0
        for _ in range(100):
            try:
                budget.settle(budget.reserve(5, 0.5), 3, 0.25)
            except BudgetSpent:
                continue
            done += 1
        return done

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(spend, range(8))) == 500
    assert budget.spent == (500, 1500, 125.0)
    assert "requests=500" in repr(budget)


# The circuit


def call(circuit: Circuit, works: bool | None) -> bool:
    probe = circuit.enter()
    circuit.leave(probe, works)
    return probe


def test_the_circuit_opens_after_failures_in_a_row() -> None:
    clock = Clock()
    circuit = Circuit(after=3, pause=10, clock=clock)
    for works in (False, False, True, False, None, False, False):
        assert not circuit.is_open
        call(circuit, works)
    assert circuit.is_open
    with pytest.raises(CircuitOpen, match="3 calls in a row failed; it is asked again in 10 s"):
        circuit.enter()
    clock.now += 10
    assert call(circuit, False) is True
    with pytest.raises(CircuitOpen):
        circuit.enter()
    clock.now += 10
    assert call(circuit, True) is True
    assert not circuit.is_open
    assert call(circuit, True) is False


def test_one_probe_at_a_time() -> None:
    clock = Clock()
    circuit = Circuit(after=1, pause=10, clock=clock)
    call(circuit, False)
    clock.now += 11
    probe = circuit.enter()
    with pytest.raises(CircuitOpen):
        circuit.enter()
    circuit.leave(probe, None)  # it never came to the server: another may
    assert circuit.enter() is True


def test_calls_that_were_under_way_do_not_prolong_the_pause() -> None:
    clock = Clock()
    circuit = Circuit(after=1, pause=10, clock=clock)
    late = circuit.enter()
    call(circuit, False)
    clock.now += 9
    circuit.leave(late, False)
    clock.now += 1
    assert circuit.enter() is True


@pytest.mark.parametrize("options", [{"after": 0}, {"pause": -1}])
def test_a_circuit_that_is_none(options: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        Circuit(**options)


# The rate


def test_the_rate_gives_back_no_unused_turns() -> None:
    clock = Clock()
    rate = Rate(2, clock, clock.sleep)
    for _ in range(3):
        rate.wait()
    clock.now += 100
    for _ in range(3):
        rate.wait()
    assert clock.slept == [0.5] * 4


def test_threads_share_a_rate() -> None:
    waits: list[float] = []
    lock = threading.Lock()

    def sleep(seconds: float) -> None:
        with lock:
            waits.append(seconds)

    rate = Rate(10, lambda: 0.0, sleep)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: rate.wait(), range(41)))
    assert sorted(waits) == pytest.approx([n / 10 for n in range(1, 41)])
