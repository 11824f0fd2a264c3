// The weights of the ranking, and the same in words for the part "So rechnen wir". Change them here and both change.

export const GEWICHTE = {
  kommune: { groesse: 35, einwohner: 10, naehe: 30, land: 15, lage: 10 },
  vorhaben: { feld: 30, ziel: 15, vergleichbar: 25, uebernommen: 10, beschrieben: 10, geld: 10, personal: 10 },
};

export const GRENZEN = {
  nahKm: 300,
  eigeneKm: 20,
  fastGleichViele: 1.5,
  grossstadt: 100_000,
  umlandKm: 20,
  /** Points of a state; an open state that may be outdated counts half. */
  stand: { verstetigt: 20, umgesetzt: 18, "in-umsetzung": 8, geplant: 3, idee: 1, unbekannt: 1 },
  budget: { klein: 100_000, mittel: 500_000 },
  zuTeuer: 20,
  vielfalt: 4,
  /** A town that people elsewhere in the state know by name. */
  bekannteStadt: 30_000,
  /** A technology is that of the list where several of its first entries use it; what is no technology says nothing. */
  technikAus: 10,
  technikMindestens: 3,
  keineTechnik: ["dienstleistung-format"],
  /** Where a council asks for the source code; the same list as in generator/pages/unknown.py. */
  software: ["app-portal", "ar-vr", "beteiligungsplattform", "datenplattform", "datenvisualisierung", "digitaler-zwilling", "geoinformation", "ki", "planung-modellierung"],
  /** Which kinds of resources help in which phase of the roadmap. */
  hilftInPhase: {
    1: ["plattform", "meldung", "format"],
    2: ["leitfaden", "arbeitshilfe"],
    3: ["arbeitshilfe", "studie"],
    4: ["leitfaden", "studie"],
    5: ["plattform", "arbeitshilfe", "format"],
  },
};

const k = GEWICHTE.kommune;
const v = GEWICHTE.vorhaben;

export const REGELN = {
  kommune: [
    ["Größe", k.groesse, "Gleiche Größenklasse voll, eine Klasse Abstand 65 Prozent, zwei 25 Prozent. Kreise und Regionen zählen untereinander voll, für Gemeinden unter 20.000 Menschen 45 Prozent; für Kreise zählt ein Verbund mehrerer Kommunen zur Hälfte."],
    ["Einwohnerzahl", k.einwohner, "Wenn beide Zahlen bekannt sind und höchstens das Eineinhalbfache auseinanderliegen."],
    ["Nähe", k.naehe, `Luftlinie: am selben Ort voll, ab ${GRENZEN.nahKm} Kilometern nichts, dazwischen gleichmäßig weniger.`],
    ["Land", k.land, "Dasselbe Bundesland, also dasselbe Landesrecht."],
    ["Lage", k.lage, `Beide ländlich oder beide im Umland einer Großstadt. Umland heißt: Eine Stadt mit mindestens 100.000 Menschen liegt höchstens ${GRENZEN.umlandKm} Kilometer entfernt. Ländlich heißt: keine solche Stadt in der Nähe und weniger als 20.000 Menschen, bei Kreisen weniger als 300.000.`],
  ],
  vorhaben: [
    ["Thema", v.feld, "Trifft Ihr Handlungsfeld das Hauptthema: 24, ein Nebenthema: 14, jedes weitere 6 mehr."],
    ["Ziel", v.ziel, "Eine Quelle nennt die Maßnahme zu einem Ihrer Ziele. Das ist nur bei wenigen Maßnahmen bekannt."],
    ["Vergleichbare Kommune", v.vergleichbar, "Ein Viertel der Punkte, die das Modellprojekt oben bekommt."],
    ["Stand", GRENZEN.stand.verstetigt, "Verstetigt 20, umgesetzt 18, in Umsetzung 8, geplant 3, Idee oder unbekannt 1. Offene Angaben, die älter als zwei Jahre oder ohne Datum sind, zählen halb."],
    ["Übernommen", v.uebernommen, "Andere Kommunen haben es nachweislich übernommen: 5 bei einer, 7 bei zwei, 9 bei drei, dann voll."],
    ["Beschrieben", v.beschrieben, "Voraussetzungen, Aufwand, Betrieb, Ergebnis, Erfahrungen: je 2. Lösungen, die zum Übernehmen beschrieben sind, voll."],
    ["Geld", v.geld, `Nur wenn Sie etwas wählen: bekannte Kosten im Rahmen voll, darüber ${GRENZEN.zuTeuer} Abzug, unbekannte Kosten null. Es sind Kosten des Modellprojekts; eine Übernahme kann weniger kosten.`],
    ["Wenig Personal", v.personal, "Nur wenn Sie es wählen. Über den Personalbedarf sagen die Quellen selten etwas. Darum zählt, was erfahrungsgemäß Arbeit spart, je 5: Kommunen kümmern sich gemeinsam darum, eine Quelle nennt es einen schnellen Erfolg, es ist zum Übernehmen beschrieben."],
    ["Vielfalt", -GRENZEN.vielfalt, "Abzug für jede weitere Maßnahme desselben Modellprojekts, damit Sie verschiedene Kommunen sehen."],
  ],
};
