// The search page: asks the engine, shows its answers, and keeps the address in step.

const root = document.documentElement;
const findings = document.querySelector("[data-findings]");
const field = document.querySelector("main form.search").elements.q;
const words = findings.dataset;
const one = (selector, within = findings) => within.querySelector(selector);
const all = (selector) => [...findings.querySelectorAll(selector)];
const heading = one("h2");
const plainTitle = document.title;

const PER_PAGE = 10;
const FACET_SHOWS = 7;
const TYPING = 200; // milliseconds from the last key to results,
const PAUSE = 1500; // until its word counts as finished,
const QUIET = 700; // and until their number is read out
const locale = words.locale.replace("_", "-");
const days = root.lang === "vi" ? { day: "2-digit", month: "2-digit", year: "numeric" } : { dateStyle: "long" };
const dates = new Intl.DateTimeFormat(locale, { ...days, timeZone: "UTC" });
const wide = matchMedia("(min-width: 66rem)");

function read(address = location) {
  const given = new URL(address).searchParams;
  const state = { q: "", section: "", kind: "", year: "", tag: "", sort: "", page: 1 };
  for (const name in state) state[name] = given.get(name)?.trim() ?? "";
  return { ...state, page: Math.max(1, parseInt(state.page, 10) || 1) };
}

function write(state) {
  const said = Object.entries(state).filter(([name, value]) => value && (name !== "page" || value > 1));
  return said.length ? `?${new URLSearchParams(said)}` : location.pathname;
}

let engine = null;
let tries = 0;

/** Browsers remember failures: each try has its own address. */
async function load() {
  engine ??= import(new URL(`${root.dataset.root}search/search.js${tries ? `?${tries}` : ""}`, location)).catch(() => {
    tries += 1;
    engine = null;
  });
  return engine;
}

async function ask({ page, q, ...rest }, typing) {
  const options = { ...rest, typing, lang: root.lang, facets: true, limit: PER_PAGE, offset: (page - 1) * PER_PAGE };
  return (await load())?.search(q, options) ?? { total: 0, hits: [], problem: "index" };
}

const told = (value) => value.toLocaleString(locale);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => told(values[name]));

function element(name, properties, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}

/** A link to this page with a change; its key finds it again when it is drawn anew. */
function way(state, change, key, current, ...content) {
  const link = element("a", { href: write({ ...state, page: 1, ...change }), ariaCurrent: current || null }, ...content);
  link.dataset.key = key;
  return link;
}

const list = (place, links) => place.replaceChildren(...links.map((link) => element("li", {}, link)));

function drawHead(state, { total, near, marks, approximate, problem }) {
  const number = near || !total ? "None" : total === 1 ? "One" : approximate ? "About" : "Many";
  const text = problem === "index" ? "failed" : (state.q ? "found" : "browse") + number;
  heading.textContent = fill(words[text], { count: total, query: state.q });
  document.title = state.q ? `${state.q} – ${plainTitle}` : plainTitle;
  const notes = { near, marks, none: !total && problem !== "index", [problem]: true };
  all("[data-note]").forEach((note) => (note.hidden = !notes[note.dataset.note]));
  const sorts = state.q && total > 1 ? ["", "date"] : [];
  const links = sorts.map((sort) => way(state, { sort }, `sort ${sort}`, state.sort === sort, words[`sort${sort}`]));
  list(one(".sorting ul"), links);
}

function drawChosen(state, facets) {
  const chosen = all(".facet").map((box) => box.dataset.facet).filter((name) => state[name]);
  const chips = chosen.map((name) => {
    const title = facets?.[name].find((entry) => entry.chosen)?.title ?? state[name];
    const what = element("span", { className: "unseen" }, ` – ${words.drop}`);
    return way(state, { [name]: "" }, `drop ${name}`, false, title, what);
  });
  const none = Object.fromEntries(chosen.map((name) => [name, ""]));
  if (chips[1]) chips.push(way(state, none, "drop", false, words.dropAll));
  list(one(".chosen ul"), chips);
}

function drawFacet(box, state, entries = []) {
  const name = box.dataset.facet;
  if (name === "tag") entries.sort((one, other) => other.count - one.count);
  const links = entries.map(({ id, title, count, chosen }) => {
    const number = element("span", { className: "count" }, told(count));
    return way(state, { [name]: chosen ? "" : id }, `${name} ${id}`, chosen, title, " ", number);
  });
  const shown = links.length > FACET_SHOWS + 1 ? FACET_SHOWS : links.length;
  const rest = one("details", box);
  box.hidden = links.length < 2 && !state[name];
  list(one("ul", box), links.slice(0, shown));
  list(one("ul", rest), links.slice(shown));
  rest.open ||= one("[aria-current]", rest) !== null;
}

function drawHit(hit) {
  const item = one("template").content.firstElementChild.cloneNode(true);
  const link = one("a", item);
  link.href = link.dataset.key = hit.url;
  link.textContent = hit.title;
  const day = hit.date && dates.format(new Date(hit.date.slice(0, 10)));
  const places = one(".card-meta", item).children;
  places[1].dateTime = hit.date;
  [hit.sectionTitle, day, hit.number, hit.type].forEach((text, index) => (places[index].textContent = text));
  one(".hit-text", item).innerHTML = hit.excerpt;
  if (hit.more) whenSeen.observe(Object.assign(item, { hit }));
  return item;
}

const whenSeen = new IntersectionObserver((seen) => {
  seen.forEach(async ({ target, isIntersecting }) => {
    if (!isIntersecting) return;
    whenSeen.unobserve(target);
    const text = await (await load()).excerpt(target.hit);
    if (text) one(".hit-text", target).innerHTML = text;
  });
});

function drawPaging(state, count) {
  const to = (page, text) => way(state, { page }, `page ${page}`, page === state.page && "page", text);
  const links = [];
  for (let page = 1; page <= count; page += 1) {
    const away = page > 1 && page < count ? Math.abs(page - state.page) : 0;
    if (away === 3) links.push("…");
    if (away > 2) continue;
    links.push(Object.assign(to(page, page), { ariaLabel: fill(words.number, { number: page }) }));
  }
  if (state.page > 1) links.unshift(to(state.page - 1, `‹ ${words.previous}`));
  if (state.page < count) links.push(to(state.page + 1, `${words.next} ›`));
  list(one(".paging ul"), count > 1 ? links : []);
}

let telling = 0;

function draw(state, answer) {
  drawHead(state, answer);
  drawChosen(state, answer.facets);
  all(".facet").forEach((box) => drawFacet(box, state, answer.facets?.[box.dataset.facet]));
  whenSeen.disconnect();
  one(".hits").replaceChildren(...answer.hits.map(drawHit));
  drawPaging(state, Math.ceil(answer.total / PER_PAGE));
  clearTimeout(telling);
  telling = setTimeout(() => {
    const notices = all(".notice:not([hidden]) span");
    one("[data-status]").textContent = [heading, ...notices].map((text) => text.textContent).join(". ");
  }, QUIET);
}

function drawElsewhere(q, ticket) {
  all(".elsewhere").forEach(async (place) => {
    const count = (q && (await (await load())?.count(q, { lang: place.lang }))) || 0;
    if (ticket !== latest) return;
    const link = one("a", place);
    link.textContent = fill(count === 1 ? link.dataset.one : link.dataset.many, { count });
    link.search = new URLSearchParams({ q });
    place.hidden = !count;
  });
}

let latest = 0;
let drawn = "";

/** Overtaken answers are dropped; focus stays where it was, if it can. */
async function show(state, { typing, toResults, y } = {}) {
  const ticket = (latest += 1);
  findings.ariaBusy = "true";
  const answer = await ask(state, typing);
  if (ticket !== latest) return;
  findings.ariaBusy = "false";
  const last = Math.min(state.page - 1, Math.ceil(answer.total / PER_PAGE));
  if (!answer.hits.length && state.page > 1 && !answer.problem) return go({ ...state, page: last || 1 }, { toResults });
  const held = document.activeElement.dataset.key;
  const news = JSON.stringify([state, answer]);
  if (news !== drawn) draw(state, answer);
  drawn = news;
  const again = held && one(`[data-key="${CSS.escape(held)}"]`);
  if (toResults || (held && !again)) heading.focus();
  else if (again) again.focus({ preventScroll: true });
  scrollTo({ top: y, behavior: "instant" });
  (window.requestIdleCallback ?? setTimeout)(() => drawElsewhere(state.q, ticket));
}

let waiting = 0;
let settled = location.href; // before the reader typed

const keepPlace = () => history.replaceState({ y: scrollY }, "");

/** A new step leaves `from` behind: Back leads there, not to half a word. */
function go(state, { from, ...how } = {}) {
  clearTimeout(waiting);
  if (from) {
    history.replaceState({ y: scrollY }, "", from);
    history.pushState(null, "", write(state));
    settled = location.href;
  } else {
    history.replaceState(history.state, "", write(state));
  }
  return show(state, how);
}

const typed = () => ({ ...read(), q: field.value.trim(), page: 1 });

function type() {
  go(typed(), { typing: true });
  waiting = setTimeout(() => show(read()), PAUSE);
}

function submit(event) {
  event.preventDefault();
  const news = write(typed()) !== write(read(settled));
  go(typed(), { from: news && settled, toResults: true });
}

function choose(event) {
  const link = event.target.closest("a");
  if (event.target.closest("[data-retry]")) show(read(), { toResults: true });
  const changed = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (changed || link?.pathname !== location.pathname) return;
  event.preventDefault();
  const fold = !wide.matches && link.closest(".refine");
  if (fold) fold.open = false;
  go(read(link.href), { from: location.href, toResults: fold || link.closest(".paging") });
}

function come(y) {
  clearTimeout(waiting);
  settled = location.href;
  field.value = read().q;
  show(read(), { y });
}

field.form.addEventListener("submit", submit);
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(type, TYPING);
});
findings.addEventListener("click", choose);
addEventListener("popstate", ({ state }) => {
  if (state || !location.hash) come(state?.y ?? 0);
});
["scrollend", "pagehide"].forEach((event) => addEventListener(event, keepPlace));

history.scrollRestoration = "manual";
one(".refine").open = wide.matches;
come(history.state?.y);
if (!field.value && matchMedia("(hover: hover)").matches) field.focus({ preventScroll: true });
