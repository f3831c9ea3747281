# Everything a person types. `make` alone prints the list.
#
# Needs GNU make and Python 3.11 or newer; installs all else into .venv/, from requirements/*.lock,
# and nothing at all if nothing changed: a stamp carries the checksum of the lock, of pyproject.toml,
# of the Python that made the environment and of the folder it stands in.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
CLINSUM := $(BIN)/clinsum
STAMPS := $(VENV)/stamps

# Options to pass on: make test PYTEST_ARGS="-k dose", make site BUILD_ARGS=--strict, make lock LOCK_ARGS=--upgrade
PYTEST_ARGS ?= -n auto
BUILD_ARGS ?=
LOCK_ARGS ?=

# PYTHON=... is taken at its word; otherwise the first of the usual names that is new enough.
ifeq ($(origin PYTHON),undefined)
  CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11
else
  CANDIDATES := $(PYTHON)
endif
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
FOUND := $(shell for name in $(CANDIDATES); do \
	if "$$name" -c '$(NEW_ENOUGH)' >/dev/null 2>&1; then command -v "$$name"; break; fi; done)

# One checksum for each thing that can change. POSIX cksum, so that any machine has it.
HOME_KEY := $(shell { pwd; "$(FOUND)" -c 'import sys; print(sys.version, sys.base_prefix)'; } 2>/dev/null | cksum | cut -d' ' -f1)
SITE_KEY := $(shell cat requirements/site.lock pyproject.toml | cksum | cut -d' ' -f1)
TEST_KEY := $(shell cat requirements/test.lock pyproject.toml | cksum | cut -d' ' -f1)
VENV_STAMP := $(STAMPS)/venv-$(HOME_KEY)
SITE_STAMP := $(STAMPS)/site-$(HOME_KEY)-$(SITE_KEY)
TEST_STAMP := $(STAMPS)/test-$(HOME_KEY)-$(TEST_KEY)

# The test environment holds the site's packages too: where it stands, `make site` installs nothing.
SITE_READY := $(if $(wildcard $(TEST_STAMP)),$(TEST_STAMP),$(SITE_STAMP))
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help
help: ## this list
	@echo "Clinical Summaries. What make can do:"
	@sed -n 's/^\([a-z][a-z-]*\):[^#]*## \(.*\)/\1|\2/p' Makefile | awk -F'|' '{ printf "  make %-10s %s\n", $$1, $$2 }'

# --- for everybody ---------------------------------------------------------------------------------------

.PHONY: site
site: $(SITE_READY) ## check the content and write the site to site/
	@$(CLINSUM) build $(BUILD_ARGS)

.PHONY: preview
preview: $(SITE_READY) ## like site, with everything, marked PREVIEW, in build/preview/
	@$(CLINSUM) build --preview $(BUILD_ARGS)

.PHONY: ready
ready: $(SITE_READY) ## install what the site needs into .venv/, and nothing else

.PHONY: serve
serve: $(SITE_READY) ## show the site at http://127.0.0.1:8000/ and follow your edits
	@$(BIN)/python -m mkdocs serve

.PHONY: clean
clean: ## remove what was built (site/, build/, dist/) and the caches; .venv/ stays
	@rm -rf site build dist .site.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- for those who edit code -----------------------------------------------------------------------------

.PHONY: test
test: $(TEST_STAMP) ## run the tests
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

.PHONY: check
check: $(TEST_STAMP) ## format, lint, types and import contracts; changes nothing
	$(BIN)/python -m ruff format --check generator tests benchmarks
	$(BIN)/python -m ruff check generator tests benchmarks
	$(BIN)/python -m mypy
	$(BIN)/lint-imports

.PHONY: format
format: $(TEST_STAMP) ## put the code into the house format
	@$(BIN)/python -m ruff format generator tests benchmarks
	@$(BIN)/python -m ruff check --fix generator tests benchmarks

.PHONY: golden
golden: $(TEST_STAMP) ## rewrite the expected pages under tests/golden/ (then read the difference)
	@$(BIN)/python -m pytest -q --rewrite-golden tests/golden

.PHONY: schema
schema: $(SITE_READY) ## rewrite schema/, the JSON Schema of every kind of entry, the tables of docs/editing.md, docs/change-classes.md
	@$(CLINSUM) schema --handbook docs/editing.md --change-classes docs/change-classes.md

.PHONY: rules
rules: $(TEST_STAMP) ## rewrite docs/rules/, the pages of the rules, from the rules and their fixtures
	@$(CLINSUM) rules --pages docs/rules --fixtures tests/checks

.PHONY: wheel
wheel: $(TEST_STAMP) ## build the distribution into dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist

LOCK = $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --quiet \
	--no-header --no-emit-index-url --no-annotate --prerelease disallow $(LOCK_ARGS)

.PHONY: lock
lock: $(VENV_STAMP) ## write requirements/*.lock anew from pyproject.toml
	@$(INSTALL) -r requirements/lock-tool.txt
	@$(LOCK) --extra zensical --group editable --group dev --output-file requirements/test.lock
	@$(LOCK) --group editable --constraint requirements/test.lock --output-file requirements/site.lock

# --- the environment -------------------------------------------------------------------------------------

$(VENV_STAMP):
	@test -n "$(FOUND)" || { \
	  echo "make: no Python 3.11 or newer among: $(CANDIDATES)." >&2; \
	  echo "      Install one (Debian, Ubuntu: apt install python3 python3-venv) or name it: make PYTHON=/path/to/python3" >&2; exit 2; }
	@"$(FOUND)" -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "make: $(FOUND) cannot make environments: its modules venv or ensurepip are missing." >&2; \
	  echo "      Debian, Ubuntu: apt install python3-venv" >&2; exit 2; }
	@echo "Making $(VENV)/ with $(FOUND)"
	@"$(FOUND)" -m venv --clear $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(SITE_STAMP): | $(VENV_STAMP)
	@echo "Installing what the site needs (requirements/site.lock)"
	@rm -f $(STAMPS)/site-* $(STAMPS)/test-*
	@$(INSTALL) --require-hashes -r requirements/site.lock
	@$(INSTALL) --no-build-isolation --no-deps -e .
	@touch $@

$(TEST_STAMP): | $(VENV_STAMP)
	@echo "Installing what the tests need (requirements/test.lock)"
	@rm -f $(STAMPS)/site-* $(STAMPS)/test-*
	@$(INSTALL) --require-hashes -r requirements/test.lock
	@$(INSTALL) --no-build-isolation --no-deps -e .
	@touch $@
