"""The check of the addresses, against a server of our own: polite, with a memory, and never in the way."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from click.testing import Result as Outcome

from generator.cli import main
from generator.links.asking import ask_all
from generator.links.memory import Result, as_text, recall

TODAY, LATER = date(2026, 11, 20), date(2026, 12, 24)


class Server(BaseHTTPRequestHandler):
    seen: list[tuple[str, str, str]]

    def _answer(self) -> None:
        type(self).seen.append((self.command, self.path, self.headers["User-Agent"]))
        status = {"/fehlt": 404, "/weg": 410, "/kaputt": 500, "/zuviel": 429, "/umzug": 301}.get(self.path, 200)
        if self.path == "/kein-head" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/da")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = _answer  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    Server.seen = []
    running = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()


def invoked(words: list[str]) -> Outcome:
    """The command in a thread of its own: it starts an event loop, and the browser tests keep theirs running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(CliRunner().invoke, main, words).result()


def asked(urls: list[str], known: dict[str, Result] | None = None, today: date = TODAY, internal: bool = True) -> dict[str, Result]:
    found: dict[str, Result] = {}
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, ask_all(urls, known or {}, today, "Test", 0, found.__setitem__, internal=internal)).result()
    return found


def test_answers_are_told_apart(server: str) -> None:
    found = asked([f"{server}/{name}" for name in ("da", "umzug", "kein-head", "fehlt", "weg", "kaputt")])
    assert [result.status for result in found.values()] == [200, 200, 200, 404, 410, 500]
    assert [result.dead for result in found.values()] == [False, False, False, True, True, False]


def test_what_does_not_answer_is_dead_after_two_runs(server: str) -> None:
    gone = "http://127.0.0.1:9/x"
    first = asked([gone])
    assert (first[gone].problem, first[gone].dead) == ("ist nicht erreichbar", False)
    again = asked([gone], first)
    assert not again[gone].dead, "twice on one day is one run"
    second = asked([gone], first, LATER)
    assert (second[gone].dead, second[gone].seit) == (True, "2026-11-20")


def test_who_says_too_often_is_left_alone(server: str) -> None:
    asked([f"{server}/zuviel", f"{server}/da"])
    assert "/da" not in [path for _, path, _ in Server.seen]


def test_addresses_of_the_own_network_are_not_asked(server: str) -> None:
    found = asked([f"{server}/da", "http://localhost/x", "http://169.254.169.254/latest"], internal=False)
    assert {result.problem for result in found.values()} == {"führt ins eigene Netz"}
    assert Server.seen == []


def test_nor_those_that_hide_behind_a_name(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asks = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *more, **named: asks("127.0.0.1", *more, **named))
    url = f"http://intern.example.org:{urlsplit(server).port}/da"
    assert asked([url], internal=False)[url].problem == "führt ins eigene Netz"
    assert Server.seen == []


def test_a_list_of_what_to_leave_out_that_cannot_be_read_is_named(linked: Path) -> None:
    (linked.parent / "links").mkdir(exist_ok=True)
    (linked.parent / "links/auslassen.yml").write_bytes("- adresse: https://k\xf6ln.example\n  grund: x\n".encode("latin-1"))
    done = invoked(["links", "--records", str(linked), "--pause", "0", "--intern"])
    assert done.exit_code == 1
    assert "auslassen.yml ist nicht zu lesen" in done.stderr


@pytest.fixture
def linked(sample: Path, server: str) -> Path:
    """The fictitious records with sources on our server only."""
    import re

    for number, file in enumerate(sorted(sample.rglob("*.yml"))):
        name = "fehlt" if file.name == "stadt-app.yml" else f"da{number}"
        file.write_text(re.sub(r"https://\S+", f"{server}/{name}", file.read_text("utf-8")), "utf-8")
    for file in sample.rglob("*.md"):
        file.write_text(re.sub(r"https://[^\s)]+", f"{server}/prosa", file.read_text("utf-8")), "utf-8")
    return sample


def links(records: Path, *more: str) -> str:
    done = invoked(["links", "--records", str(records), "--pause", "0", "--intern", *more])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_results_are_remembered_apart_from_the_records(linked: Path) -> None:
    before = {file: file.read_bytes() for file in linked.rglob("*") if file.is_file()}
    said = links(linked)
    assert "404: " in said
    assert "stadt-app.yml" in said
    assert " 1 gelten als tot." in said
    assert {file: file.read_bytes() for file in linked.rglob("*") if file.is_file()} == before
    memory = json.loads((linked.parent / "links/ergebnisse.json").read_text("utf-8"))
    assert list(memory) == sorted(memory)
    assert as_text(recall(linked)) == (linked.parent / "links/ergebnisse.json").read_text("utf-8")
    asked_once = len(Server.seen)
    assert ": 0 geprüft" in links(linked), "not again within a month"
    assert len(Server.seen) == asked_once
    assert all(agent.startswith("Wissensspeicher-Linkpruefung/") for _, _, agent in Server.seen)


def test_what_is_to_be_left_out_is_not_asked(linked: Path, server: str) -> None:
    (linked.parent / "links").mkdir()
    (linked.parent / "links/auslassen.yml").write_text(f"- adresse: {server}/fehlt\n  grund: nur zum Test\n", "utf-8")
    assert " 1 ausgelassen" in links(linked)
    assert "/fehlt" not in [path for _, path, _ in Server.seen]


def test_dead_addresses_appear_in_the_report_and_never_fail_a_build(linked: Path) -> None:
    links(linked)
    done = invoked(["report", "--records", str(linked)])
    assert done.exit_code == 0
    assert "Tote Adressen: 1\n" in done.stdout
    from generator.site import load, site

    page = next(file for file in site(load(linked)[0], memory=recall(linked)) if file.path == "mitmachen/pflege.md")
    assert "Antwort 404, zuletzt geprüft am" in page.content


def test_without_a_network_nothing_is_remembered(sample: Path) -> None:
    for file in [*sample.rglob("*.yml"), *sample.rglob("*.md")]:
        import re

        file.write_text(re.sub(r"https://[^\s)]+", "http://127.0.0.1:9/x", file.read_text("utf-8")), "utf-8")
    done = invoked(["links", "--records", str(sample), "--pause", "0", "--intern"])
    assert done.exit_code == 1
    assert "es wurde nichts gemerkt" in done.stderr
    assert not (sample.parent / "links").exists()
