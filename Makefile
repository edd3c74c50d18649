# demo, test, lint and bench set up what they need by themselves and leave the tree clean.
# A stamp in .venv says what has been set up, so a second call is quick.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SEED   := seeds/000_f5ffb0f7331506f9.txt
# What rendering tests and pictures need; the program itself needs none of it.
SYSTEM := libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-calc-nogui \
          fonts-noto-cjk fonts-noto-cjk-extra texlive-lang-chinese chromium
BENCH  := pandoc

.PHONY: demo serve test golden lexicon lint bench pictures gallery clean
.DELETE_ON_ERROR:

demo: $(VENV)/.installed
	$(BIN)/reportgen build $(SEED) -o output

# The page for people without a terminal.
serve: $(VENV)/.installed
	$(BIN)/reportgen serve

test: $(VENV)/.developing $(VENV)/.system
	$(BIN)/python -m pytest

# Writes down what the code gives now as what the texts under tests/fixtures expect. Read the difference.
golden: $(VENV)/.developing
	$(BIN)/python -m pytest -n 0 --golden

# Takes out one word of the analysis after the other; says which no example would miss.
lexicon: $(VENV)/.developing
	$(BIN)/python tools/lexicon.py

lint: $(VENV)/.developing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.developing $(VENV)/.bench
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/outline.py
	$(BIN)/python bench/check_mutations.py
	$(BIN)/python bench/analysis.py
	$(BIN)/python bench/stated.py
	$(BIN)/python bench/mutations.py --speeches 10
	$(BIN)/python bench/kills.py
	$(BIN)/python bench/batch.py
	$(BIN)/python bench/serve.py
	$(BIN)/python bench/scaling.py --shapes sections headings one-sentence --sizes 1 2 4

pictures: $(VENV)/.developing $(VENV)/.system
	$(BIN)/python tools/make_pictures.py

# Decks of five speeches in all looks, as small pictures; a quarter of an hour.
gallery: $(VENV)/.developing $(VENV)/.system
	$(BIN)/python tools/make_gallery.py

clean:
	rm -rf $(VENV) dist build
	find output -mindepth 1 ! -name .gitignore -delete

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo '需要 Python 3.11 或更新的版本：make PYTHON=python3.11 …' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || \
	  { rm -rf $(VENV); tools/install_packages.sh python3-venv && $(PYTHON) -m venv $(VENV); }

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[web]'
	@$(BIN)/python tools/warm.py
	@touch $@

$(VENV)/.developing: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@$(BIN)/python tools/warm.py
	@touch $@ $(VENV)/.installed

# Where we may not install, the command is named and the tests that render are skipped.
$(VENV)/.system: Makefile | $(VENV)/bin/python
	@if tools/install_packages.sh $(SYSTEM); then touch $@; else echo '缺少它们时，相关测试会跳过' >&2; fi

# Pandoc is there for comparison only: without it the bench leaves its lines out.
$(VENV)/.bench: Makefile | $(VENV)/bin/python
	@if tools/install_packages.sh $(BENCH); then touch $@; else echo '没有 Pandoc，略过与它的比较' >&2; fi
