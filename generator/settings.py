"""What may stand under `extra` in mkdocs.yml. Checked as a whole before anything is built, with the place of every mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, Field, TypeAdapter, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from generator.checking.formats import as_text
from generator.nearest import nearest
from generator.problems import Path as ValuePath
from generator.problems import Problem, field_name
from generator.reading.shape import Finding, findings
from generator.reading.yaml_tree import Tree, parse
from generator.records.fields import Address, Line, Part, Prose, Text

UNSET = "[noch nicht eingetragen]"
"""Marks what a publisher has to fill in. It is meant to be seen, in the data as on the pages."""


class WrongSettings(ValueError):
    """mkdocs.yml cannot be meant like this. The message is German and names every problem with its line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("Die Einstellungen enthalten Fehler.\n" + as_text(problems, ".").rstrip())


# --- values ----------------------------------------------------------------------------------------------------------

_MAIL = re.compile(r"[^\s@<>()\[\],;:]+@[\w-]+(\.[\w-]+)+")
_COLOUR = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_PLATFORMS = ("github", "gitlab", "mail")
_FOLDER = re.compile(r"[\w.-]+(/[\w.-]+)*")


def _wrong(what: str, allowed: str, meant: str | None = None) -> PydanticCustomError:
    guess = f" (gemeint ist wohl „{meant}“)" if meant else ""
    return PydanticCustomError("wert", "{said}", {"said": f"ist {what}{guess}; erlaubt sind {allowed}"})


def _is_mail(value: str) -> str:
    if not _MAIL.fullmatch(value):
        raise _wrong("keine E-Mail-Adresse", "Angaben wie daten@beispiel.de")
    return value


def _is_contact(value: str) -> str:
    """As security.txt wants it; a bare e-mail address is understood too."""
    if _MAIL.fullmatch(value.removeprefix("mailto:")):
        return f"mailto:{value.removeprefix('mailto:')}"
    if not value.startswith("https://"):
        raise _wrong("keine Adresse für Meldungen", "eine E-Mail-Adresse oder eine Internetadresse mit https:// am Anfang")
    return TypeAdapter(Address).validate_python(value)


def _is_colour(value: str) -> str:
    found = _COLOUR.fullmatch(value)
    if found is None or len(value) != 7:
        meant = "".join(digit * (6 // len(found[1])) for digit in found[1]) if found else ""
        raise _wrong("keine Farbe", "Angaben wie '#0b6e4f', in Anführungszeichen", f"#{meant}" if meant else None)
    return value


def _without_slash(value: str) -> str:
    return value.rstrip("/")


def _is_platform(value: str) -> str:
    if value not in _PLATFORMS:
        raise _wrong("keine Plattform", ", ".join(_PLATFORMS), nearest(value, _PLATFORMS))
    return value


def _is_path(value: str) -> str:
    if not _FOLDER.fullmatch(value.strip("/")) or ".." in value:
        raise _wrong("kein Name in einem Projekt", "Angaben wie main oder daten/measures, ohne Leerzeichen und „..“")
    return value.strip("/")


def _starts_with(start: str) -> AfterValidator:
    def check(value: str) -> str:
        if not value.startswith(start) or value == start:
            raise _wrong("keine Angabe nach DCAT-AP.de", f"Adressen, die mit {start} beginnen")
        return value

    return AfterValidator(check)


Mail = Annotated[Text, AfterValidator(_is_mail)]
Contact = Annotated[Text, AfterValidator(_is_contact)]
Colour = Annotated[Text, AfterValidator(_is_colour)]
ProjectPath = Annotated[Text, AfterValidator(_is_path)]


# --- blocks ----------------------------------------------------------------------------------------------------------


class Block(Part):
    @model_validator(mode="before")
    @classmethod
    def _filled_in(cls, said: Any) -> Any:
        """A key without a value counts as not said."""
        return {key: value for key, value in said.items() if value not in (None, "")} if isinstance(said, dict) else said


class Publisher(Block):
    name: Line = f"{UNSET} Name der herausgebenden Stelle"
    website: Address = "https://example.org/noch-nicht-eingetragen"
    email: Mail = "noch-nicht-eingetragen@example.org"
    sicherheit: Contact = ""
    """Where weaknesses are reported. Without it, the e-mail address."""
    dcatde_contributor_id: Annotated[Text, _starts_with("http://dcat-ap.de/def/contributors/")] = (
        "http://dcat-ap.de/def/contributors/NOCH-NICHT-EINGETRAGEN"
    )
    """Assigned by GovData to whoever delivers data."""
    gebiet: Annotated[Text, _starts_with("http://dcat-ap.de/def/politicalGeocoding/Level/")] = (
        "http://dcat-ap.de/def/politicalGeocoding/Level/federal"
    )
    """Level of administration in the words of DCAT-AP.de."""

    @property
    def unset(self) -> list[str]:
        """The keys that still hold their placeholder."""
        asked = ("name", "website", "email", "dcatde_contributor_id")
        return [key for key in asked if getattr(self, key) == type(self).model_fields[key].default]


class Programme(Block):
    name: Line = "Modellprojekte"
    """What the measures were built in, as it follows „Maßnahmen der …“."""
    einleitung: Prose | None = None
    """What the programme is, above its figures."""
    kuratiert_von: Line | None = None
    """Who marks solutions as practice-proven."""


class Colours(Block):
    """The publisher's own accent."""

    hell: Colour | None = None
    dunkel: Colour | None = None


class Contributing(Block):
    """Where the doors under every page lead."""

    plattform: Annotated[Text, AfterValidator(_is_platform)] | None = None
    adresse: Annotated[Address, AfterValidator(_without_slash)] | None = None
    zweig: ProjectPath = "main"
    ordner: ProjectPath = "measures"
    mail: Mail | None = None

    @model_validator(mode="after")
    def _complete(self) -> Contributing:
        needed = {None: None, "mail": "mail"}.get(self.plattform, "adresse")
        if needed and getattr(self, needed) is None:
            raise PydanticCustomError("eintrag", "{said}", {"said": f"„plattform: {self.plattform}“ braucht auch die Angabe „{needed}“"})
        return self


class Extra(Block):
    mitmachen: Contributing = Contributing()
    herausgeber: Publisher = Publisher()
    programm: Programme = Programme()
    farben: Colours = Colours()
    repository: Address | None = None
    """Where records and software lie."""
    vorschaubild: Text | None = None
    """The picture that others show beside a link to the site, seen from the folder of pages by hand."""
    umriss: Text | None = None
    """A file with the outline of the map, seen from mkdocs.yml."""

    @model_validator(mode="before")
    @classmethod
    def _ours(cls, said: Any) -> Any:
        """Whoever changes the templates may say more here. Only what looks like a slip is judged."""
        known = cls.model_fields
        return {key: value for key, value in said.items() if nearest(str(key), known)} if isinstance(said, dict) else said


# --- the outline of the map -----------------------------------------------------------------------------------------

Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Ring = Annotated[list[tuple[Longitude, Latitude]], Field(min_length=4)]


class Outline(BaseModel):
    """Rings of longitude and latitude by the id of the state."""

    laender: Annotated[dict[str, Annotated[list[Ring], Field(min_length=1)]], Field(min_length=1)]


# --- from the file ---------------------------------------------------------------------------------------------------

_COMMENTED_COLOUR = re.compile(r":\s+(#[0-9a-fA-F]{3,8})\b")


def place_of(config: Mapping[str, Any]) -> Path:
    return Path(config.get("config_file_path") or "mkdocs.yml")


def settings(config: Mapping[str, Any]) -> Extra:
    """`extra` from the values of mkdocs.yml. Everything wrong with it comes in one exception."""
    file = place_of(config)
    text = file.read_text("utf-8") if file.is_file() else ""
    tree = parse(text)
    found, wrong = Extra(), [*_commented_colours(tree, text)]
    try:
        found = Extra.model_validate(dict(config.get("extra") or {}))
    except ValidationError as error:
        wrong += [(("extra", *path), code, message) for path, code, message in findings(error, Extra)]
    wrong += _missing_files(config, file.parent, found)
    if wrong:
        raise WrongSettings(sorted(_problem(file.name, tree, *finding) for finding in wrong))
    return found


def _problem(file: str, tree: Tree, path: ValuePath, code: str, message: str) -> Problem:
    place = tree.keys[path] if code == "unbekanntes-feld" and path in tree.keys else tree.place(path)
    return Problem(file, *place, "error", code, field_name(path), message)


def _commented_colours(tree: Tree, text: str) -> Iterator[Finding]:
    """Without quotes, YAML takes #0b6e4f for a comment, and the colour would go unheard."""
    for key in Colours.model_fields:
        path: ValuePath = ("extra", "farben", key)
        if path in tree.keys and (slip := _COMMENTED_COLOUR.search(text.splitlines()[tree.keys[path][0] - 1])):
            yield path, "yaml", f"„{slip[1]}“ liest YAML als Kommentar. Setzen Sie den Wert in Anführungszeichen: '{slip[1]}'."


def _missing_files(config: Mapping[str, Any], folder: Path, extra: Extra) -> Iterator[Finding]:
    theme = config["theme"]
    places = [
        Path(place)
        for place in (config["docs_dir"], theme.custom_dir if hasattr(theme, "custom_dir") else theme.get("custom_dir"))
        if place
    ]
    named: dict[ValuePath, str | None] = {("theme", key): theme.get(key) for key in ("logo", "favicon")}
    for path, name in (named | {("extra", "vorschaubild"): extra.vorschaubild}).items():
        if name and not any(place.joinpath(name).is_file() for place in places):
            yield (
                path,
                "datei",
                f"Die Datei „{name}“ gibt es nicht. Sie muss in {' oder '.join(f'„{place.name}/“' for place in places)} liegen.",
            )
    if extra.umriss:
        yield from _outline_problems(folder / extra.umriss)


def _outline_problems(file: Path) -> Iterator[Finding]:
    path: ValuePath = ("extra", "umriss")
    try:
        Outline.model_validate_json(file.read_bytes())
    except OSError as error:
        yield path, "datei", f"„{file}“ lässt sich nicht lesen ({error.strerror}). Der Weg zur Datei beginnt im Ordner von mkdocs.yml."
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        yield (
            path,
            "datei",
            f'„{file}“ ist kein Umriss: {field_name(first["loc"])}: {first["msg"]}. Erwartet wird {{"laender": {{"kennung": [[[Länge, Breite], …]]}}}}.',
        )
