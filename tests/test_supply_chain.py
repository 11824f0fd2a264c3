"""What we build with: listed whole, and never called sound without having asked."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

from tests.conftest import ROOT


def make(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A target of the Makefile as it stands, without renewing what it needs."""
    command = ["make", "--silent", "--old-file=.venv/test", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False, env=os.environ | environment)


def test_the_list_of_parts_names_every_locked_package_with_its_hashes(tmp_path: Path) -> None:
    """cyclonedx-py itself refuses to write what does not keep to the schema of CycloneDX."""
    done = make("sbom", f"SBOM={tmp_path / 'sbom.json'}")
    assert done.returncode == 0, done.stderr
    told = json.loads((tmp_path / "sbom.json").read_text("utf-8"))
    locked = set(re.findall(r"^([\w.-]+==[\w.]+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
    assert {f"{part['name']}=={part['version']}" for part in told["components"]} == locked
    assert all(part["externalReferences"][0]["hashes"] for part in told["components"])
    assert (told["bomFormat"], told["metadata"]["component"]["name"]) == ("CycloneDX", "wissensspeicher")
    assert "timestamp" not in told["metadata"], "the same lock makes the same list"


def test_an_audit_that_could_not_ask_does_not_pass() -> None:
    done = make("audit", HTTPS_PROXY="http://127.0.0.1:9", HTTP_PROXY="http://127.0.0.1:9", NO_PROXY="", no_proxy="")
    assert done.returncode != 0
    assert "ist nichts geprüft" in done.stdout


def test_every_package_is_locked_with_hashes() -> None:
    for name in ("requirements.lock", "requirements-test.lock"):
        blocks = re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8").strip())
        assert len(blocks) > 40
        assert [block for block in blocks if not re.match(r"[\w.-]+==\S+", block) or "--hash=sha256:" not in block] == []
