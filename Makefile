# Three commands to remember: run, test, check. `eval` and `bench` print figures.
# Everything lives in .venv and is installed from the lock files in lock/; nothing else on the machine changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
UV_VERSION := 0.13.9

.PHONY: run test check eval bench lock clean
.DEFAULT_GOAL := help

.PHONY: help
help:
	@echo "make run    analyse the example case: page, moscow.rashomon, moscow.html"
	@echo "make test   the tests"
	@echo "make check  types, style, import contracts, generated documents, figures against their floors"
	@echo "make eval   the figures of the README, measured again"
	@echo "make bench  times, against named peers"

$(UV):
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r lock/uv.txt

$(VENV)/.runtime: lock/runtime.txt pyproject.toml | $(UV)
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r lock/build.txt -r lock/runtime.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: lock/dev.txt $(VENV)/.runtime
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r lock/dev.txt
	@touch $@

run: $(VENV)/.runtime
	@$(BIN)/rashomon analyze examples/moscow/reports.jsonl examples/moscow/pages \
		--question "Who carried out the drone attack on Moscow?" --case moscow.rashomon --html moscow.html

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/render_docs.py --check
	$(BIN)/python tools/evaluate.py --check

# What figures are compared with; never part of the product.
$(VENV)/.peers: lock/peers.txt $(VENV)/.dev
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r lock/peers.txt
	@touch $@

eval: $(VENV)/.peers
	$(BIN)/python tools/evaluate.py

bench: $(VENV)/.peers
	$(BIN)/python tools/benchmark.py
	$(BIN)/python tools/benchmark_copies.py
	$(BIN)/python tools/benchmark_truth.py
	$(BIN)/python tools/benchmark_weigh.py

# Needs the network: writes the lock files anew. They name packages, versions and hashes, never a host.
lock: | $(UV)
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --upgrade pyproject.toml -o lock/runtime.txt
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --upgrade --group dev pyproject.toml -c lock/runtime.txt -o lock/dev.txt
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --upgrade --group peers pyproject.toml -c lock/runtime.txt -o lock/peers.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache *.rashomon *.rashomon-wal *.rashomon-shm moscow.html
