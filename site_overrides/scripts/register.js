// The register's filter: all documents of a section by type, year, issuer, field, status and words, from one file that is
// fetched when the form is first used. Without it there are pages by year and by type.

import { fold } from "../search/text.js";

const AT_A_TIME = 50; // rows
const TYPING = 150; // milliseconds from the last key to results,
const QUIET = 700; // and until their number is read out
const AXES = ["type", "year", "issuer", "field", "status"];

const root = document.documentElement;
const form = document.querySelector("[data-register]");
const words = form.dataset;
const one = (selector, within = document) => within.querySelector(selector);
const text = one("input", form);
const selects = AXES.map((axis) => one(`[data-condition="${axis}"]`, form));
const retry = one("[data-do=retry]", form);
const table = one(".register-table");
const listed = one("[data-listed]", table);
const found = one("[data-found]", table);
const folded = one("details", form);
const summary = one("summary", folded);
const offered = summary.textContent;
const ofAll = document.querySelectorAll("main .paging, .page-meta > span"); // what tells of the whole list
const ways = document.querySelectorAll(".register-ways [aria-current]");
const isWhole = new URL(form.action).pathname === location.pathname; // other pages of the register lead to its first
const days = root.lang === "vi" ? { day: "2-digit", month: "2-digit", year: "numeric" } : { dateStyle: "long" };
const dates = new Intl.DateTimeFormat(words.locale, { ...days, timeZone: "UTC" });

const filled = (words, count) => words.replace("{count}", count.toLocaleString(form.dataset.locale));
const counted = (count) => filled(count === 0 ? words.none : count === 1 ? words.one : words.many, count);

function element(name, properties, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}

let register;

/** The register, asked for once; a failure is forgotten, so that it can be tried again. */
function load() {
  register ??= fetch(words.rows)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(read)
    .catch(() => (register = undefined));
  return register;
}

/** `choices` are those of each axis as [name in addresses, words, what is told besides]; a document has one of them, or
 * none, on each. */
function read({ types, issuers, fields, statuses, rows }) {
  const years = [...new Set(rows.map((row) => row[4]))].sort((one, other) => other - one);
  const choices = [types, years.map((year) => [String(year), String(year)]), issuers, fields, statuses];
  const documents = rows.map(([number, subject, place, day, year, type, issuer, field, status, mark]) => {
    const has = [type, years.indexOf(year), issuer, field, status].map((at, axis) => choices[axis][at]);
    return { number, subject, place, day, mark, has, keys: has.map((choice) => choice?.[0]) };
  });
  return { choices, documents };
}

/** What words are looked for in, without marks. */
function searched(document) {
  const { number, subject, has } = document;
  return (document.searched ??= fold([number, subject, ...has.slice(0, 4).map((choice) => choice?.[1])].join(" ")));
}

const state = () => ({ q: text.value.trim(), chosen: selects.map((select) => select.value) });

function write({ q, chosen }) {
  const said = [[text.name, q], ...selects.map(({ name }, axis) => [name, chosen[axis]])].filter(([, value]) => value);
  return said.length ? `?${new URLSearchParams(said)}` : "";
}

/** The documents under all conditions, and how many each choice of an axis would leave. */
function filter({ choices, documents }, { q, chosen }) {
  const wanted = fold(q).split(/\s+/).filter(Boolean);
  const counts = choices.map((axis) => new Map(axis.map(([key]) => [key, 0])));
  const hits = [];
  for (const document of documents) {
    if (wanted.length && !wanted.every((word) => searched(document).includes(word))) continue;
    const failing = chosen.map((key, axis) => (key && key !== document.keys[axis] ? axis : -1)).filter((axis) => axis >= 0);
    if (!failing.length) hits.push(document);
    counts.forEach((count, axis) => {
      const key = document.keys[axis];
      if (key && failing.every((other) => other === axis)) count.set(key, count.get(key) + 1);
    });
  }
  return { hits, counts };
}

function drawChoices({ choices }, counts, chosen) {
  selects.forEach((select, axis) => {
    const shown = choices[axis].filter(([key]) => counts[axis].get(key) || key === chosen[axis]);
    const options = shown.map(([value, title, told]) => {
      const option = element("option", { value, selected: value === chosen[axis] }, `${title} (${counts[axis].get(value)})`);
      if (told && AXES[axis] !== "status") option.lang = told;
      return option;
    });
    select.replaceChildren(select.options[0], ...options);
    select.parentElement.hidden = choices[axis].length < 2 && !chosen[axis];
  });
}

function drawRow({ number, subject, place, day, mark, has: [type, , issuer, , status] }) {
  const row = one("template", form).content.firstElementChild.cloneNode(true);
  const link = one("a", row);
  const by = one(".register-issuer", row);
  const time = one("time", row);
  const badge = one(".status", row);
  one("th", row).textContent = number;
  link.href = new URL(`${place}/`, form.action);
  link.textContent = subject;
  by.textContent = issuer?.[1] ?? "";
  if (issuer?.[2]) by.lang = issuer[2];
  if (mark) by.after(element("strong", { className: "mark" }, mark));
  one(".register-type", row).textContent = type?.[1] ?? "";
  if (day) time.textContent = dates.format(new Date((time.dateTime = day)));
  else time.remove();
  if (status) badge.append(status[1]);
  badge.classList.add(`status-${status?.[2]}`);
  return row;
}

let hits = [];
const more = element("p", { className: "register-more", hidden: true }, element("button", { type: "button" }));
table.after(more);

/** Rows up to a number; those that are there already are left alone. */
function drawRows(upTo) {
  found.append(...hits.slice(found.rows.length, upTo).map(drawRow));
  const rest = hits.length - found.rows.length;
  more.hidden = !rest;
  one("button", more).textContent = filled(words.more, Math.min(rest, AT_A_TIME));
}

let telling = 0;

/** Puts what was found in the place of the page's own list, or that list back, and tells of it: on the page, and to those
 * who listen, who are told again when the words are the same as before. */
function show(isFiltered, message, spoken = message) {
  listed.hidden = isFiltered;
  found.hidden = !isFiltered;
  table.hidden = isFiltered && !hits.length;
  ofAll.forEach((part) => (part.hidden = isFiltered));
  ways.forEach((link) => (link.ariaCurrent = isFiltered ? null : "true"));
  one(".register-found", form).hidden = !message;
  one("[data-count]", form).textContent = message;
  one("[data-status]", form).textContent = "";
  clearTimeout(telling);
  telling = setTimeout(() => (one("[data-status]", form).textContent = spoken), QUIET);
}

/** On a phone the conditions are folded away; how many are set is told. */
function tellConditions(chosen) {
  const set = chosen.filter(Boolean).length;
  summary.textContent = set ? `${offered} (${set})` : offered;
}

let latest = 0;

/** Brings the page in line with the form; overtaken answers are dropped. `asked` are conditions that wait for their choices. */
async function draw({ asked, rows = AT_A_TIME } = {}) {
  const ticket = (latest += 1);
  const isFiltered = Boolean(write(state()) || asked?.some(Boolean));
  tellConditions(asked ?? state().chosen);
  if (!isFiltered && !register) return;
  form.ariaBusy = "true";
  const known = await load();
  if (ticket !== latest) return;
  form.ariaBusy = "false";
  retry.hidden = Boolean(known);
  hits = [];
  more.hidden = true;
  found.replaceChildren();
  if (!known) return show(false, words.failed);
  const { q, chosen } = state();
  const now = { q, chosen: asked?.map((key, axis) => (known.choices[axis].some(([other]) => other === key) ? key : "")) ?? chosen };
  const answer = filter(known, now);
  drawChoices(known, answer.counts, now.chosen);
  if (asked?.some((key, axis) => key !== now.chosen[axis])) settle(now);
  if (!write(now)) return show(false, "", words.all);
  hits = answer.hits;
  drawRows(rows);
  show(true, counted(hits.length));
}

/** What the register does not know goes from the address as well. */
function settle(known) {
  tellConditions(known.chosen);
  history.replaceState(history.state, "", write(known) || location.pathname);
}

/** What the address asks for, put into the form; what the register does not know is no condition. */
function come() {
  const given = new URL(location).searchParams;
  const asked = selects.map(({ name }) => given.get(name) ?? "");
  text.value = given.get(text.name) ?? "";
  selects.forEach((select) => (select.value = ""));
  return draw({ asked, rows: history.state?.rows });
}

/** A step of its own in the history, but for the letters of one word. */
function go(typing = false) {
  const query = write(state());
  if (!isWhole) return location.assign(form.action + query);
  if (query !== location.search) {
    const again = typing && history.state?.typing;
    history[again ? "replaceState" : "pushState"]({ typing }, "", query || location.pathname);
  }
  return draw();
}

/** Has the choices there before somebody opens a select. */
async function prepare() {
  if (register) return;
  const known = await load();
  const now = state();
  if (known) drawChoices(known, filter(known, now).counts, now.chosen);
}

let waiting = 0;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  go(true);
});
form.addEventListener("change", ({ target }) => target !== text && go());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  text.value = "";
  selects.forEach((select) => (select.value = ""));
  text.focus();
  go();
});
text.addEventListener("input", () => {
  clearTimeout(waiting);
  if (isWhole) waiting = setTimeout(() => go(true), TYPING);
});
retry.addEventListener("click", () => {
  text.focus();
  come();
});
one("button", more).addEventListener("click", () => {
  const first = found.rows.length;
  drawRows(first + AT_A_TIME);
  history.replaceState({ ...history.state, rows: found.rows.length }, "");
  if (more.hidden) one("a", found.rows[first]).focus();
});
["pointerenter", "focusin"].forEach((event) => form.addEventListener(event, prepare));
folded.addEventListener("toggle", () => folded.open && !wide.matches && prepare());
addEventListener("popstate", () => isWhole && come());

const wide = matchMedia("(min-width: 48rem)"); // where nothing is folded
wide.addEventListener("change", () => (folded.open = wide.matches));
folded.open = wide.matches;
form.hidden = false;
if (isWhole) come();
