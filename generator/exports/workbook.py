"""An Excel file whose bytes depend on nothing but its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from generator.history import as_moment
from generator.tables.cells import Value
from generator.tables.saving import saved

_LONGEST_CELL = 32_767
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TOP, _HEAD = Alignment(vertical="top"), Font(bold=True)


def workbook(title: str, head: Sequence[str], rows: Sequence[Sequence[Value]], stand: str, creator: str) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "C2"
    for number, name in enumerate(head, 1):
        sheet.column_dimensions[get_column_letter(number)].width = (
            60 if name in ("Kurz gesagt", "Quellen") else max(14, min(len(name) + 4, 40))
        )
    sheet.append([_cell(sheet, name, _HEAD) for name in head])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(head))}{len(rows) + 1}"
    moment = datetime.fromisoformat(as_moment(stand)[:10])
    book.properties.creator, book.properties.title = creator, title
    book.properties.created = book.properties.modified = moment
    return saved(book)


def _cell(sheet: object, value: Value, font: Font | None = None) -> object:
    """Text is always text: a title that begins with = is no formula."""
    if value is None:
        return None
    cell = WriteOnlyCell(sheet, _FORBIDDEN.sub("", value)[:_LONGEST_CELL] if isinstance(value, str) else value)  # type: ignore[arg-type]
    if isinstance(value, str):
        cell.data_type = "s"
    if font:
        cell.font = font
        cell.alignment = _TOP
    return cell
