/** Which words a compound is made of. Says the same as `generator/compounds.py`. */

const KUERZESTE = 3;

/** The pieces of a compound as it spells them, the fewest possible; none where it is not made of known words. */
export function zerlegen(wort, lexikon, deutsch) {
  if (wort.length > 60) return [];
  const beste = [[]];
  for (let ende = KUERZESTE; ende <= wort.length; ende++) {
    for (let anfang = 0; anfang <= ende - KUERZESTE; anfang++) {
      const davor = beste[anfang];
      if (!davor || (beste[ende] && beste[ende].length <= davor.length + 1) || (anfang === 0 && ende === wort.length)) continue;
      const stueck = wort.slice(anfang, ende);
      if (ende < wort.length ? teil(stueck, lexikon, deutsch) : lexikon.has(stueck)) beste[ende] = [...davor, stueck];
    }
  }
  const gefunden = beste[wort.length] ?? [];
  return gefunden.length > 1 ? gefunden : [];
}

/** The stem of a piece: what stands between two words, as in Verkehrszählung, looks like an ending and goes like one. */
export function teil(stueck, lexikon, deutsch) {
  if (lexikon.has(stueck)) return stueck;
  const grund = deutsch.stamm(stueck);
  return grund.length >= KUERZESTE && lexikon.has(grund) ? grund : null;
}

/** Every word inside a compound, of one piece or of several in a row: park, parkraum, raum ... and whether it ends it. */
export function* bestandteile(stuecke, lexikon, deutsch) {
  for (let von = 0; von < stuecke.length; von++) {
    for (let bis = von + 1; bis <= stuecke.length; bis++) {
      if (bis - von === stuecke.length) continue;
      const letztes = stuecke[bis - 1];
      const grund = bis === stuecke.length ? letztes : teil(letztes, lexikon, deutsch);
      if (grund) yield { wort: stuecke.slice(von, bis - 1).join("") + grund, amEnde: bis === stuecke.length };
    }
  }
}
