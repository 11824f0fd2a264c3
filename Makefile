# One command each. Everything is installed into .venv from the lock files; nothing else on the machine is touched,
# except that root may install a missing system package (venv, Chromium) on Debian and its kin.

PYTHON ?= python3
BIN := .venv/bin
APT := $(shell command -v apt-get 2>/dev/null)
ROOT := $(filter 0,$(shell id -u))
.DEFAULT_GOAL := help
.PHONY: help site serve test bench vorlagen lock audit sbom addresses browser nginx office clean

help: ## Diese Übersicht
	@echo "Wissensspeicher – Befehle:"
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

site: .venv/site ## Website prüfen und nach site/ bauen
	@$(BIN)/wissensspeicher build

serve: .venv/site ## Vorschau unter http://127.0.0.1:8000/, zeigt Änderungen sofort
	@$(BIN)/wissensspeicher serve

test: .venv/test browser nginx office ## Alles prüfen: Code, Typen, Datensätze, Seiten im Browser
	@echo "→ Stil (ruff)";              $(BIN)/ruff check . && $(BIN)/ruff format --check .
	@echo "→ Typen (mypy)";             $(BIN)/mypy
	@echo "→ Aufbau (import-linter)";   $(BIN)/lint-imports --no-logo
	@echo "→ Datensätze";               $(BIN)/wissensspeicher check
	@echo "→ Tests (pytest)";           $(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

bench: .venv/test browser ## Tempo, Speicher und Größe messen, auch gegen andere; BENCH="--only builds --runs 1" wählt aus
	@$(BIN)/python -m tests.benchmarks $(BENCH)

vorlagen: .venv/site ## Formulare, Schemas und Feldtabelle aus den Modellen erneuern
	@$(BIN)/wissensspeicher vorlagen

lock: .venv/test ## Abhängigkeiten neu festschreiben (nach Änderungen in pyproject.toml)
	@$(BIN)/uv pip compile $(LOCK) --group build -o requirements.lock
	@$(BIN)/uv pip compile $(LOCK) --group build --group test -o requirements-test.lock
LOCK := --quiet --upgrade --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --python-version 3.11 pyproject.toml

audit: .venv/test ## Abhängigkeiten auf bekannte Schwachstellen prüfen
	@$(BIN)/pip-audit --strict --disable-pip --require-hashes --progress-spinner off -r requirements-test.lock \
	  || { echo "Nicht bestanden. Steht oben ein Paket mit einer Kennung wie PYSEC, CVE oder GHSA, hat es eine bekannte Schwachstelle: docs/mitmachen/wartung.md."; \
	       echo "Steht dort, dass ein Paket nicht gefunden wurde oder das Verzeichnis nicht antwortet, ist nichts geprüft: bitte mit Zugang zum öffentlichen Verzeichnis der Python-Pakete (PyPI) wiederholen."; exit 1; }

sbom: .venv/test ## Stückliste der Website (CycloneDX) nach sbom.cdx.json schreiben
	@PYTHONWARNINGS=ignore $(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --mc-type application --output-reproducible --of JSON -o $(SBOM)
	@echo "Geschrieben und gegen das Schema von CycloneDX geprüft: $(SBOM)"
SBOM := sbom.cdx.json

addresses: site ## Liste der veröffentlichten Adressen neu schreiben (nach einer Veröffentlichung)
	@$(BIN)/python -m tests.addresses

clean: ## Alles Erzeugte löschen
	rm -rf .venv .cache site .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# --- what the commands need ------------------------------------------------------------------------------------------

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "Es fehlt Python 3.11 oder neuer ($(PYTHON) gibt es nicht oder ist älter). Mit PYTHON=/pfad/zu/python3 lässt sich ein anderes wählen."; exit 1; }
	@echo "→ Python-Umgebung wird in .venv angelegt"
	@$(PYTHON) -m venv .venv 2>/dev/null \
	  || { rm -rf .venv; $(if $(and $(APT),$(ROOT)),apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null,false) && $(PYTHON) -m venv .venv; } \
	  || { rm -rf .venv; echo "Die Python-Umgebung lässt sich nicht anlegen. Unter Debian und Ubuntu fehlt meist das Paket python3-venv."; exit 1; }

.venv/site: requirements.lock pyproject.toml | .venv/bin/python
	$(call install,requirements.lock)

.venv/test: requirements-test.lock pyproject.toml | .venv/bin/python
	$(call install,requirements-test.lock)
	@touch .venv/site

define install
@echo "→ Pakete aus $(1) werden installiert (nur beim ersten Mal und nach Änderungen)"
@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1) \
  && $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . \
  || { echo "Die Pakete lassen sich nicht installieren. Gebraucht wird ein Zugang zum Python-Paketverzeichnis; die Meldung darüber nennt das fehlende Paket."; exit 1; }
@touch $@
endef

browser:
	$(call need,chromium chromium-browser google-chrome,chromium,Tests im Browser,$(BIN)/playwright install chromium)
	$(call need,java,default-jre-headless,HTML-Prüfung,false)

nginx:
	$(call need,nginx /usr/sbin/nginx,nginx-light,Tests hinter einem echten Webserver,false)

office:
	$(call need,soffice,libreoffice-calc-nogui,Tabellen in LibreOffice,false)

# Look for a program; as root on Debian install its package, else try another way, else say what will be skipped.
define need
@command -v $(1) >/dev/null 2>&1 \
  || { echo "→ $(2) wird installiert ($(3))"; $(if $(and $(APT),$(ROOT)),apt-get update -qq && apt-get install -y -qq $(2) >/dev/null,$(4)); } \
  || echo "$(2) fehlt und lässt sich nicht installieren. Übersprungen wird: $(3). Für den vollen Umfang installieren Sie $(2)."
endef
