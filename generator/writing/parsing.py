"""YAML text to a tree that knows its comments.

The parser gives values with their places; comments are what lies between them. Each goes with the entry it stands
beside, above or below, so that it moves along when fields are put in order.
"""

from __future__ import annotations

from collections.abc import Iterator
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

from generator.reading.yaml_tree import MAX_DEPTH, odd_sign
from generator.writing.tree import Mapping, Node, Scalar, Sequence, Unwritable

_OPENS, _CLOSES = (MappingStartEvent, SequenceStartEvent), (MappingEndEvent, SequenceEndEvent)
_Placed = tuple[int, int, Node]
"""Line and column where an entry begins, in the order of the file."""


def parse(text: str) -> Mapping:
    if odd_sign(text):
        raise Unwritable("sign that nobody sees")
    try:
        composer = _Composer(list(yaml.parse(text, Loader=yaml.CSafeLoader)))
        found = list(_comments_in(text))
    except yaml.YAMLError as error:
        raise Unwritable(str(error)) from None
    root, placed = composer.root(), composer.placed
    for line, column, comment, left in found:
        if left and any(place[0] <= line for place in placed):
            _beside(comment, line, left, placed)
        else:
            _above_or_below(comment, line, column, placed, root)
    return root


class _Composer:
    """Puts the events of the parser together, and notes where each entry begins."""

    def __init__(self, events: list[Any]) -> None:
        if sum(isinstance(event, DocumentStartEvent) for event in events) > 1:
            raise Unwritable("second document")
        self.placed: list[_Placed] = []
        self._events = iter([event for event in events if isinstance(event, (ScalarEvent, AliasEvent, *_OPENS, *_CLOSES))])

    def node(self, event: Any, depth: int = 0) -> Node:
        if isinstance(event, AliasEvent) or event.anchor or event.tag or depth > MAX_DEPTH:
            raise Unwritable("alias, anchor, tag or depth")
        if isinstance(event, MappingStartEvent):
            return self._mapping(depth)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(depth)
        return Scalar(text=event.value, plain=bool(event.implicit[0]))

    def root(self) -> Mapping:
        event = next(self._events, None)
        if not isinstance(event, MappingStartEvent):
            raise Unwritable("no fields")
        found = self.node(event)
        assert isinstance(found, Mapping)
        return found

    def _mapping(self, depth: int) -> Mapping:
        mapping = Mapping()
        while not isinstance(key := next(self._events), MappingEndEvent):
            if not isinstance(key, ScalarEvent) or key.value in mapping.entries:
                raise Unwritable("key")
            mapping.entries[key.value] = self._entry(key, next(self._events), depth)
        return mapping

    def _sequence(self, depth: int) -> Sequence:
        sequence = Sequence()
        while not isinstance(event := next(self._events), SequenceEndEvent):
            sequence.items.append(self._entry(event, event, depth))
        return sequence

    def _entry(self, first: Any, event: Any, depth: int) -> Node:
        """`first` is what the entry begins with: its key, or in a list itself. Entries come in the order of the file."""
        place = len(self.placed)
        self.placed.append((first.start_mark.line, first.start_mark.column, Scalar()))
        node = self.node(event, depth + 1)
        self.placed[place] = (*self.placed[place][:2], node)
        return node


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
            inside.update({number: [(0, len(lines[number]))] for number in range(start.line + 1, _block_end(lines, start, end))})
            continue
        for number in range(start.line, end.line + 1):
            first, last = start.column if number == start.line else 0, end.column if number == end.line else len(lines[number])
            inside.setdefault(number, []).append((first, last))
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
            return int(number)
    return min(int(end.line) + int(end.column > 0), len(lines))


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
