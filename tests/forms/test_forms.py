"""What is made of the models: never stale, as the forges want it, and in German."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.catalogue import Catalogue
from generator.forms import generated
from generator.reading import read
from generator.records import KINDS
from generator.records.schema import json_schema
from tests.conftest import RECORDS, ROOT


@pytest.fixture(scope="module")
def made(catalogue: Catalogue) -> dict[str, str]:
    return {file.path: str(file.content) for file in generated(catalogue)}


def test_every_generated_file_in_the_repository_is_up_to_date(made: dict[str, str]) -> None:
    stale = [path for path, text in made.items() if not (ROOT / path).is_file() or (ROOT / path).read_text("utf-8") != text]
    assert stale == [], "make vorlagen"


def test_no_generated_file_is_left_over(made: dict[str, str]) -> None:
    for folder in (".vscode", ".github/ISSUE_TEMPLATE", ".gitlab/issue_templates"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file():
                assert file.relative_to(ROOT).as_posix() in made


# --- schemas ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_of_every_schema_speaks_german(kind: Any, catalogue: Catalogue) -> None:
    schema = json_schema(kind, catalogue.begriffe)
    for block in [schema, *schema.get("$defs", {}).values()]:
        for name, field in block.get("properties", {}).items():
            assert field.get("title"), name
            assert field.get("description", "").endswith((".", "?")), name
    assert '"null"' not in json.dumps(schema)
    assert not {"Where", "Everything", "municipality"} & set(json.dumps(schema).split()), "docstrings are for engineers"


def test_choices_carry_their_names(catalogue: Catalogue) -> None:
    status = json_schema(KINDS["massnahmen"], catalogue.begriffe)["properties"]["status"]
    assert status["enum"] == list(catalogue.begriffe["status"])
    assert status["enumDescriptions"][0].startswith("Idee: ")
    assert status["examples"] == ["umgesetzt"]


def test_limits_and_required_fields_are_those_of_the_model(catalogue: Catalogue) -> None:
    measure = json_schema(KINDS["massnahmen"], catalogue.begriffe)
    assert measure["required"] == ["titel", "kurz", "handlungsfelder", "status", "quellen"]
    assert (measure["properties"]["kurz"]["minLength"], measure["properties"]["kurz"]["maxLength"]) == (30, 600)
    place = json_schema(KINDS["modellprojekte"], catalogue.begriffe)["$defs"]["Koordinaten"]["properties"]["breite"]
    assert (place["type"], place["minimum"], place["maximum"]) == ("number", 47, 56)


def test_every_record_fits_its_schema(catalogue: Catalogue) -> None:
    """What an editor underlines must be what the check refuses, so no good record may be underlined."""
    validators = {folder: Draft202012Validator(json_schema(kind, catalogue.begriffe)) for folder, kind in KINDS.items()}
    for validator in validators.values():
        validator.check_schema(validator.schema)
    for entry in read(RECORDS).entries:
        assert [error.message for error in validators[entry.kind.folder].iter_errors(entry.tree.data)] == [], entry.file


def test_vs_code_maps_every_yaml_record_to_its_schema(made: dict[str, str]) -> None:
    mapped = json.loads(made[".vscode/settings.json"])["yaml.schemas"]
    for schema in mapped:
        assert schema.removeprefix("./") in made
    for file in RECORDS.rglob("*.yml"):
        path = file.relative_to(ROOT)
        assert (
            sum(path.match(pattern.replace("/**/*", "/*/*")) or path.match(pattern.replace("/**/*", "/*")) for pattern in mapped.values())
            == 1
        ), path


# --- forms -----------------------------------------------------------------------------------------------------------


def test_github_forms_keep_githubs_rules(made: dict[str, str]) -> None:
    """https://docs.github.com/de/communities/…/syntax-for-issue-forms: what breaks them is refused there without a word here."""
    forms = [yaml.safe_load(text) for path, text in made.items() if path.startswith(".github/ISSUE_TEMPLATE") and "config" not in path]
    assert len(forms) == 5
    for form in forms:
        assert set(form) == {"name", "description", "title", "body"}
        ids = [element["id"] for element in form["body"] if element["type"] != "markdown"]
        labels = [element["attributes"]["label"] for element in form["body"] if element["type"] != "markdown"]
        assert len(ids) == len(set(ids))
        assert len(labels) == len(set(labels))
        for element in form["body"]:
            assert element["type"] in ("markdown", "input", "textarea", "dropdown")
            options = element["attributes"].get("options", [])
            assert len(options) == len(set(options))
            assert all(isinstance(option, str) and option and option.lower() != "none" for option in options)
            assert (element["type"] == "dropdown") == bool(options)


def test_gitlab_templates_ask_the_same(made: dict[str, str]) -> None:
    for path, text in made.items():
        if path.startswith(".github/ISSUE_TEMPLATE") and "config" not in path:
            form = yaml.safe_load(text)
            template = made[f".gitlab/issue_templates/{form['name']}.md"]
            for element in form["body"][1:]:
                assert f"### {element['attributes']['label']}" in template


def test_the_pull_request_template_has_five_lines() -> None:
    for path in (".github/PULL_REQUEST_TEMPLATE.md", ".gitlab/merge_request_templates/Default.md"):
        assert len((ROOT / path).read_text("utf-8").splitlines()) == 5


# --- checks of the forges ---------------------------------------------------------------------------------------------


def workflows() -> list[tuple[str, Any]]:
    return [(path.name, yaml.safe_load(path.read_text("utf-8"))) for path in sorted(Path(ROOT, ".github/workflows").glob("*.yml"))]


def test_workflows_have_least_rights() -> None:
    for name, workflow in workflows():
        assert workflow["permissions"] == {}, name
        assert set(workflow[True]) <= {"pull_request", "push", "schedule"}, "no trigger that gives a stranger's code our rights"
        for job_name, job in workflow["jobs"].items():
            writes = {right for right, level in job["permissions"].items() if level == "write"}
            assert writes == ({"pages", "id-token"} if job_name == "veroeffentlichen" else set())
            assert not (writes and any("run" in step for step in job["steps"])), "what may write runs no code of the repository"
            for step in job["steps"]:
                assert "${{ github.event" not in step.get("run", ""), "a title could be a command"
                if step.get("uses", "").startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False


def test_actions_are_named_by_the_hash_of_their_commit_with_the_version_beside_it() -> None:
    """A tag can be moved, a commit cannot. One action has one hash everywhere."""
    hashes: dict[str, set[str]] = {}
    for path in ROOT.glob(".github/workflows/*.yml"):
        for line in path.read_text("utf-8").splitlines():
            if "uses:" in line:
                found = re.fullmatch(r"\s*(?:- )?uses: ([\w/-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+", line)
                assert found, line
                hashes.setdefault(found[1], set()).add(found[2])
    assert len(hashes) > 4
    assert {action for action, found in hashes.items() if len(found) > 1} == set()


def test_only_a_green_main_is_published_and_with_its_past() -> None:
    jobs = dict(workflows())["pruefen.yml"]["jobs"]
    assert (jobs["website"]["needs"], jobs["veroeffentlichen"]["needs"]) == (["alles"], ["website"])
    assert "needs.alles.result == 'success' && github.event_name == 'push'" in jobs["website"]["if"]
    assert "needs.website.result == 'success'" in jobs["veroeffentlichen"]["if"]
    assert jobs["website"]["steps"][0]["with"]["fetch-depth"] == 0
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    assert gitlab["stages"][-1] == gitlab["pages"]["stage"]
    assert gitlab["pages"]["rules"] == [{"if": '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE != "schedule"'}]
    assert gitlab["pages"]["variables"]["GIT_DEPTH"] == 0
