# `make demo` and `make test` take a fresh clone, on a machine with Python 3.11 to 3.13, to a finished run.

VENV := .venv
BIN := $(VENV)/bin
FITS := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c '$(FITS)' 2>/dev/null && echo $$p && break; done)

.PHONY: demo test lint evaluate clean
.DELETE_ON_ERROR:

demo: $(VENV)/run.stamp
	$(BIN)/dateline demo -o demo

test: $(VENV)/test.stamp
	$(BIN)/python -m pytest tests dateline --doctest-modules

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# make evaluate EVAL=folder of corpora with their scorers
evaluate: $(VENV)/run.stamp
	$(BIN)/python -m benchmarks.evaluate --eval $(EVAL)

clean:
	rm -rf $(VENV) build dist demo *.egg-info

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Dateline needs Python 3.11, 3.12 or 3.13; none was found" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: setup.cfg pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/test.stamp: setup.cfg pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,lint]'
	touch $@ $(VENV)/run.stamp
