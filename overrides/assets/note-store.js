/* The list of noted records: ids such as massnahmen/zwoenitz/erzmobil, in the order they were noted.
   It lies in the reader's browser and nowhere else. Where the browser allows no storage, it lasts as long as the page. */

import { pageAt, ROOT } from "./site.js";

const KEY = `${ROOT.pathname}merkliste`; // several sites may share one host, or one disk
const ID = /^(massnahmen\/[a-z0-9-]+\/[a-z0-9-]+|loesungen\/[a-z0-9-]+)$/;
const MOST = 200;

let passing = [];

/** @returns {boolean} whether the browser keeps what is noted */
export function lasting() {
  try {
    localStorage.setItem(`${KEY}-probe`, "1");
    localStorage.removeItem(`${KEY}-probe`);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string[]} */
export function noted() {
  try {
    return valid(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
  } catch {
    return passing; // no storage, or somebody else's text in it
  }
}

/** @param {unknown} ids */
export function valid(ids) {
  return Array.isArray(ids) ? [...new Set(ids.filter((id) => typeof id === "string" && ID.test(id)))].slice(0, MOST) : [];
}

/** @param {string[]} ids */
export function note(...ids) {
  keep([...noted(), ...ids]);
}

/** @param {string[]} ids */
export function forget(...ids) {
  keep(noted().filter((id) => !ids.includes(id)));
}

function keep(ids) {
  passing = valid(ids);
  try {
    localStorage.setItem(KEY, JSON.stringify(passing));
  } catch {
    // said to the reader by whoever asks `lasting`
  }
  tell();
}

const listeners = new Set();

/** Calls back whenever the list changes, in this tab or another. @param {() => void} listener */
export function onChange(listener) {
  listeners.add(listener);
}

function tell() {
  for (const listener of listeners) listener();
}

addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) tell();
});

/** The address of the page that shows these records. @param {string[]} ids */
export function linkTo(ids) {
  const address = pageAt("merkliste/");
  for (const id of ids) address.searchParams.append("eintrag", id);
  return address.href.replaceAll("%2F", "/");
}
