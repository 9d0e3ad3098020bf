"""A new user's path, with the built wheel in an environment of its own.

`make test-user` builds the wheel and names it in TALKEXTRACT_WHEEL; without that nothing of this folder is collected.
"""

from __future__ import annotations

import os

WHEEL = os.environ.get("TALKEXTRACT_WHEEL")
collect_ignore_glob = [] if WHEEL else ["test_*.py"]
