# The two commands of the README, and what they are made of.

PYTHON ?= python3
BIN := .venv/bin
REPORT := examples/iij-1h23
OUT := build/iij-1h23

.PHONY: demo test lint types unit docs clean

demo: .venv/installed  ## build and validate IIJ's half-year release, and say what was made
	$(BIN)/xbrlgen build $(REPORT) --out $(OUT)
	$(BIN)/xbrlgen validate $(OUT)/iij-2023-09-30.*
	@echo "Open $(OUT)/summary.html in a browser."

test: lint types unit  ## everything that CI runs

lint: .venv/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/tested
	$(BIN)/mypy

unit: .venv/tested
	$(BIN)/pytest -n 2 --dist loadgroup

docs: .venv/tested  ## write the generated pages and schemas again
	$(BIN)/pytest -q -k generated --regenerate

clean:
	rm -rf .venv build dist

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/python -m compileall -q xbrlgen
	touch $@

.venv/tested: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@
