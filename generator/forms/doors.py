"""The doors on every page: from `extra.mitmachen` in mkdocs.yml to the addresses at which people contribute.

An address may hold places that the page fills in: @datei@ (the record's file), @projekt@ (its model project),
@titel@ and @seite@ (title and address of the page). They are filled in by the theme's template, so the same doors stand
on a site that is built without this package.
"""

from __future__ import annotations

from urllib.parse import quote

from generator.forms.gitlab import template
from generator.forms.questions import NEW_FILE, Form, asked_forms, new_measure
from generator.settings import Contributing

DOORS = {
    "korrigieren": "angaben-korrigieren",
    "neu": "neue-massnahme",
    "nachnutzung": "nachnutzung",
    "erfahrung": "erfahrung",
    "bedarf": "bedarf",
}
"""Every door and the form behind it, whose name it bears."""


def doors(of: Contributing) -> dict[str, dict[str, str]]:
    """Every door by its name: `text`, `adresse` for a record's page, `ohne` for any other page, `mail` where there is one.

    Without a platform all addresses are empty: the page /mitmachen/ then says whom to ask.
    """
    forms = {form.id: form for form in asked_forms({})}
    made = {name: {"text": forms[form_id].name, "adresse": "", "ohne": "", "mail": ""} for name, form_id in DOORS.items()}
    for name, form_id in DOORS.items():
        form = forms[form_id]
        if of.mail:
            made[name]["mail"] = _mail(of, form)
        if of.plattform == "mail":
            made[name]["adresse"] = made[name]["ohne"] = made[name]["mail"]
        elif of.plattform:
            issue = _github_issue(of, form) if of.plattform == "github" else _gitlab_issue(of, form)
            made[name]["adresse"] = made[name]["ohne"] = issue
    if of.plattform in ("github", "gitlab"):
        made["korrigieren"]["adresse"] = _edit(of)
        made["neu"]["adresse"] = _new(of, "@projekt@")
        made["neu"]["ohne"] = _new(of, "modellprojekt")
    return made


def _edit(of: Contributing) -> str:
    middle = "/edit/" if of.plattform == "github" else "/-/edit/"
    return f"{of.adresse}{middle}{quote(of.zweig)}/{_folder(of)}@datei@"


def _new(of: Contributing, project: str) -> str:
    file = f"massnahmen/{project}/{NEW_FILE}"
    if of.plattform == "github":
        return f"{of.adresse}/new/{quote(of.zweig)}?{_query(filename=_folder(of) + file, value=new_measure())}"
    return f"{of.adresse}/-/new/{quote(of.zweig)}?{_query(file_name=_folder(of) + file, content=new_measure())}"


def _folder(of: Contributing) -> str:
    return f"{of.ordner}/" if of.ordner else ""


def _github_issue(of: Contributing, form: Form) -> str:
    return f"{of.adresse}/issues/new?{_query(template=form.id + '.yml', title=_subject(form))}" + _page(form, "&seite=@seite@")


def _gitlab_issue(of: Contributing, form: Form) -> str:
    """The text itself, not the name of the template: with both, versions of GitLab differ in which of them counts."""
    return f"{of.adresse}/-/issues/new?{_query(**{'issue[title]': _subject(form), 'issue[description]': _text(form)})}"


def _mail(of: Contributing, form: Form) -> str:
    return f"mailto:{of.mail}?{_query(subject=_subject(form), body=_letter(form))}"


def _subject(form: Form) -> str:
    return form.subject + _page(form, "@titel@")


def _page(form: Form, words: str) -> str:
    """Only where it is about the page on which the door stands."""
    return words if any(question.id == "seite" for question in form.questions) else ""


def _text(form: Form) -> str:
    heading = "### Seite\n"
    before, found, after = template(form).partition(heading)
    return f"{before}{found}\n@seite@\n{after.partition('-->')[2]}" if found else before


_MAILED = (
    "Was mit * bezeichnet ist, wird gebraucht; was Sie nicht wissen, bleibt leer. Die Redaktion prüft Ihre Angaben und "
    "veröffentlicht sie unter CC BY 4.0. Bitte nennen Sie keine Privatpersonen."
)


def _letter(form: Form) -> str:
    """Short enough for every mail program: the questions without their help."""
    asked = (
        f"{question.title}{' *' if question.needed else ''}: {'@seite@' if question.id == 'seite' else ''}\r\n"
        for question in form.questions
    )
    lines = [form.about, _MAILED, "", *asked]
    return "\r\n".join(lines)


def _query(**values: str) -> str:
    """Percent signs everywhere, because mail programs show a plus; the places to be filled in stay readable."""
    return "&".join(f"{quote(key)}={quote(value, safe='@/:')}" for key, value in values.items())


def doors_for_templates(of: Contributing) -> list[dict[str, str]]:
    """A list, because not every template engine can walk over a mapping."""
    return [{"name": name, **door} for name, door in doors(of).items()]
