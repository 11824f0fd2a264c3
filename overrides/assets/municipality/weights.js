// The weights of the ranking, and the same in words for the part "So rechnen wir". Change them here and both change.

export const WEIGHTS = {
  municipality: { groesse: 35, einwohner: 10, nearness: 30, land: 15, lage: 10 },
  vorhaben: { feld: 30, ziel: 15, comparable: 25, uebernommen: 10, beschrieben: 10, money: 10, personal: 10 },
};

export const LIMITS = {
  nearKm: 300,
  ownKm: 20,
  aboutAsMany: 1.5,
  city: 100_000,
  aroundKm: 20,
  /** Points of a state; an open state that may be outdated counts half. */
  stand: { verstetigt: 20, umgesetzt: 18, "in-umsetzung": 8, geplant: 3, idee: 1, unbekannt: 1 },
  budget: { klein: 100_000, mittel: 500_000 },
  tooDear: 20,
  variety: 4,
  /** A town that people elsewhere in the state know by name. */
  knownTown: 30_000,
  /** A technology is that of the list where several of its first entries use it; what is no technology says nothing. */
  technologyFrom: 10,
  technologyAtLeast: 3,
  noTechnology: ["dienstleistung-format"],
  /** Where a council asks for the source code; the same list as in generator/pages/unknown.py. */
  software: ["app-portal", "ar-vr", "beteiligungsplattform", "datenplattform", "datenvisualisierung", "digitaler-zwilling", "geoinformation", "ki", "planung-modellierung"],
  /** Which kinds of resources help in which phase of the roadmap. */
  helpsInPhase: {
    1: ["plattform", "meldung", "format"],
    2: ["leitfaden", "arbeitshilfe"],
    3: ["arbeitshilfe", "studie"],
    4: ["leitfaden", "studie"],
    5: ["plattform", "arbeitshilfe", "format"],
  },
};

const k = WEIGHTS.municipality;
const v = WEIGHTS.vorhaben;

export const RULES = {
  municipality: [
    ["Größe", k.groesse, "Gleiche Größenklasse voll, eine Klasse Abstand 65 Prozent, zwei 25 Prozent. Kreise und Regionen zählen untereinander voll, für Gemeinden unter 20.000 Menschen 45 Prozent; für Kreise zählt ein Verbund mehrerer Kommunen zur Hälfte."],
    ["Einwohnerzahl", k.einwohner, "Wenn beide Zahlen bekannt sind und höchstens das Eineinhalbfache auseinanderliegen."],
    ["Nähe", k.nearness, `Luftlinie: am selben Ort voll, ab ${LIMITS.nearKm} Kilometern nichts, dazwischen gleichmäßig weniger.`],
    ["Land", k.land, "Dasselbe Bundesland, also dasselbe Landesrecht."],
    ["Lage", k.lage, `Beide ländlich oder beide im Umland einer Großstadt. Umland heißt: Eine Stadt mit mindestens 100.000 Menschen liegt höchstens ${LIMITS.aroundKm} Kilometer entfernt. Ländlich heißt: keine solche Stadt in der Nähe und weniger als 20.000 Menschen, bei Kreisen weniger als 300.000.`],
  ],
  vorhaben: [
    ["Thema", v.feld, "Trifft Ihr Handlungsfeld das Hauptthema: 24, ein Nebenthema: 14, jedes weitere 6 mehr."],
    ["Ziel", v.ziel, "Eine Quelle nennt die Maßnahme zu einem Ihrer Ziele. Das ist nur bei wenigen Maßnahmen bekannt."],
    ["Vergleichbare Kommune", v.comparable, "Ein Viertel der Punkte, die das Modellprojekt oben bekommt."],
    ["Stand", LIMITS.stand.verstetigt, "Verstetigt 20, umgesetzt 18, in Umsetzung 8, geplant 3, Idee oder unbekannt 1. Offene Angaben, die älter als zwei Jahre oder ohne Datum sind, zählen halb."],
    ["Übernommen", v.uebernommen, "Andere Kommunen haben es nachweislich übernommen: 5 bei einer, 7 bei zwei, 9 bei drei, dann voll."],
    ["Beschrieben", v.beschrieben, "Voraussetzungen, Aufwand, Betrieb, Ergebnis, Erfahrungen: je 2. Lösungen, die zum Übernehmen beschrieben sind, voll."],
    ["Geld", v.money, `Nur wenn Sie etwas wählen: bekannte Kosten im Rahmen voll, darüber ${LIMITS.tooDear} Abzug, unbekannte Kosten null. Es sind Kosten des Modellprojekts; eine Übernahme kann weniger kosten.`],
    ["Wenig Personal", v.personal, "Nur wenn Sie es wählen. Über den Personalbedarf sagen die Quellen selten etwas. Darum zählt, was erfahrungsgemäß Arbeit spart, je 5: Kommunen kümmern sich gemeinsam darum, eine Quelle nennt es einen schnellen Erfolg, es ist zum Übernehmen beschrieben."],
    ["Vielfalt", -LIMITS.variety, "Abzug für jede weitere Maßnahme desselben Modellprojekts, damit Sie verschiedene Kommunen sehen."],
  ],
};
