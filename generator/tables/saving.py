"""An Excel file whose bytes depend on nothing but what is in it.

openpyxl and zip both write down when they ran, and a clock before 1980 lets them fail.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def saved(book: Workbook) -> bytes:
    """The days of its properties are those its maker gave it."""
    raw = io.BytesIO()
    ExcelWriter(book, _Timeless(raw, "w")).save()
    return raw.getvalue()


class _Timeless(zipfile.ZipFile):
    def writestr(self, name: Any, data: Any, *rest: Any) -> None:
        info = zipfile.ZipInfo(name, _FIRST_DAY)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        super().writestr(info, data)

    def write(self, file: Any, name: Any = None, *rest: Any) -> None:
        self.writestr(name, Path(file).read_bytes())
