# Every task of the project. `make demo` and `make test` need only make, git and Python 3.11+ with venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(VENV)/uv/bin/uv
# As pip does: the machine's certificates, and no Python of its own.
export UV_SYSTEM_CERTS := true
export UV_PYTHON_DOWNLOADS := never
# What stands here is installed: .venv/.USE for requirements/USE.txt.
DEMO := $(VENV)/.demo
DEV := $(VENV)/.dev

.PHONY: demo docs install test test-workflows fuzz lint audit bless serve bench measure screenshots lock dist index release clean
.DEFAULT_GOAL := demo

$(UV): requirements/uv.txt
	@$(PYTHON) requirements/install.py $(VENV) uv
	@touch $@

$(DEMO) $(DEV): $(VENV)/.%: requirements/%.txt pyproject.toml $(UV)
	@echo "Installing into $(VENV) …"
	@$(PYTHON) requirements/install.py $(VENV) $*
	@$(UV) pip install --quiet --python $(BIN)/python --no-build-isolation --no-deps --editable .
	@touch $@

# Apart from the rest, which need not be there where a release is made.
RELEASING := $(VENV)/release
RELEASE := $(RELEASING)/.release
$(RELEASE): requirements/release.txt
	@$(PYTHON) requirements/install.py $(RELEASING) release
	@$(PYTHON) requirements/install.py $(VENV) uv
	@touch $@

demo: $(DEMO)    ## the main job on this machine: check, publish, open and move candidates
	@$(BIN)/careers demo

serve: $(DEMO)   ## the demo, and its pages kept open until Ctrl-C
	@$(BIN)/careers demo --serve

install: $(DEMO) ## the command `careers`, as .venv/bin/careers

test: $(DEV)     ## the tests
	@$(BIN)/python tests/browser/prepare.py
	@$(BIN)/python -m pytest -n auto --dist worksteal

test-workflows: $(DEV) ## each workflow, whole, by a runner on this machine
	@$(BIN)/python -m pytest -n auto --dist worksteal -m workflows tests/candidates/test_act.py

docs: $(DEV)     ## the documentation as a site, into _docs/
	@$(BIN)/python tools/documentation.py

fuzz: $(DEV)     ## 20,000 inputs through the postings' half, 85,000 applications through intake, 60,000 events
	@$(BIN)/python tests/fuzz/run.py
	@$(BIN)/python tests/fuzz/run_intake.py
	@CAREERS_KILL=all CAREERS_MACHINE=750 CAREERS_LETTERS=1000 CAREERS_BURST=10000 $(BIN)/python -m pytest -n auto -q \
		tests/candidates/test_kill.py tests/candidates/test_machine.py \
		tests/candidates/test_files.py tests/candidates/test_many.py tests/candidates/test_burst.py \
		tests/candidates/test_letters_at_most_once.py tests/candidates/test_kill_letters.py

lint: $(DEV)     ## style, types, workflows
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/zizmor --offline --quiet --persona auditor --strict-collection .github action.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-actions action.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml

audit: $(RELEASE) ## whether a weakness is known of what the locks hold
	@$(RELEASING)/bin/pip-audit --disable-pip --require-hashes --progress-spinner off \
		-r requirements/dev.txt -r requirements/release.txt -r requirements/uv.txt

bless: $(DEV)    ## write the expected files anew from what the code does now
	@$(BIN)/python -m pytest -n auto --bless

bench: $(DEV)    ## ratios against a peer in the same run
	@$(BIN)/python tests/bench/run.py

measure: $(DEV)    ## what a first page shows of 3, 60 and 500 jobs before one scrolls
	@$(BIN)/python tests/browser/prepare.py
	@$(BIN)/python tests/browser/first_screen.py

screenshots: $(DEV)## the pictures of the documentation, taken anew
	@$(BIN)/python tests/browser/prepare.py
	@$(BIN)/python tests/browser/screenshots.py

# The small ones take the versions of the large one, so that all are tested together.
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --only-binary :all: --emit-build-options
lock: $(UV) ## resolve what stands in pyproject.toml anew, into requirements/
	@$(COMPILE) pyproject.toml -c requirements/constraints.in --extra demo --extra mail \
		--extra adopt --group dev -o requirements/dev.txt
	@$(COMPILE) pyproject.toml -c requirements/dev.txt -o requirements/base.txt
	@$(COMPILE) pyproject.toml -c requirements/dev.txt --extra site -o requirements/site.txt
	@$(COMPILE) pyproject.toml -c requirements/dev.txt --extra mail -o requirements/mail.txt
	@$(COMPILE) pyproject.toml -c requirements/dev.txt --extra demo --group build -o requirements/demo.txt
	@$(COMPILE) --group release -o requirements/release.txt
	@$(COMPILE) --group uv -o requirements/uv.txt

# What the workflow `release` does, in its order; docs/releasing.md tells the whole.
dist: $(RELEASE) ## the package, its list of parts and what is new, into dist/
	@rm -rf dist build
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(UV) build --quiet --no-build-isolation \
		--python $(RELEASING)/bin/python --out-dir dist
	@$(RELEASING)/bin/cyclonedx-py requirements --output-reproducible --output-format JSON \
		--output-file dist/sbom.cdx.json requirements/demo.txt
	@$(PYTHON) tools/release_notes.py > dist/notes.md

index: $(RELEASE) ## dist/ to the package index, signed by this workflow's identity
	@$(RELEASING)/bin/pypi-attestations sign dist/*.whl dist/*.tar.gz
	@$(UV) publish --trusted-publishing always dist/*.whl dist/*.tar.gz dist/*.attestation

release:         ## dist/ as a release on GitHub, of the tag that runs this
	@gh release create "$$GITHUB_REF_NAME" --verify-tag --title "$$GITHUB_REF_NAME" \
		--notes-file dist/notes.md dist/*.whl dist/*.tar.gz dist/sbom.cdx.json

clean:
	rm -rf $(VENV) dist build _docs _site _demo .hypothesis .*_cache
