# The commands of the house. `make run` and `make test` set up what they need, on a fresh machine too.

PYTHON ?= python3
BIN := .venv/bin
MARK := .venv/.done

.PHONY: run setup test check models bench bench-models bench-pages soak audit format wheel new-signal new-site lock clean browsers

run: $(MARK)-run  ## set up and serve on http://127.0.0.1:8765
	$(BIN)/waarmerk serve

setup: $(MARK)-run  ## .venv with the waarmerk command

$(MARK)-run: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(MARK)-dev: $(MARK)-run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

node_modules/.done: package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	touch $@

browsers:  ## Chromium and Firefox, from the system's own packages, where they are not there yet
	scripts/browsers

test: $(MARK)-dev node_modules/.done browsers  ## everything, real browsers included
	$(MAKE) --no-print-directory lint unit-js
	$(BIN)/python -m pytest -m "not browser and not slow" -n 2
	$(BIN)/python -m pytest -m "slow and not browser"
	$(BIN)/python -m pytest -m browser

check: $(MARK)-dev node_modules/.done  ## format, lint, types, import contract, quick tests; no network
	$(MAKE) --no-print-directory lint unit-js
	$(BIN)/python -m pytest -m "not browser and not slow" -n 2

.PHONY: lint unit-js
lint:
	$(BIN)/ruff format --check server models tests scripts
	$(BIN)/ruff check server models tests scripts
	$(BIN)/mypy
	$(BIN)/lint-imports

unit-js:
	npm run --silent lint
	npm run --silent types
	npm run --silent unit
	npm run --silent webext

format: $(MARK)-dev
	$(BIN)/ruff format server models tests scripts
	$(BIN)/ruff check --fix server models tests scripts

models: $(MARK)-dev  ## retrain the heads that learn from the repository alone
	$(BIN)/python models/sentences/train.py

bench: $(MARK)-dev node_modules/.done  ## time, memory and load, beside rivals in the same run; WRITE=--write keeps the figures
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --editable '.[bench]'
	$(BIN)/python scripts/bench.py $(WRITE)

bench-models: $(MARK)-dev  ## judgement on the data in DATA=…
	$(BIN)/python scripts/bench_models.py $(or $(DATA),.)

bench-pages: $(MARK)-dev  ## page reading on the pages in PAGES=…
	$(BIN)/python scripts/bench_pages.py $(PAGES)

soak: $(MARK)-dev  ## load with faults on a served instance, then long fuzz runs
	$(BIN)/python scripts/soak.py
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest tests/properties tests/contract tests/extraction -m "not browser"

audit: $(MARK)-dev  ## known holes in what we depend on
	$(BIN)/python -m pip install --quiet pip-audit
	$(BIN)/pip-audit --require-hashes -r requirements/run.txt
	npm audit --omit=dev

wheel: $(MARK)-dev
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

new-signal: $(MARK)-dev  ## scaffold a signal: make new-signal ID=my-signal CATEGORY=clarity
	$(BIN)/python scripts/new_signal.py $(ID) $(CATEGORY)

new-site: $(MARK)-dev  ## scaffold a page reader: make new-site ID=mysite HOST=mysite.example
	$(BIN)/python scripts/new_site.py $(ID) $(HOST)

lock: $(MARK)-dev  ## lock requirements anew, with hashes and without any address
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile $(LOCK) --output-file requirements/run.txt pyproject.toml
	$(BIN)/pip-compile $(LOCK) --constraint requirements/run.txt --output-file requirements/dev.txt requirements/dev.in

LOCK := --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header --strip-extras --allow-unsafe

clean:
	rm -rf .venv node_modules dist build

.PHONY: golden
golden: $(MARK)-dev  ## write the examples' short reports anew, to be reviewed as a diff
	$(BIN)/python tests/golden/golden.py
