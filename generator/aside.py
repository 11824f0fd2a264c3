"""Work that another process does meanwhile, where the system can fork one. It sees everything as it was at the beginning."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import IO, Any, ClassVar, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") and hasattr(os, "fork") else 1
PORTION = 128
"""So much work is shared at a time: a process of its own for each portion is gone before it has made much of memory its own."""
WORTH_IT = 8
"""With fewer pieces of work, sharing them costs more than it saves."""
_SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)]


class Aside(Generic[R]):
    """Begins the work as soon as a core is free. What no other process began, or failed at, is done when the results are asked for.

    Results wait in a nameless file, one after the other, so that neither process ever holds all of them.
    """

    _waiting: ClassVar[list[Aside[Any]]] = []
    _running: ClassVar[list[Aside[Any]]] = []

    def __init__(self, work: Callable[[], Iterable[R]]) -> None:
        self._work = work
        self._child = 0
        self._status: int | None = None
        self._waiting.append(self)
        self.free_cores()

    def results(self) -> Iterator[R]:
        if self in self._waiting:
            self._waiting.remove(self)
        if not self._child or (self.over() and self._status):
            for result in self._work():
                self.free_cores()
                yield result
            return
        self._file.seek(0)
        with suppress(EOFError):
            while True:
                yield pickle.load(self._file)

    def stop(self) -> None:
        """Nobody wants the results any more."""
        if self in self._waiting:
            self._waiting.remove(self)
        if self._child and not self.over(os.WNOHANG):
            os.kill(self._child, signal.SIGKILL)
            self.over()

    def over(self, how: int = 0) -> bool:
        """Whether the other process has ended, which one waits for unless `how` says no."""
        if self._status is None:
            ended, status = os.waitpid(self._child, how)
            if ended:
                self._status = status
                self._running.remove(self)
        return self._status is not None

    def begin(self) -> None:
        self._waiting.remove(self)
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 -- open until this object goes
        self._child = os.fork()
        if self._child == 0:
            _deliver(self._work, self._file)
        self._running.append(self)

    @classmethod
    def free_cores(cls) -> int:
        """How many neither we nor anything begun are busy on, after what waits was begun."""
        free = CORES - 1 - sum(not one.over(os.WNOHANG) for one in tuple(cls._running))
        for one in cls._waiting[: max(free, 0)]:
            one.begin()
            free -= 1
        return max(free, 0)


def _deliver(work: Callable[[], Iterable[object]], file: IO[bytes]) -> None:
    """In the child. Nothing it does may reach back: it neither tidies up nor speaks."""
    status = 1
    try:
        gc.freeze()  # looking for garbage in what is shared with the first process would copy it
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        for result in work():
            pickle.dump(result, file, protocol=pickle.HIGHEST_PROTOCOL)
        file.flush()
        status = 0
    finally:
        os._exit(status)


def shared(work: Callable[[T], R], items: Sequence[T]) -> Iterator[tuple[T, R]]:
    """Every item with its result. The first ones are done here, portions from the end by free cores, if there is enough of it."""
    waiting = deque(items)
    others: list[tuple[Sequence[T], Aside[R]]] = []
    try:
        while waiting or others:
            while Aside.free_cores() and len(waiting) >= WORTH_IT:
                others.append(_begun(work, [waiting.pop() for _ in range(min(PORTION, len(waiting) // CORES))]))
            if waiting:
                item = waiting.popleft()
                yield item, work(item)
            for part, other in [(part, other) for part, other in others if not waiting or other.over(os.WNOHANG)]:
                yield from zip(part, other.results(), strict=True)
                others.remove((part, other))
    finally:
        for _, other in others:
            other.stop()


def _begun(work: Callable[[T], R], part: Sequence[T]) -> tuple[Sequence[T], Aside[R]]:
    return part, Aside(lambda: map(work, part))
