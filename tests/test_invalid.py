"""One broken file per rule: the exact message, at the exact place.

A case is a YAML file in tests/invalid: `dateien` are laid over the fictitious records, `meldungen` is what `check`
then says, nothing less and nothing more. A new rule gets a new file here.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

from generator.checking.formats import as_text
from tests.conftest import ROOT, problems_of

SHOWN_ELSEWHERE = {"groesse", "lesen"}
"""A file too big to keep here, and one that cannot be read: see test_cli.py."""
CASES = sorted(Path(__file__).parent.glob("invalid/*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_mistake_is_named_with_its_place_and_its_remedy(case: Path, sample: Path) -> None:
    told = yaml.safe_load(case.read_text("utf-8"))
    for name, content in told["dateien"].items():
        file = sample / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    said = as_text(problems_of(sample), "measures").replace("measures/", "")
    assert said.splitlines() == told["meldungen"].splitlines()


def test_every_code_has_a_case_and_a_line_in_the_guide() -> None:
    """What a contributor can meet is shown here and explained in docs/mitmachen/pruefung.md."""
    codes = _codes_in_the_code()
    shown = "\n".join(yaml.safe_load(case.read_text("utf-8"))["meldungen"] for case in CASES)
    guide = (ROOT / "docs/mitmachen/pruefung.md").read_text("utf-8")
    assert [code for code in sorted(codes) if f"[{code}]" not in shown] == []
    assert [code for code in sorted(codes) if f"**{code}**" not in guide] == []


def _codes_in_the_code() -> set[str]:
    """The second argument of every call that makes a problem, and the first of every tuple that carries one."""
    codes: set[str] = set()
    for file in [*ROOT.glob("generator/checking/*.py"), *ROOT.glob("generator/reading/*.py"), *ROOT.glob("generator/records/*.py")]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                place = {"problem": 1, "wrong": 0, "PydanticCustomError": 0, "_mistake": 1, "Mistake": 1}.get(name)
                if place is not None and len(node.args) > place and isinstance(node.args[place], ast.Constant):
                    codes.add(node.args[place].value)  # type: ignore[attr-defined]
            elif (
                isinstance(node, ast.Return)
                and isinstance(node.value, ast.Tuple)
                and node.value.elts
                and isinstance(node.value.elts[0], ast.Constant)
            ):
                codes.add(str(node.value.elts[0].value))
    return codes - SHOWN_ELSEWHERE
