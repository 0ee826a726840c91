# The commands of this project. Needs Python 3.11 or later, make and a package index; all else goes into .venv.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
DEV_STAMP := .venv/.installed-dev
ENGINES_STAMP := .venv/.installed-engines
DOCS_STAMP := .venv/.installed-docs

.DEFAULT_GOAL := help
.PHONY: help demo test check format docs bench fuzz soak audit test-bounds clean

help: ## Show the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	$(PYTHON) -m venv .venv

$(STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(DEV_STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $(STAMP) $@

demo: $(STAMP) ## Print the facts of an article
	$(BIN)/factex extract corpus/articles/ai-race.txt

test: $(DEV_STAMP) ## Run the tests
	$(BIN)/python -m pytest -q

$(ENGINES_STAMP): $(DEV_STAMP)
	$(BIN)/python -m pip install --quiet --editable '.[audit,spark,ray,langchain,haystack,mcp,docs]'
	touch $@

check: $(ENGINES_STAMP) ## Everything that has to hold before a change lands
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	@if $(BIN)/pyright --version >/dev/null 2>&1; then $(BIN)/pyright --pythonpath $(BIN)/python; \
	else echo "pyright fetches itself at its first run and can not here: its check is skipped"; fi
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q --hypothesis-profile=ci

$(DOCS_STAMP): $(DEV_STAMP)
	$(BIN)/python -m pip install --quiet --editable '.[docs]'
	touch $@

docs: $(DOCS_STAMP) ## Build the documentation site into build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

format: $(DEV_STAMP) ## Format the code and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(DEV_STAMP) ## Accuracy and speed; with DATA=folder also the outside suites and texts there
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	-$(BIN)/python benchmarks/gold.py corpus
	$(BIN)/python benchmarks/verification.py corpus $(DATA)
	$(if $(DATA),$(BIN)/python benchmarks/outside.py $(DATA),@echo "DATA=folder measures the outside suites too")
	$(BIN)/python benchmarks/speed.py $(if $(DATA),$(DATA)/news/rural.jsonl)

fuzz: $(DEV_STAMP) ## Fuzz with coverage as guide; SECONDS=600 for each of six harnesses
	$(BIN)/python -m pip install --quiet --editable '.[fuzz]'
	for f in quantities extract lexicon gold documents cli; do mkdir -p .fuzz/$$f; $(BIN)/python fuzz/fuzz_$$f.py \
		-max_total_time=$(or $(SECONDS),600) -timeout=20 -max_len=150 -len_control=0 .fuzz/$$f || exit 1; done

soak: $(DEV_STAMP) ## Mixed and hostile documents for MINUTES=30
	$(BIN)/python benchmarks/soak.py --minutes $(or $(MINUTES),30)

audit: $(DEV_STAMP) ## Licences of what is installed, and known vulnerabilities
	$(BIN)/python -m pip install --quiet --editable '.[audit]'
	$(BIN)/python tools/licences.py
	mkdir -p build
	$(BIN)/python -m pip freeze --exclude-editable > build/requirements.txt
	$(BIN)/pip-audit --strict --no-deps --disable-pip --requirement build/requirements.txt

test-bounds: $(DEV_STAMP) ## The quick tests with the lowest and with the newest versions of the dependencies
	$(BIN)/python -m pip install --quiet --editable '.[audit]'
	index=$$($(BIN)/python -m pip config get global.index-url 2>/dev/null); \
	export UV_DEFAULT_INDEX=$${UV_DEFAULT_INDEX:-$${PIP_INDEX_URL:-$${index:-https://pypi.org/simple}}}; \
	for bound in lowest-direct highest; do \
		$(BIN)/uv venv --quiet --clear build/$$bound && \
		$(BIN)/uv pip install --quiet --python build/$$bound --resolution $$bound . && \
		$(BIN)/uv pip install --quiet --python build/$$bound hypothesis num2words pytest sybil text2num && \
		build/$$bound/bin/python -m pytest -q tests/numerals tests/quantity tests/records || exit 1; done

clean: ## Remove all that these commands made
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
