"""The one way a record is written: fields in the order of the model, long texts folded, quotes only where they are needed.

What a record says never changes by it, and no comment is lost: both are compared before anything is written.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

import yaml
from pydantic import BaseModel

from generator.reading.layout import lines_of, parts_of
from generator.reading.shape import block_of
from generator.reading.yaml_tree import scalar
from generator.records import Kind
from generator.records.fields import WRITTEN_AS_NUMBER
from generator.records.scalars import Trap
from generator.writing.parsing import parse
from generator.writing.tree import Mapping, Node, Scalar, Sequence, Unwritable, as_text, comments

WIDTH = 116
"""A folded line ends with the word that passes this column."""
FOLD_FROM = 100
"""A longer text is folded."""
_NUMBER = re.compile(r"(0|[1-9]\d{0,3})")
_AROUND = " \t\n\u00a0"
"""Left out around a text, as a record leaves it out. A control sign stays, so that the check still sees it."""
_GAP = re.compile(r"(?<! ) (?! )")
_EMITTER: Any = yaml.emitter.Emitter(io.StringIO())
_EMITTER.allow_unicode = True


def canonical(text: str, kind: Kind, model: type[BaseModel] | None) -> str:
    """The canonical form of a file. Raises Unwritable where the YAML itself must be mended first."""
    text = lines_of(text)
    if kind.suffix != ".md":
        return written(text, parse(text), model)
    head, body = split(text)
    return joined(written(head, parse(head), model), body)


def split(text: str) -> tuple[str, str]:
    """Head and body of a record with prose."""
    parts = parts_of(text)
    if parts is None:
        raise Unwritable("no head")
    return parts.head, parts.body


def joined(head: str, body: str) -> str:
    return f"---\n{head}---\n\n{body.strip()}\n"


def written(before: str, root: Mapping, model: type[BaseModel] | None) -> str:
    """The text of a tree that was read from `before`, compared with it before it leaves this module."""
    said, noted = as_text(root.data), Counter(comments(root))
    text = dump(root, model)
    again = parse(text)
    if as_text(again.data) != said or Counter(comments(again)) != noted:
        raise Unwritable("the canonical form would say something else")
    return text


def dump(root: Mapping, model: type[BaseModel] | None) -> str:
    if model is not None:
        _order(root, model)
    lines = [*root.above, *_mapping(root, 0), *root.below]
    return "\n".join(lines) + "\n"


def _order(mapping: Mapping, model: type[BaseModel]) -> None:
    """Known fields in the order of the model, unknown ones after them as they stand."""
    names = list(model.model_fields)
    mapping.entries = dict(sorted(mapping.entries.items(), key=lambda entry: names.index(entry[0]) if entry[0] in names else len(names)))
    for name, node in mapping.entries.items():
        if name not in model.model_fields:
            continue
        if isinstance(node, Scalar) and _NUMBER.fullmatch(node.text) and _number_allowed(model, name):
            node.plain = True
        inner = block_of(model, (name,))
        for block in (node, *node.items) if isinstance(node, Sequence) else (node,):
            if isinstance(block, Mapping) and inner is not model:
                _order(block, inner)


def _number_allowed(model: type[BaseModel], name: str) -> bool:
    """A year, or a name that is a number: written without quotes, though the record holds it as text."""
    info = model.model_fields[name]
    return any(mark in WRITTEN_AS_NUMBER for mark in (*info.metadata, *_marks(info.annotation)))


def _marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks(inner)


# --- lines -----------------------------------------------------------------------------------------------------------


def _mapping(mapping: Mapping, indent: int) -> Iterator[str]:
    pad = " " * indent
    for key, node in mapping.entries.items():
        yield from (pad + comment for comment in node.above)
        yield from _value(f"{pad}{_one_line(key)}:", node, indent)
        yield from (pad + comment for comment in node.below)


def _sequence(sequence: Sequence, indent: int) -> Iterator[str]:
    pad = " " * indent
    for item in sequence.items:
        yield from (pad + comment for comment in item.above)
        if isinstance(item, Mapping) and item.entries and not item.beside:
            first, *rest = _lines_of_item(item, indent + 2)
            yield from first[0]
            yield f"{pad}- {first[1].lstrip()}"
            yield from rest[0] if rest else ()
        else:
            yield from _value(f"{pad}-", item, indent)
        deeper = "  " if item is sequence.items[-1] else ""  # else the comment would be read as one of the list next time
        yield from (pad + deeper + comment for comment in item.below)


def _lines_of_item(item: Mapping, indent: int) -> list[Any]:
    """Comments above the first field go above the dash; the other lines follow it."""
    lines = list(_mapping(item, indent))
    above = len(next(iter(item.entries.values())).above)
    return [([line[2:] for line in lines[:above]], lines[above]), lines[above + 1 :]]


def _value(head: str, node: Node, indent: int) -> Iterator[str]:
    """The lines of a value after its key or dash."""
    comment = f"  {node.beside}" if node.beside else ""
    if isinstance(node, Scalar):
        first, more = _scalar(node, indent + 2)
        yield f"{head}{' ' if first else ''}{first}{comment}"
        yield from more
    elif isinstance(node, Mapping):
        yield f"{head}{'' if node.entries else ' {}'}{comment}"
        yield from _mapping(node, indent + 2)
    elif isinstance(node, Sequence):
        yield f"{head}{'' if node.items else ' []'}{comment}"
        yield from _sequence(node, indent + 2)


def _scalar(node: Scalar, indent: int) -> tuple[str, list[str]]:
    """What stands on the line of the key, and the lines below it."""
    value = node.data
    if not isinstance(value, str) or (isinstance(value, Trap) and not value.is_date):
        return node.text, []  # a number, or something the check asks about: as it stands
    text = str(value).strip(_AROUND)
    pad = " " * indent
    if "\n" in text and not text.startswith((" ", "\t")) and _EMITTER.analyze_scalar(text).allow_block:
        return "|-", [pad + line if line else "" for line in text.split("\n")]
    if len(text) > FOLD_FROM and " " in text and "\n" not in text and _EMITTER.analyze_scalar(text).allow_block:
        return ">-", [pad + line for line in _folded(text, indent)]
    return _one_line(text), []


def _folded(text: str, indent: int) -> Iterator[str]:
    line = ""
    for word in _GAP.split(text):
        if line and indent + len(line) > WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _one_line(text: str) -> str:
    if text == "":
        return "''"
    analysis = _EMITTER.analyze_scalar(text)
    if analysis.allow_block_plain and type(scalar(text)) is str:
        return text
    if analysis.allow_single_quoted and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    return str(yaml.dump(text, default_style='"', width=100_000, allow_unicode=True)).strip()
