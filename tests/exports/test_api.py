"""The API as other programs meet it: what it says, and that it keeps to the schemas it publishes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.request
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from generator.records import KINDS
from tests.conftest import ROOT
from tests.exports.conftest import ADDRESS


def loaded(published: dict[str, bytes], path: str) -> Any:
    return json.loads(published[f"api/v1/{path}"])


def test_every_answer_has_the_same_envelope(published: dict[str, bytes]) -> None:
    answer = loaded(published, "massnahmen.json")
    assert list(answer) == ["schema_version", "stand", "total", "result"]
    assert (answer["schema_version"], answer["stand"], answer["total"]) == ("1.0", "2025-03", 3)
    assert loaded(published, "massnahmen/musterstadt/stadt-app.json")["result"] == [answer["result"][2]]


def test_a_record_says_all_it_knows_and_nothing_else(published: dict[str, bytes]) -> None:
    (app,) = loaded(published, "massnahmen/musterstadt/stadt-app.json")["result"]
    assert app["id"] == "musterstadt/stadt-app"
    assert app["url"] == f"{ADDRESS}massnahmen/musterstadt/stadt-app/"
    assert app["kosten_eur"] == 65000
    assert app["quellcode"]["lizenz"] == "EUPL-1.2"
    assert (app["status"], app["status_datum"], app["moeglicherweise_veraltet"]) == ("umgesetzt", "2024-06-30", False)
    assert (app["modellprojekt"], app["laender"]) == ("musterstadt", ["sachsen"])
    assert (app["aufgenommen"], app["geaendert"]) == ("2024-02-01T09:00:00Z", "2026-03-04T10:00:00Z")
    (sparse,) = loaded(published, "massnahmen/beispielkreis/hochwasserwarnung.json")["result"]
    assert "kosten_eur" not in sparse, "unknown is absent"
    assert "status_datum" not in sparse, "its record says that nobody knows"
    assert None not in sparse.values()


def test_the_index_leads_to_everything_there_is(published: dict[str, bytes]) -> None:
    index = loaded(published, "index.json")["result"]
    assert [entry["id"] for entry in index if entry["art"] == "liste"] == list(KINDS)
    for entry in index:
        for key in ("url", "schema"):
            assert key not in entry or entry[key].removeprefix(ADDRESS) in published, entry


def test_terms_are_named_in_the_schemas(published: dict[str, bytes]) -> None:
    schema = loaded(published, "schema/massnahmen.json")
    status = schema["$defs"]["eintrag"]["properties"]["status"]
    assert status["title"] == "Status"
    assert status["x-namen"]["in-umsetzung"] == "In Umsetzung"
    assert "in-umsetzung" in status["enum"]
    fields = schema["$defs"]["eintrag"]["properties"]
    assert all(field.get("title") for field in fields.values())


def test_projects_are_points_on_the_map(published: dict[str, bytes]) -> None:
    collection = loaded(published, "modellprojekte.geojson")
    first = collection["features"][1]
    assert "crs" not in collection, "RFC 7946 knows only WGS 84"
    assert len({feature["id"] for feature in collection["features"]}) == len(collection["features"])
    assert first["geometry"] == {"type": "Point", "coordinates": [12.81, 50.63]}, "longitude comes first"
    assert first["properties"]["land"] == "Sachsen"


# --- the whole site ------------------------------------------------------------------------------------------------


@cache
def validator(site: Path, schema: str) -> Draft202012Validator:
    found = json.loads((site / "api/v1/schema" / schema).read_text("utf-8"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found, format_checker=Draft202012Validator.FORMAT_CHECKER)


def schema_for(path: Path, api: Path) -> str:
    kind = path.relative_to(api).parts[0].removesuffix(".json")
    return f"{kind}.json"


def test_every_published_json_keeps_to_its_schema(site: Path) -> None:
    api = site / "api/v1"
    wrong, seen = [], 0
    for path in sorted([*api.rglob("*.json"), *api.glob("*.geojson")]):
        if path.is_relative_to(api / "schema") or path.name == "openapi.json":
            continue
        seen += 1
        errors = validator(site, schema_for(path, api)).iter_errors(json.loads(path.read_text("utf-8")))
        wrong += [f"{path.relative_to(api)}: {error.json_path}: {error.message[:200]}" for error in errors]
    assert wrong[:10] == []
    assert seen > 1_200


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_schema_refuses_what_is_wrong(site: Path, kind: str) -> None:
    """A schema that accepts anything would prove nothing."""
    answer = json.loads((site / f"api/v1/{kind}.json").read_text("utf-8"))
    answer["result"][0]["erfunden"] = True
    assert not validator(site, f"{kind}.json").is_valid(answer)


def test_single_records_are_those_of_the_list(site: Path) -> None:
    for kind in KINDS:
        answer = json.loads((site / f"api/v1/{kind}.json").read_text("utf-8"))
        assert answer["total"] == len(answer["result"])
        for record in answer["result"][:50]:
            single = json.loads((site / f"api/v1/{kind}/{record['id']}.json").read_text("utf-8"))
            assert single["result"] == [record]


def test_the_examples_of_the_guide_run(address: str) -> None:
    """Copied from the page on open data, run against the built site."""
    guide = (ROOT / "docs/daten/index.md").read_text("utf-8").replace("https://wissen.example.org", address)
    (example,) = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    said = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, timeout=60, check=True).stdout
    assert "ERZmobil – Rufbus auf Bestellung; 2025-06\n" in said
    (shell,) = re.findall(r"```sh\n(.*?)```", guide, re.DOTALL)
    asked = re.search(r"curl -s (\S+)", shell)
    assert asked
    answer = urllib.request.urlopen(asked[1], timeout=10)
    assert json.load(answer)["total"] > 900


def test_the_description_of_the_api_is_valid_and_complete(site: Path) -> None:
    file = site / "api/v1/openapi.json"
    description = json.loads(file.read_text("utf-8"))
    validate(description, base_uri=file.as_uri())
    for path, item in description["paths"].items():
        for parameter in item["get"].get("parameters", []):
            path = path.replace(f"{{{parameter['name']}}}", parameter["example"])
        assert (site / f"api/v1{path}").is_file(), path
