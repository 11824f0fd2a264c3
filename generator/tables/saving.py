"""Tables as files: CSV as German spreadsheets open it, and Excel files whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from generator.tables.cells import Value

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def as_csv(rows: Iterable[Iterable[Value]]) -> bytes:
    """Opens by a double click: UTF-8 with its mark, semicolons, decimal comma."""
    raw = io.BytesIO()
    with io.TextIOWrapper(raw, "utf-8-sig", newline="") as text:
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerows([str(cell).replace(".", ",") if isinstance(cell, float) else cell for cell in row] for row in rows)
        text.flush()
        return raw.getvalue()


def saved(book: Workbook) -> bytes:
    """openpyxl and zip both write down when they ran, and a clock before 1980 lets them fail."""
    raw = io.BytesIO()
    ExcelWriter(book, _Timeless(raw, "w")).save()
    return raw.getvalue()


class _Timeless(zipfile.ZipFile):
    def writestr(self, name: Any, data: Any, *rest: Any) -> None:
        super().writestr(_timeless(name), data)

    def write(self, file: Any, name: Any = None, *rest: Any) -> None:
        with Path(file).open("rb") as source, self.open(_timeless(name), "w") as target:
            shutil.copyfileobj(source, target)


def _timeless(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _FIRST_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info
