"""Issue templates for GitLab: the same questions in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from generator.files import SiteFile
from generator.forms.questions import RULES, Form, Question

FOLDER = ".gitlab/issue_templates"


def files(forms: tuple[Form, ...]) -> Iterator[SiteFile]:
    for form in forms:
        yield SiteFile(f"{FOLDER}/{form.name}.md", template(form))


def template(form: Form) -> str:
    parts = [f"<!-- {form.about} {RULES} -->"]
    for question in form.questions:
        needed = "" if question.needed else " (freiwillig)"
        parts.append(f"### {question.title}{needed}\n\n<!-- {_help(question)} -->\n")
    return "\n\n".join(parts).rstrip() + "\n"


def _help(question: Question) -> str:
    choices = f" Auswahl: {', '.join(question.choices)}." if question.choices else ""
    example = f" Beispiel: {question.example}" if question.example else ""
    return f"{question.help}{choices}{example}"
