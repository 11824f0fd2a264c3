"""The few sentences of the command library, in German.

Click looks every sentence up through gettext. A compiled catalogue of translations would need a build step and an
environment variable; a table is enough.
"""

from __future__ import annotations

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

_GERMAN = {
    "Usage:": "Aufruf:",
    "Usage: ": "Aufruf: ",
    "Options": "Optionen",
    "Commands": "Befehle",
    "Show this message and exit.": "Diese Hilfe zeigen.",
    "default: {default}": "Vorgabe: {default}",
    "Error: {message}": "Fehler: {message}",
    "Try '{command} {option}' for help.": "Hilfe: {command} {option}",
    "Missing command.": "Es fehlt der Befehl.",
    "Missing argument": "Es fehlt die Angabe",
    "Missing option": "Es fehlt die Option",
    "No such command {name!r}.": "Den Befehl {name!r} gibt es nicht.",
    "No such option {name!r}.": "Die Option {name!r} gibt es nicht.",
    "Option {name!r} does not take a value.": "Die Option {name!r} nimmt keinen Wert.",
    "Invalid value for {param_hint}: {message}": "Falscher Wert für {param_hint}: {message}",
    "Invalid value: {message}": "Falscher Wert: {message}",
    "{value!r} is not a valid {number_type}.": "{value!r} ist keine Zahl.",
    "{value} is not in the range {range}.": "{value} liegt nicht im Bereich {range}.",
    "{value!r} is not {choice}.": "{value!r} ist nicht {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} ist nicht erlaubt. Möglich sind {choices}.",
    "Did you mean {possibility}?": "Meinten Sie {possibility}?",
    "(Possible options: {possibilities})": "(Möglich sind: {possibilities})",
    "(Did you mean one of: {possibilities}?)": "(Meinten Sie: {possibilities}?)",
    "file": "Datei",
    "directory": "Ordner",
    "path": "Datei",
    "{name} {filename!r} does not exist.": "{filename!r} gibt es nicht.",
    "{name} {filename!r} is a file.": "{filename!r} ist eine Datei, gebraucht wird ein Ordner.",
    "{name} {filename!r} is a directory.": "{filename!r} ist ein Ordner, gebraucht wird eine Datei.",
    "{name} {filename!r} is not readable.": "{filename!r} lässt sich nicht lesen.",
    "{name} {filename!r} is not writable.": "{filename!r} lässt sich nicht schreiben.",
    "Got unexpected extra argument ({args})": "Unerwartete Angabe: {args}",
    "Got unexpected extra arguments ({args})": "Unerwartete Angaben: {args}",
    "Option {name!r} requires an argument.": "Die Option {name!r} braucht einen Wert.",
    "Error: invalid input": "Fehler: Bitte ja oder nein eingeben.",
    "Repeat for confirmation": "Zur Bestätigung wiederholen",
    "Aborted!": "Abgebrochen.",
}


def _one(text: str) -> str:
    return _GERMAN.get(text, text)


def _counted(one: str, many: str, count: int) -> str:
    return _one(one if count == 1 else many)


def speak_german() -> None:
    for module in (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types):
        for name, translated in (("_", _one), ("ngettext", _counted)):
            if hasattr(module, name):
                setattr(module, name, translated)
