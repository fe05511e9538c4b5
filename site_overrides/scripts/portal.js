// What every page shares: the theme switch, a menu that closes when it should, and the figures of the moment. Pages work
// without any of it.

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

/** Keeps a choice for later visits; a browser that forbids storage forgets it, which harms nothing. */
function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    /* nothing to do */
  }
}

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
}

function themeSwitch(button) {
  const label = button.querySelector("[data-theme-label]");
  const show = () => {
    label.textContent = isDark() ? button.dataset.light : button.dataset.dark;
    button.classList.toggle("is-dark", isDark());
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember("theme", root.dataset.theme);
    show();
  });
  dark.addEventListener("change", show);
  button.hidden = false;
  show();
}

function foldingMenu(menu) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
}

document.querySelectorAll("[data-theme-switch]").forEach(themeSwitch);
document.querySelectorAll(".menu-fold").forEach(foldingMenu);

// The figures of visits: in the footer, and on an article its views. They are asked for once, and a page without an answer
// stays as it was built.

const footer = document.querySelector("[data-visits]");
const item = document.querySelector("[data-views]");
const locale = footer?.dataset.locale;
let everything;

/** What a file of the site says; nothing when it is not there or is not understood. */
async function read(path) {
  try {
    const answer = await fetch(new URL(path, document.baseURI));
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

/** The file that has all figures, for sites where the small ones are missing. */
function whole() {
  everything ??= read(footer.dataset.whole);
  return everything;
}

function number(count) {
  return new Intl.NumberFormat(locale).format(count);
}

function counted(count, name) {
  return footer.dataset[`${name}${count === 1 ? "One" : "Many"}`].replace("{count}", number(count));
}

function line(name, figures) {
  return `${name}: ${counted(figures.views, "views")}, ${counted(figures.visits, "visits")}`;
}

/** The day it is where the portal is. */
function today() {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short" }).format(new Date());
}

function named(day, style) {
  const name = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...style }).format(new Date(`${day}T00:00:00Z`));
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

function sum(days) {
  const add = (name) => days.reduce((before, day) => before + day[name], 0);
  return { views: add("views"), visits: add("visits") };
}

/** What the small file says, worked out from the large one. */
function digest({ generated, days, totals }) {
  const date = generated.slice(0, 10);
  const month = date.slice(0, 7);
  const of = (start) => sum(days.filter((day) => day.date.startsWith(start)));
  return { today: { date, ...of(date) }, month: { month, ...of(month) }, totals };
}

async function showFooter() {
  const found = (await read(footer.dataset.now)) ?? digest(await whole());
  const day = found.today.date;
  const name = day === today() ? footer.dataset.today : named(day, { dateStyle: "long" });
  const month = named(`${found.month.month}-01`, { month: "long", year: "numeric" });
  const lines = [line(name, found.today), line(month, found.month), line(footer.dataset.since, found.totals)];
  footer.textContent = lines.join(" · ");
}

async function showViews() {
  const pages = (await read(item.dataset.views)) ?? (await whole()).pages;
  const count = pages[decodeURI(item.dataset.path)];
  if (Number.isInteger(count)) {
    item.textContent = counted(count, "views");
    item.hidden = false;
  }
}

const nothing = () => undefined; // figures that are missing or odd are no reason to complain to a reader
if (footer) showFooter().catch(nothing);
if (footer && item) showViews().catch(nothing);
