"""Extractors that end the process they run in, or fail, at articles that ask for it; worker processes import this."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

from talkextract import Extraction, Extractor


class Dying(Extractor):
    """Killed by the text "die", killed the first time by "die once: <file>", broken by "break"."""

    def run(self, text: str, **given: Any) -> Extraction:
        if not isinstance(text, str):
            return super().run(text, **given)
        if text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if text.startswith("die once: "):
            mark = Path(text.removeprefix("die once: "))
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        if text == "break":
            raise KeyError("words of the article")
        if text == "print":
            print("a stray line among the answers")
        return super().run(text, **given)
