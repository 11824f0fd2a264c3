"""What a record says against what a cell says: the same, less, or something else."""

from __future__ import annotations

from typing import Any

from generator.reading.shape import shown
from generator.records.columns import Column
from generator.tables.cells import to_cell
from generator.writing.tree import as_text


def holds(items: list[Any], item: Any) -> bool:
    """Is it in the list already? A source is the same if its address is."""
    if isinstance(item, dict) and "url" in item:
        return any(isinstance(other, dict) and other.get("url") == item["url"] for other in items)
    return item in items


def same(column: Column, old: Any, new: Any) -> bool:
    if old in (None, [], "") or new in (None, [], ""):
        return old in (None, [], "") and new in (None, [], "")
    if bool(old == new) or as_text(old) == as_text(new):
        return True
    return column.key != "text" and _words(to_cell(column, old)) == _words(to_cell(column, new))


def _words(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def deletes(column: Column, old: Any, new: Any) -> bool:
    """Would something be gone: all of it, an entry of a list, or more than half of a text?"""
    if old in (None, [], ""):
        return False
    if new in (None, [], ""):
        return True
    if isinstance(old, list) and isinstance(new, list):
        return len(new) < len(old)
    return column.long and isinstance(old, str) and len(str(new)) * 2 < len(old)


def loss(column: Column, old: Any, new: Any) -> str:
    if new in (None, [], ""):
        return f"Die Zelle ist leer, der Datensatz sagt {short(column, old)}. Er würde geleert."
    if isinstance(old, list):
        return f"Aus {len(old)} Einträgen würden {len(new)}."
    return f"Der neue Text ist weniger als halb so lang ({len(str(new))} statt {len(str(old))} Zeichen)."


def short(column: Column, value: Any) -> str:
    return "(leer)" if value in (None, [], "") else shown(to_cell(column, value))


def change(column: Column, old: Any, new: Any) -> str:
    """Of two lists what came and what went: cut short, both would begin alike."""
    if not (isinstance(old, list) and isinstance(new, list)):
        return f"{short(column, old)} → {short(column, new)}"
    before, after = ([to_cell(column, [item]) for item in items] for items in (old, new))
    came = [item for item, said in zip(new, after, strict=True) if said not in before]
    went = [item for item, said in zip(old, before, strict=True) if said not in after]
    said = [f"{word} {short(column, items)}" for word, items in (("neu", came), ("entfällt", went)) if items]
    return "; ".join(said) or f"andere Reihenfolge: {short(column, new)}"
