"""Results as tables to read, and as JSON that two runs can be compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Value = float | str | None
"""A figure; why there is none; or nothing to say."""


@dataclass(frozen=True)
class Column:
    name: str
    unit: str = ""
    digits: int = 1

    def text(self, value: Value) -> str:
        if isinstance(value, str):
            return value
        return "–" if value is None else f"{value:,.{self.digits}f}{' ' if self.unit else ''}{self.unit}"


@dataclass
class Table:
    title: str
    columns: Sequence[Column]
    note: str = ""
    rows: dict[str, dict[str, Value]] = field(default_factory=dict)
    """By the contestant's name and the column's."""
    failures: dict[str, str] = field(default_factory=dict)
    """Who could not take part, and why."""

    def add(self, name: str, *values: Value) -> None:
        self.rows[name] = {column.name: value for column, value in zip(self.columns, values, strict=True)}

    def fail(self, name: str, why: str) -> None:
        self.failures[name] = why

    def as_text(self, older: Mapping[str, Any] | None = None) -> str:
        """With `older`, the same table of another run as it stands in its JSON, every figure beside the one of then."""
        then = (older or {}).get("rows", {})
        cells = {
            name: [
                _cell(column, values.get(column.name), then.get(name, {}).get(column.name) if older else None) for column in self.columns
            ]
            for name, values in self.rows.items()
        }
        first = max(map(len, [self.title, *self.rows, *self.failures]))
        widths = [max(len(column.name), *(len(row[place]) for row in cells.values()), 0) for place, column in enumerate(self.columns)]
        head = "".join(f"   {column.name:>{width}}" for column, width in zip(self.columns, widths, strict=True))
        lines = [f"{self.title:<{first}}{head}", "─" * (first + len(head))]
        lines += [
            f"{name:<{first}}" + "".join(f"   {cell:>{width}}" for cell, width in zip(row, widths, strict=True))
            for name, row in cells.items()
        ]
        lines += [f"{name:<{first}}   {why}" for name, why in self.failures.items()]
        lines += [f"{name:<{first}}   not in this run" for name in then if name not in self.rows and name not in self.failures]
        return "\n".join([*lines, *([self.note] if self.note else [])])

    def as_data(self) -> dict[str, Any]:
        columns = [{"name": column.name, "unit": column.unit} for column in self.columns]
        return {"title": self.title, "note": self.note, "columns": columns, "rows": self.rows, "failures": self.failures}


def _cell(column: Column, now: Value, then: Value) -> str:
    text = column.text(now)
    if not isinstance(now, int | float) or not isinstance(then, int | float):
        return text
    change = f" {(now / then - 1) * 100:+.0f} %" if then else ""
    return f"{text} ({column.text(then)}{change})"
