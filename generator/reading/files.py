"""The files of the records folder: which there are, and what is in them. A folder may hold traps; none is stepped into.

A link could show what lies outside, a pipe or a device never ends, and a folder nobody may open would hide its records.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

MAX_BYTES = 300_000
_BESIDE_RECORDS = {"README.md", "LICENSE", "LICENSE.md"}
_SUFFIXES = (".yml", ".md")

_REASONS = {
    errno.ENOENT: "Sie ist nicht mehr da",
    errno.EACCES: "Es fehlt das Recht dazu",
    errno.EPERM: "Es fehlt das Recht dazu",
    errno.EROFS: "Der Datenträger lässt sich nur lesen",
    errno.ENOSPC: "Auf dem Datenträger ist kein Platz mehr",
    errno.EDQUOT: "Der erlaubte Platz auf dem Datenträger ist verbraucht",
    errno.EFBIG: "Die Datei würde zu groß",
    errno.EIO: "Der Datenträger ist gestört",
    errno.EISDIR: "Dort liegt ein Ordner",
    errno.ENOTDIR: "Dort liegt eine Datei, wo ein Ordner sein müsste",
    errno.ENOTEMPTY: "Dort liegt ein Ordner, der nicht leer ist",
    errno.EEXIST: "Dort liegt schon etwas",
    errno.ELOOP: "Sie ist ein Verweis (symbolischer Link)",
    errno.ENAMETOOLONG: "Der Name ist zu lang",
    errno.EMFILE: "Es sind zu viele Dateien offen",
    errno.EADDRINUSE: "Der Port ist schon belegt",
}


class Unfit(Exception):
    """No file a record can be in; the message says why."""

    def __init__(self, message: str, code: str = "lesen") -> None:
        super().__init__(message)
        self.code = code


def why(error: OSError) -> str:
    """What the system refuses, in German."""
    return _REASONS.get(error.errno or 0, f"Das System meldet: {error.strerror or error}")


def told(error: OSError) -> str:
    """The same as a sentence; errors of our own are one already."""
    return str(error) if error.errno is None else f"{error.filename or 'Ausgabe'}: {why(error)}."


def record_files(folder: Path) -> list[str]:
    """Every file that should be a record, relative to the folder, and whatever else lies there that could hide one."""
    return sorted(_files(folder))


def _files(folder: Path) -> Iterator[str]:
    closed: list[str] = []
    for root, folders, files in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        odd = [name for name in folders if name.endswith(_SUFFIXES) or Path(root, name).is_symlink()]
        folders[:] = [name for name in folders if name not in odd]
        for name in (*files, *odd):
            file = Path(root, name).relative_to(folder).as_posix()
            if not name.startswith(".") and file not in _BESIDE_RECORDS:
                yield file
    yield from (Path(path).relative_to(folder).as_posix() for path in closed)


def content(path: Path, most: int = MAX_BYTES, what: str = "ein Datensatz") -> bytes:
    """What is in a file that was there a moment ago and may be anything by now."""
    try:
        if path.is_symlink():
            raise Unfit(f"Das ist ein Verweis (symbolischer Link) auf „{path.readlink()}“. Legen Sie die Datei selbst hierher.")
        with open(path, "rb", opener=_carefully) as file:
            raw, size = file.read(most + 1), os.fstat(file.fileno()).st_size
    except OSError as error:
        raise Unfit(f"Die Datei lässt sich nicht lesen: {why(error)}.") from None
    if len(raw) > most:
        raise Unfit(f"Die Datei ist {size // 1000} kB groß; {what} hat höchstens {most // 1000} kB.", "groesse")
    return raw


def _carefully(path: str, flags: int) -> int:
    """Open without waiting for a pipe and without following a link, and only what has an end."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    raise Unfit(f"Das ist keine Datei, sondern {'ein Ordner' if stat.S_ISDIR(mode) else 'ein Gerät oder eine Leitung'}.")
