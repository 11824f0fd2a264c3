/* Tables for spreadsheets, as German ones open them by a double click. */

/** @param {string[][]} rows @returns {string} with byte order mark, semicolons and the line ends of the standard */
export function csv(rows) {
  return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

/** In quotes, and never a formula: a spreadsheet runs what begins with one of these signs. */
function cell(text) {
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** @param {string} name @param {string} content */
export function download(name, content) {
  const address = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
