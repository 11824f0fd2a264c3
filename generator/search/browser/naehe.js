/** Words that differ from a mistyped one by a letter or two. */

const AB_EINEM = 4;
const AB_ZWEIEN = 8;

export function erlaubteFehler(wort) {
  return wort.length >= AB_ZWEIEN ? 2 : wort.length >= AB_EINEM ? 1 : 0;
}

/** The known words nearest to one: those with the fewest letters wrong, missing, doubled or swapped. */
export function naechste(wort, bekannte) {
  let grenze = erlaubteFehler(wort);
  let gefunden = [];
  if (!grenze) return [];
  for (const bekannt of bekannte) {
    if (Math.abs(bekannt.length - wort.length) > grenze || bekannt.length < AB_EINEM - 1) continue;
    const abstand = entfernung(wort, bekannt, grenze);
    if (abstand > grenze) continue;
    if (abstand < grenze) [grenze, gefunden] = [abstand, []];
    gefunden.push(bekannt);
  }
  return gefunden;
}

/** Letters to change, add, drop or swap; more than the limit is only known to be more. */
export function entfernung(eines, anderes, grenze) {
  let vorvorige = [];
  let vorige = Array.from({ length: anderes.length + 1 }, (_, i) => i);
  for (let i = 1; i <= eines.length; i++) {
    const zeile = [i];
    let kleinste = i;
    for (let j = 1; j <= anderes.length; j++) {
      const gleich = eines[i - 1] === anderes[j - 1];
      let wert = Math.min(vorige[j] + 1, zeile[j - 1] + 1, vorige[j - 1] + (gleich ? 0 : 1));
      if (i > 1 && j > 1 && eines[i - 1] === anderes[j - 2] && eines[i - 2] === anderes[j - 1]) wert = Math.min(wert, vorvorige[j - 2] + 1);
      zeile[j] = wert;
      if (wert < kleinste) kleinste = wert;
    }
    if (kleinste > grenze) return grenze + 1;
    [vorvorige, vorige] = [vorige, zeile];
  }
  return vorige[anderes.length];
}
