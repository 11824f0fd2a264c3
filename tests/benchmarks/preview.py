"""The live preview: how long from saving a file until the server of `serve` hands out the changed page."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.benchmarks.contestants import Ours, Peer
from tests.benchmarks.projects import Change
from tests.benchmarks.running import Failed, Measured, Run, in_turns, python

PATIENCE = 300.0
PAUSE = 0.02
SETTLED = 1.0
"""Between two changes, so that none falls into the build of the one before."""


def preview(ours: Ours, zensical: Peer, runs: int) -> dict[str, list[Run] | str]:
    """Both servers run at the same time, and at every moment at most one of them builds."""
    with ExitStack() as servers:
        measured: Mapping[str, Measured] = {
            "wissensspeicher build": _Served(servers, ours, "generator.cli", "serve", "--port", "{port}"),
            "Zensical": _Served(servers, zensical, "zensical", "serve", "--dev-addr", "127.0.0.1:{port}"),
        }
        return in_turns(measured, runs)


class _Served:
    """Started when first asked."""

    def __init__(self, servers: ExitStack, builder: Ours | Peer, *words: str) -> None:
        self.servers, self.builder, self.words = servers, builder, words
        self.address = ""

    def __call__(self) -> Run:
        change = self.builder.change
        if change is None:
            raise Failed("there was no cold build")
        if not self.address:
            port = _free_port()
            self.servers.enter_context(_server(python(*(word.format(port=port) for word in self.words)), self.builder.folder))
            self.address = f"http://127.0.0.1:{port}/{change.page}/"
            _until(self.address, "<html")
        time.sleep(SETTLED)
        return self._changed(change)

    def _changed(self, change: Change) -> Run:
        change.make()
        start = time.perf_counter()
        _until(self.address, change.sentence)
        return Run(time.perf_counter() - start)


def _until(address: str, text: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=PATIENCE) as answer:
                if text in answer.read().decode("utf-8", "replace"):
                    return
        except (URLError, OSError):
            pass
        time.sleep(PAUSE)
    raise Failed(f"the preview did not show the page within {PATIENCE:.0f} s")


@contextmanager
def _server(command: list[str], folder: Path) -> Iterator[None]:
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
