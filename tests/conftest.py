"""Options and settings of the whole suite."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# The same examples at every run: a red suite is red for everyone.
settings.register_profile("suite", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite tests/golden/*.json from what is extracted now"
    )
    parser.addoption(
        "--update-floors",
        action="store_true",
        help="write the figures of now into tests/corpus/floors.toml, raise floors",
    )


def pytest_configure(config: pytest.Config) -> None:
    for option in ("--update-golden", "--update-floors"):
        if config.getoption(option) and os.environ.get("CI"):
            raise pytest.UsageError(
                f"{option} is refused where CI is set: what it writes is read by eye before it counts"
            )
