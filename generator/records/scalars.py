"""Plain YAML values that YAML itself would quietly turn into something else."""

from __future__ import annotations

_BOOLEANS = {"y": "ja", "yes": "ja", "on": "ja", "n": "nein", "no": "nein", "off": "nein"}


class Trap(str):
    """The text as it stands in the file, with the YAML type it would have become (`no`, `12:30`, `2021-01-05` …)."""

    tag: str

    def __new__(cls, text: str, tag: str) -> Trap:
        trap = super().__new__(cls, text)
        trap.tag = tag.rpartition(":")[2]
        return trap

    @property
    def is_date(self) -> bool:
        return self.tag == "timestamp"

    @property
    def hint(self) -> str:
        if self.tag == "bool":
            meant = "true" if _BOOLEANS.get(self.lower()) == "ja" else "false"
            return f"„{self}“ liest YAML als Ja/Nein-Wert. Gemeint ist {meant}? Dann schreiben Sie {meant}; als Text in Anführungszeichen: '{self}'."
        kind = {"timestamp": "Datum", "float": "Kommazahl", "int": "Zahl in anderer Schreibweise"}.get(self.tag, "Sonderzeichen")
        return f"„{self}“ liest YAML als {kind}. Setzen Sie den Wert in Anführungszeichen: '{self}'."
