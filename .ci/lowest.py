"""Print a constraint `name==bound` for each lower bound of pyproject.toml: that of the library, of `test` and `tables`.

`make test-lowest` installs by them. A bound that pip cannot hold to is one that nobody has tested: raise it.
"""

import re
import tomllib
from pathlib import Path

EXTRAS = ("test", "tables", "html", "socks")

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
extras = project["optional-dependencies"]
for requirement in sorted({*project["dependencies"], *(r for extra in EXTRAS for r in extras[extra])}):
    if requirement.startswith(f"{project['name']}["):
        continue
    bound = re.fullmatch(r"([\w.-]+)(?:\[[\w,-]+\])?>=([\d.]+)", requirement)
    if bound is None:
        raise SystemExit(f"pyproject.toml: {requirement!r} has no lower bound; write name>=version")
    print(f"{bound[1]}=={bound[2]}")
