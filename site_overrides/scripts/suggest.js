// Titles offered below a search form while its reader types: a combobox with a list. The form itself works without.

const root = document.documentElement;
const LIMIT = 6;
const LEAST = 2; // letters
const PAUSE = 120; // milliseconds

let engine = null;

function load() {
  engine ??= import(new URL(`${root.dataset.root}search/search.js`, location)).catch(() => null);
  return engine;
}

function option(href, ...content) {
  const link = Object.assign(document.createElement("a"), { href, tabIndex: -1, role: "option", ariaSelected: "false" });
  link.append(...content);
  return link;
}

function span(className, properties) {
  return Object.assign(document.createElement("span"), { className, ...properties });
}

/** The suggestions of one form. */
function suggesting(form) {
  const field = form.elements.q;
  const lang = form.closest("[lang]").lang;
  const list = Object.assign(document.createElement("div"), { className: "suggestions", role: "listbox", hidden: true });
  const status = span("unseen", { ariaLive: "polite" });
  let latest = 0;
  let timer = 0;
  let at = -1;

  function choose(next) {
    const options = [...list.children];
    at = (next + options.length + 1) % (options.length + 1);
    if (at === options.length) at = -1;
    options.forEach((each, index) => {
      each.ariaSelected = String(index === at);
    });
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", options[at].id);
    options[at]?.scrollIntoView({ block: "nearest" });
  }

  function close() {
    clearTimeout(timer);
    latest += 1;
    list.hidden = true;
    field.ariaExpanded = "false";
    status.textContent = "";
    choose(-1);
  }

  function open(options) {
    options.forEach((each, index) => {
      each.id = `${list.id}-${index}`;
    });
    list.replaceChildren(...options);
    list.hidden = false;
    field.ariaExpanded = "true";
    status.textContent = options.length > 1 ? form.dataset.there : "";
    choose(-1);
  }

  async function suggest() {
    const query = field.value.trim();
    const ticket = (latest += 1);
    if (query.length < LEAST) return close();
    const module = await load();
    const found = (await module?.suggest(query, { lang, limit: LIMIT })) ?? [];
    if (ticket !== latest || document.activeElement !== field) return;
    const everything = span("suggestion-all", { textContent: form.dataset.everywhere.replace("{query}", () => query) });
    const options = found.map(({ url, marked }) => option(url, span("suggestion", { innerHTML: marked })));
    open([...options, option(`${form.action}?${new URLSearchParams({ q: query })}`, everything)]);
  }

  function press(event) {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // which would empty the field as well
      close();
    } else if (event.key in steps) {
      event.preventDefault();
      if (list.hidden) suggest();
      else choose(at < 0 && event.key === "ArrowUp" ? list.children.length - 1 : at + steps[event.key]);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      list.children[at].click();
    }
  }

  list.id = `${field.id}-list`;
  list.ariaLabel = form.dataset.suggest;
  form.append(list, status);
  Object.assign(field, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
  field.setAttribute("aria-controls", list.id);
  field.addEventListener("focus", load);
  field.addEventListener("keydown", press);
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE);
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // a press must not take the focus
  field.addEventListener("blur", close);
  addEventListener("pagehide", close);
}

document.querySelectorAll("form[data-suggest]").forEach(suggesting);
