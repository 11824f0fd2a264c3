"""A folder is replaced whole or not at all, whatever happens to the process that writes its successor.

A new site grows in a work folder beside the old one and takes its place in one step. Who builds holds a lock on his
work folder, which the system releases even when the process is killed: an unlocked work folder is rubbish, and the
next build sweeps it. Two builds at once each have a folder of their own; the one that finishes last stays.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":  # pragma: no cover

    def _lock(descriptor: int, wait: bool) -> bool:
        return False
else:
    import fcntl

    def _lock(descriptor: int, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except OSError:
            return False
        return True


_NEW, _OLD = "site", "alt"
_EXCHANGE = 2
_HERE = -100


@contextmanager
def successor(target: Path) -> Iterator[Path]:
    """A folder to build in. When the block ends well, it has taken the target's place; else nothing has changed."""
    with _work_folder(target) as work:
        yield work / _NEW
        with locked(target.parent):
            _swap(work / _NEW, target, work / _OLD)


@contextmanager
def _work_folder(target: Path) -> Iterator[Path]:
    target.parent.mkdir(parents=True, exist_ok=True)
    with locked(target.parent):
        _sweep(target)
        work = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        lock = os.open(work, os.O_RDONLY) if os.name == "posix" else None
        if lock is not None:
            _lock(lock, wait=True)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _prefix(target: Path) -> str:
    return f".{target.name}-neu-"


@contextmanager
def locked(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Alone in this folder, after a while of waiting if need be. The lock is the folder itself, so no file of ours lies about."""
    if os.name != "posix":  # pragma: no cover
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if not _lock(descriptor, wait=False):
            waiting()
            _lock(descriptor, wait=True)
        yield
    finally:
        os.close(descriptor)


def _sweep(target: Path) -> None:
    """Remove what killed builds left, and finish a swap that was cut off between its two steps."""
    for work in sorted(target.parent.glob(f"{_prefix(target)}*")):
        if os.name != "posix" or not work.is_dir():
            continue
        descriptor = os.open(work, os.O_RDONLY)
        try:
            if not _lock(descriptor, wait=False):
                continue  # somebody builds there right now
            if (work / _OLD).is_dir() and not target.exists():
                (work / _OLD).rename(target)
            shutil.rmtree(work, ignore_errors=True)
        finally:
            os.close(descriptor)


def _swap(new: Path, target: Path, aside: Path) -> None:
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        target.rename(aside)
        try:
            new.rename(target)
        except OSError:
            aside.rename(target)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Both names in one step, where system and file system can do that. Then there is no moment without a site."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    if (number := ctypes.get_errno()) in (errno.ENOSYS, errno.EINVAL):
        return False
    raise OSError(number, os.strerror(number), str(other))
