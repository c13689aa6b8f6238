# Every task of the project. `make demo` and `make test` need only make, git and Python 3.11+ with venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test fuzz lint bless serve bench measure screenshots lock clean
.DEFAULT_GOAL := demo

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "careers needs Python 3.11 or later: make PYTHON=python3.12")'
	@echo "Installing into $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

demo: $(READY)   ## the main job on this machine: check, publish, open and move candidates
	@$(BIN)/careers demo

serve: $(READY)  ## the demo, and its pages kept open until Ctrl-C
	@$(BIN)/careers demo --serve

test: $(READY)   ## the tests
	@$(BIN)/python tests/browser/prepare.py
	@$(BIN)/python -m pytest -n auto --dist worksteal

fuzz: $(READY)   ## 20,000 inputs through reading, checking, fix and fmt; some ten minutes
	@$(BIN)/python tests/fuzz/run.py

lint: $(READY)   ## style, types, workflows
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/zizmor --offline --quiet --strict-collection .github/workflows

bless: $(READY)  ## write the expected files anew from what the code does now
	@$(BIN)/python -m pytest -n auto --bless

bench: $(READY)  ## ratios against a peer in the same run
	@$(BIN)/python tests/bench/run.py

measure: $(READY)  ## what a first page shows of 3, 60 and 500 jobs before one scrolls
	@$(BIN)/python tests/browser/prepare.py
	@$(BIN)/python tests/browser/first_screen.py

screenshots: $(READY)  ## the pictures of the documentation, taken anew
	@$(BIN)/python tests/browser/prepare.py
	@$(BIN)/python tests/browser/screenshots.py

lock:            ## resolve requirements.txt anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --only-binary :all: --emit-build-options --group dev pyproject.toml -o requirements.txt

clean:
	rm -rf $(VENV) _site _demo .hypothesis .*_cache
