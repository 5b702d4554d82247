# The two commands of the README: make episode, make test. All set-up happens by itself, in .venv.
# Another Python: make episode PY=python3.13

PY ?= python3
ARTICLE ?= seeds/filibuster.txt
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
OLDEST := 3.11

.PHONY: episode test lint format lock bench wheel clean
.DELETE_ON_ERROR:

episode: $(VENV)/.runtime
	@$(BIN)/podcast make $(ARTICLE)

test: $(VENV)/.dev lint
	$(BIN)/pytest -n auto

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.runtime
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/kill.py

wheel: $(VENV)/.runtime
	$(BIN)/python -m hatchling build

# Newer versions of everything, within the bounds of pyproject.toml. No index's name gets into a lock.
lock: $(VENV)/.dev
	$(PIP) install uv
	$(BIN)/uv pip compile -q pyproject.toml --group build --upgrade --universal --python-version $(OLDEST) \
	  --generate-hashes --custom-compile-command "make lock" -o requirements.lock
	$(BIN)/uv pip compile -q pyproject.toml --group build --group dev --upgrade --universal \
	  --python-version $(OLDEST) -c requirements.lock --no-annotate \
	  --generate-hashes --custom-compile-command "make lock" -o requirements-dev.lock

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.made:
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Alana & Ben needs Python $(OLDEST) or newer; $(PY) is $$($(PY) --version 2>&1)." \
	       "Name another one: make PY=python3.12 …" >&2; exit 1; }
	@$(PY) -c 'import ensurepip' 2>/dev/null || { \
	  echo "$(PY) cannot make virtual environments; on Debian: apt install python3-venv" >&2; exit 1; }
	$(PY) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.made requirements.lock pyproject.toml
	$(PIP) install --no-deps --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(PIP) install --no-deps --require-hashes -r requirements-dev.lock
	@touch $@
