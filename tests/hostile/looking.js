/* What a page of ours never contains, whatever stands in the records: looked for in the tree that the browser made of it. */

const FOREIGN = new Set("applet audio base embed frame iframe marquee math object portal style template video".split(" "));
const LOADING = new Set("src srcset action formaction data poster background xlink:href ping manifest".split(" "));
const OURS = new Set(["http:", "https:", "mailto:", "blob:"]);

function look(view, root = view.document) {
  const wrong = [];
  const elsewhere = (address) => {
    const { origin, protocol } = new URL(address, view.location.href);
    return origin !== view.location.origin && protocol !== "data:";
  };
  if (view.__pwned !== undefined) wrong.push("a script ran");
  for (const element of root.querySelectorAll("*")) {
    const name = element.localName;
    const say = (what) => wrong.push(`${name} ${what}`);
    if (FOREIGN.has(name)) say("does not belong here");
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith("on") || attribute === "style" || attribute === "srcdoc") say(`${attribute}=${value}`);
      if (LOADING.has(attribute) && elsewhere(value)) say(`${attribute}=${value}`);
      if (attribute === "href" && !OURS.has(new URL(value, view.location.href).protocol)) say(`href=${value}`);
    }
    if (name === "link" && element.rel !== "canonical" && elsewhere(element.getAttribute("href"))) say(element.href);
    if (name === "meta" && element.httpEquiv === "refresh" && elsewhere(element.content.split("url=")[1])) say(element.content);
    if (name === "script" && !element.src) {
      if (element.type === "application/ld+json") JSON.parse(element.textContent);
      else say("inside the page");
    }
  }
  return wrong;
}

/** All that can be read: the title, the text, and what is read out only. */
function said(page) {
  const labels = [...page.querySelectorAll("[aria-label], [data-titel]")].map((one) => one.getAttribute("aria-label") ?? one.dataset.titel);
  const addresses = [...page.querySelectorAll("a[href]")].map((one) => one.getAttribute("href"));
  return [page.title, page.body.textContent, ...labels, ...addresses].join("\n");
}

/** Opens pages in frames, several at a time. Those that lead on to another page are read where they lead. */
async function lookThrough(paths, together) {
  const found = {};
  const left = [...paths];
  const open = (path) =>
    new Promise((done) => {
      const frame = Object.assign(document.createElement("iframe"), { width: 800, height: 600, src: path });
      frame.onload = () =>
        setTimeout(() => {
          try {
            found[path] = { wrong: look(frame.contentWindow), said: said(frame.contentDocument) };
          } catch (error) {
            found[path] = { wrong: [String(error)], said: "" };
          }
          frame.remove();
          done();
        });
      document.body.append(frame);
    });
  const worker = async () => {
    while (left.length) await open(left.shift());
  };
  await Promise.all(Array.from({ length: together }, worker));
  return found;
}
