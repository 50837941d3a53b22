# `make` alone prints this help. Targets with ## are for people.
PYTHON ?= python3
BIN := .venv/bin
# Neighbours stay together, so that what a module prepares is prepared once.
PYTEST := $(BIN)/pytest -n 2 --dist worksteal
PO := $(wildcard translations/*/LC_MESSAGES/messages.po)
MO := $(PO:.po=.mo)
CSS := $(wildcard static/css/*.css)
JS := $(wildcard static/js/*.js)
MANIFEST := static/vendor/manifest.json

.DEFAULT_GOAL := help
.PHONY: help run test lint types unit postgres browser evening bench load relevance screening oracles assets messages catalogues clean

help: ## print this help
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: .venv/.runtime catalogues assets ## the portal with demo content at http://127.0.0.1:8000
	@$(BIN)/flask setup
	@$(BIN)/flask serve

test: lint types unit postgres browser ## everything that must hold, on both databases and in a browser

lint: .venv/.development ## style of code and templates, directions of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet

types: .venv/.development ## types of the portal
	$(BIN)/mypy

unit: .venv/.development catalogues assets ## tests on SQLite
	$(PYTEST) -m "not browser"

postgres: .venv/.development catalogues assets ## the tests that touch rows, on PostgreSQL
	sh tools/system.sh postgres
	$(BIN)/python -m tests.postgres $(PYTEST) -m "not (browser or no_database or one_engine)" --ignore=tests/upkeep/views --ignore=tests/agreement/views

browser: .venv/.development catalogues assets ## journeys in a real browser
	sh tools/system.sh chromium
	$(PYTEST) -m browser

evening: .venv/.development catalogues assets ## a workshop of forty people on walls, phones and paper, in a real browser
	sh tools/system.sh chromium
	EVENING=40 $(BIN)/pytest tests/browser/test_evening.py

bench: .venv/.development catalogues assets ## speed, as ratios: of search at two sizes, of pages to bare ones
	$(BIN)/python -m tests.bench

load: .venv/.development catalogues assets ## 500 people, 200 ballots a second, and a server that is killed meanwhile
	$(BIN)/python -m tests.load

relevance: .venv/.development catalogues ## how well search answers graded questions (needs REAL_DATA)
	$(BIN)/python -m tests.relevance

screening: .venv/.development ## how well screening finds what must not become public
	$(BIN)/python -m tests.screening

oracles: .venv-oracles/.installed ## what voting libraries say of random elections, written down for the tests
	.venv-oracles/bin/python -m tests.oracles

.venv-oracles/.installed: tests/oracles/requirements.txt
	$(PYTHON) -m venv .venv-oracles
	.venv-oracles/bin/pip install --quiet --disable-pip-version-check --no-deps -r $<
	@touch $@

assets: ## fonts, styles and script, from npm
	@if sh tools/system.sh npm; then $(MAKE) --silent $(MANIFEST); fi

$(MANIFEST): node_modules/.installed tools/assets.mjs $(CSS) $(JS)
	node tools/assets.mjs
	@touch $@

node_modules/.installed: package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

catalogues: $(MO) ## compiled translations

translations/%.mo: translations/%.po | .venv/.runtime
	@$(BIN)/pybabel --quiet compile -i $< -o $@

messages: .venv/.development ## collect messages into translations/*/LC_MESSAGES/messages.po
	$(BIN)/python tools/messages.py

.venv/.runtime: requirements.txt
	@sh tools/system.sh venv $(PYTHON)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@sh tools/system.sh voikko
	@touch $@

.venv/.development: requirements-dev.txt .venv/.runtime
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean: ## take away what was built; data in instance/ stays
	rm -rf .venv .venv-oracles node_modules static/vendor $(MO)
