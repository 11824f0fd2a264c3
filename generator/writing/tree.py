"""A record's YAML as a tree that keeps its comments, so that it can be changed and written again without losing one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.reading.yaml_tree import scalar


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
