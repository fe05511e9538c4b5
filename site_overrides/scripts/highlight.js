// Marks what a reader searched for in the item they found, when they come from this portal's own search page.

const template = document.querySelector("[data-found]");
const root = document.documentElement;
const PLACES = "main h1, .item-lead, .prose";

/** The words searched for; empty for a reader who comes from elsewhere or has had the marks taken away. */
function query() {
  if (!template || !document.referrer || history.state?.unmarked) return "";
  const from = new URL(document.referrer);
  const pages = template.dataset.searches.trim().split(/\s+/).map((address) => new URL(address, location));
  const known = pages.some((page) => page.origin === from.origin && page.pathname === from.pathname);
  return known ? (from.searchParams.get("q") ?? "").trim() : "";
}

function texts() {
  const found = [];
  for (const place of document.querySelectorAll(PLACES)) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, svg")) found.push(walker.currentNode);
  }
  return found;
}

/** Spans with nothing but a space between them as one. */
function joined(text, spans) {
  const whole = [];
  for (const [start, end] of spans) {
    const last = whole.at(-1);
    if (last && /^\s*$/.test(text.slice(last[1], start))) last[1] = end;
    else whole.push([start, end]);
  }
  return whole;
}

/** Wraps the spans of one text, the last first, so that those before keep their places. */
function wrap(text, spans) {
  return spans.reverse().map(([start, end]) => {
    const word = text.splitText(start);
    word.splitText(end - start);
    const mark = Object.assign(document.createElement("mark"), { className: "found" });
    word.replaceWith(mark);
    mark.append(word);
    return mark;
  }).reverse();
}

function unwrap(mark) {
  const parent = mark.parentNode;
  mark.replaceWith(...mark.childNodes);
  parent.normalize();
}

function showBar(words, marks) {
  const bar = template.content.firstElementChild.cloneNode(true);
  const place = bar.querySelector(".found-place");
  let at = -1;
  const next = () => {
    marks[at]?.classList.remove("is-here");
    at = (at + 1) % marks.length;
    marks[at].classList.add("is-here");
    for (let fold = marks[at].closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    marks[at].scrollIntoView({ block: "center" });
    place.textContent = template.dataset.place.replace("{number}", at + 1).replace("{count}", marks.length);
  };
  const drop = () => {
    marks.forEach(unwrap);
    bar.remove();
    root.classList.remove("has-found");
    history.replaceState({ ...history.state, unmarked: true }, "");
    document.querySelector("main").focus({ preventScroll: true });
  };
  bar.querySelector("[data-words]").textContent = words;
  bar.querySelector("[data-do=next]").addEventListener("click", next);
  bar.querySelector("[data-do=drop]").addEventListener("click", drop);
  template.before(bar);
  root.classList.add("has-found");
}

async function highlight(words) {
  const engine = await import(new URL(`${root.dataset.root}search/search.js`, location));
  const finder = engine.highlighter(words, root.lang);
  const marks = texts().flatMap((text) => wrap(text, joined(text.data, finder.find(text.data))));
  if (marks.length) showBar(words, marks);
}

const words = query();
if (words) highlight(words).catch(() => {}); // without its marks the item reads as well
