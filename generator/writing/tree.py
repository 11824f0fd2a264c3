"""A record's YAML as a tree that keeps its comments, so that it can be changed and written again without losing one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.reading.yaml_tree import scalar
from generator.records.scalars import Trap


class Unwritable(Exception):
    """YAML that no record can be: the check names it, and nobody may rewrite it before it is mended."""


@dataclass(slots=True)
class Node:
    above: list[str] = field(default_factory=list)
    """Comments in lines of their own before it."""
    beside: str = ""
    """The comment at the end of its first line."""
    below: list[str] = field(default_factory=list)
    """Comments after its last line that are indented like it or deeper."""

    @property
    def data(self) -> Any:
        raise NotImplementedError


@dataclass(slots=True)
class Scalar(Node):
    text: str = ""
    plain: bool = True
    """Written without quotes, so that it may be a number."""

    @property
    def data(self) -> Any:
        return scalar(self.text) if self.plain else self.text


@dataclass(slots=True)
class Sequence(Node):
    items: list[Node] = field(default_factory=list)

    @property
    def data(self) -> Any:
        return [item.data for item in self.items]


@dataclass(slots=True)
class Mapping(Node):
    entries: dict[str, Node] = field(default_factory=dict)

    @property
    def data(self) -> Any:
        return {key: node.data for key, node in self.entries.items()}


def node_of(value: Any) -> Node:
    """A tree without comments, from plain values."""
    if isinstance(value, dict):
        return Mapping(entries={key: node_of(inner) for key, inner in value.items()})
    if isinstance(value, (list, tuple)):
        return Sequence(items=[node_of(inner) for inner in value])
    if isinstance(value, bool):
        return Scalar(text="true" if value else "false")
    return Scalar(text=str(value), plain=not isinstance(value, str))


def comments(node: Node) -> Iterator[str]:
    yield from node.above
    if node.beside:
        yield node.beside
    for inner in node.items if isinstance(node, Sequence) else node.entries.values() if isinstance(node, Mapping) else ():
        yield from comments(inner)
    yield from node.below


# --- from text -------------------------------------------------------------------------------------------------------

_Placed = tuple[int, int, Node]
"""Line and column where an entry begins, in the order of the file."""


def parse(text: str) -> Mapping:
    try:
        events = list(yaml.parse(text, Loader=yaml.CSafeLoader))
        found = list(_comments_in(text))
    except yaml.YAMLError as error:
        raise Unwritable(str(error)) from None
    placed: list[_Placed] = []
    root = _build(events, placed)
    if not isinstance(root, Mapping):
        raise Unwritable("no fields")
    for line, column, comment, left in found:
        if left and any(place[0] <= line for place in placed):
            _beside(comment, line, left, placed)
        else:
            _above_or_below(comment, line, column, placed, root)
    return root


def _build(events: list[Any], placed: list[_Placed]) -> Node | None:
    stack: list[Node] = []
    keys: list[tuple[str, int, int] | None] = []
    root: Node | None = None
    documents = 0
    for event in events:
        documents += isinstance(event, DocumentStartEvent)
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None) or documents > 1:
            raise Unwritable("alias, anchor, tag or second document")
        if isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            stack.pop()
            keys.pop()
        if not isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent)):
            continue
        at = event.start_mark.line, event.start_mark.column
        if stack and isinstance(stack[-1], Mapping) and keys[-1] is None:
            if not isinstance(event, ScalarEvent) or event.value in stack[-1].entries:
                raise Unwritable("key")
            keys[-1] = (event.value, *at)
            continue
        node = _node(event)
        if not stack:
            root = node
        elif isinstance(parent := stack[-1], Sequence):
            parent.items.append(node)
            placed.append((*at, node))
        elif isinstance(parent, Mapping) and (key := keys[-1]):
            parent.entries[key[0]] = node
            placed.append((key[1], key[2], node))
            keys[-1] = None
        if not isinstance(node, Scalar):
            stack.append(node)
            keys.append(None)
    return root


def _node(event: Any) -> Node:
    if isinstance(event, ScalarEvent):
        return Scalar(text=event.value, plain=bool(event.implicit[0]))
    return Mapping() if isinstance(event, MappingStartEvent) else Sequence()


def _comments_in(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Every comment with its place and what stands left of it."""
    lines = text.split("\n")
    spans = [
        (token.start_mark, token.end_mark, token.style)
        for token in yaml.scan(text, Loader=yaml.CSafeLoader)
        if isinstance(token, yaml.ScalarToken)
    ]
    inside: dict[int, list[tuple[int, int]]] = {}
    for start, end, style in spans:
        if style in ("|", ">"):  # the line that opens a block may end in a comment; the lines of the block may not
            inside.update({line: [(0, len(lines[line]))] for line in range(start.line + 1, _block_end(lines, start, end))})
            continue
        for line in range(start.line, end.line + 1):
            first, last = start.column if line == start.line else 0, end.column if line == end.line else len(lines[line])
            inside.setdefault(line, []).append((first, last))
    for number, line in enumerate(lines):
        taken = inside.get(number, [])
        for column, sign in enumerate(line):
            if sign == "#" and (column == 0 or line[column - 1] in " \t") and not any(a <= column < b for a, b in taken):
                yield number, column, line[column:].rstrip(), line[:column].strip()
                break


def _block_end(lines: list[str], start: Any, end: Any) -> int:
    """The first line after a block text. The parser counts comments that follow it, less indented, to the block."""
    first = next((n for n in range(start.line + 1, end.line + 1) if n < len(lines) and lines[n].strip()), end.line)
    indent = len(lines[first]) - len(lines[first].lstrip()) if first < len(lines) else 0
    for number in range(start.line + 1, min(end.line + 1, len(lines))):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) < indent:
            return number
    return min(end.line if end.column == 0 else end.line + 1, len(lines))


def _beside(comment: str, line: int, left: str, placed: list[_Placed]) -> None:
    """A comment at the end of a line belongs to what begins last in it, or to the whole list that ends in it."""
    here = [found for found in placed if found[0] == line] or [[found for found in placed if found[0] < line][-1]]
    node = here[0 if left.endswith(("]", "}")) else -1][2]
    if node.beside:
        node.above.append(comment)
    else:
        node.beside = comment


def _above_or_below(comment: str, line: int, column: int, placed: list[_Placed], root: Mapping) -> None:
    before = [found for found in placed if found[0] <= line]
    after = next((found for found in placed if found[0] > line), None)
    if after and (column <= after[1] or not before):
        after[2].above.append(comment)
    else:
        owner = next((node for _, left, node in reversed(before) if left <= column), root)
        owner.below.append(comment)


# --- changes ---------------------------------------------------------------------------------------------------------


def put(root: Mapping, path: tuple[str, ...], value: Any) -> None:
    """Set, change or (with None) remove the value at a path; comments stay."""
    *blocks, name = path
    mapping = root
    for step in blocks:
        inner = mapping.entries.get(step)
        if not isinstance(inner, Mapping):
            if value is None:
                return
            inner = mapping.entries[step] = Mapping()
        mapping = inner
    old = mapping.entries.get(name)
    if value is None:
        if old is not None:
            mapping.below += comments(mapping.entries.pop(name))
        if blocks and not mapping.entries:
            put(root, tuple(blocks), None)
        return
    mapping.entries[name] = _changed(old, value)


def _changed(old: Node | None, value: Any) -> Node:
    fresh = node_of(value)
    if old is None:
        return fresh
    fresh.above, fresh.beside, fresh.below = old.above, old.beside, old.below
    if isinstance(old, Sequence) and isinstance(fresh, Sequence):
        kept = list(old.items)
        for index, item in enumerate(fresh.items):
            same = next((node for node in kept if as_text(node.data) == as_text(item.data)), None)
            if same is not None:
                fresh.items[index] = same
                kept = [node for node in kept if node is not same]
        fresh.below = [*fresh.below, *(comment for node in kept for comment in comments(node))]
    elif isinstance(old, (Sequence, Mapping)):
        fresh.below = [*fresh.below, *(comment for comment in comments(old) if comment not in (*old.above, old.beside, *old.below))]
    return fresh


def as_text(data: Any) -> Any:
    """Data in which a date or number in quotes and one without are the same, as they are for a record."""
    if isinstance(data, dict):
        return {key: as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_text(value) for value in data]
    return data if data is None or isinstance(data, bool) else str(data).strip()


def is_trap(node: Scalar) -> bool:
    return isinstance(node.data, Trap)
