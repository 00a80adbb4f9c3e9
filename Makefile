# Two commands set everything up: `make run` and `make test`. Both need Python 3.11 with pip, and nothing else.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
ARTICLES ?= seeds/articles

.PHONY: run test check lint types sql unit lock clean

run: $(VENV)/.installed ## set up, run the pipeline over the sample corpus, say what to ask of the result
	$(BIN)/article-facts run $(ARTICLES)

test: $(VENV)/.installed-dev lint types sql unit ## every check that CI makes

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

sql: $(VENV)/.installed-dev
	$(BIN)/sqlfluff lint sql

unit: $(VENV)/.installed-dev
	$(BIN)/pytest

# Two locks, hashes checked: what runs, and on top of it what checks. They are complete, so pip resolves nothing: the one
# that comes with Python 3.11 would look past the pins for the newest release of a package that is asked for with extras.
$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements-dev.lock
	@touch $@

lock: ## resolve pyproject.toml again (needs uv)
	uv pip compile pyproject.toml --python-version 3.11 --universal --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file requirements.lock
	uv pip compile --group dev --constraints requirements.lock --python-version 3.11 --universal --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache
