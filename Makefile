# The commands of the house. Each works alone on a fresh clone.

RIGHT := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))

ifndef PYTHON
PYTHON := $(shell for each in python3 python3.13 python3.12 python3.11; do \
	if "$$each" -c '$(RIGHT)' >/dev/null 2>&1; then echo "$$each"; exit; fi; done; echo python3)
endif

OURS := .venv/bin/python
# Tests that listen to the real machine, and want it to themselves; the others run two at a time.
ALONE := tests/adapters tests/e2e tests/voice

.NOTPARALLEL:
.PHONY: help setup setup-tests run test check bench shots accept-shots lock clean

help: ## these lines
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile

setup: ## make the environment alone
	@"$(PYTHON)" -m tools.setup

setup-tests:
	@"$(PYTHON)" -m tools.setup --tests

run: setup ## set Soleus up and open it
	@$(OURS) -m tools.run

test: setup-tests ## run all tests, with or without a display
	@$(OURS) -m pytest --numprocesses 2 --dist loadfile $(addprefix --ignore=,$(ALONE))
	@$(OURS) -m pytest $(ALONE)

check: setup-tests ## format, lint, types, architecture, then all tests
	@$(OURS) -m ruff format --check
	@$(OURS) -m ruff check
	@$(OURS) -m mypy
	@.venv/bin/lint-imports --no-logo
	@$(MAKE) --no-print-directory test

bench: setup-tests ## print the benchmarks
	@$(OURS) -m pytest tests/bench --override-ini python_files='bench_*.py' \
		--override-ini python_functions='bench_*' --capture=no

shots: setup-tests ## write every screen, and a sheet of all figures, to build/shots
	@$(OURS) -m tools.shots
	@$(OURS) -m tools.figures build/shots/figures-light.png
	@$(OURS) -m tools.figures build/shots/figures-dark.png --dark

accept-shots: setup-tests ## draw the pictures that the tests compare with anew; look at each
	@SOLEUS_ACCEPT_SHOTS=1 $(OURS) -m pytest tests/ui/test_pictures.py

LOCK := $(OURS) -m uv pip compile pyproject.toml --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --only-binary :all: --emit-build-options --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock' $(LOCK_FLAGS)

lock: setup-tests ## write the locks anew; LOCK_FLAGS=--upgrade takes the newest
	@$(LOCK) --output-file requirements.txt
	@$(LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean: ## remove all that can be made again
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
