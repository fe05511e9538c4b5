// A card over a citation: the entry that describes it in the list under the text, where the reader is looking. Those who
// listen are told of the entry by the link itself.

const SHOW_AFTER = 250; // milliseconds: a pointer on its way elsewhere opens nothing
const HIDE_AFTER = 300; // milliseconds: long enough to move from the citation onto its card
const GAP = 6; // pixels between a citation and its card
const EDGE = 16; // pixels kept free at the sides of the window

const card = document.createElement("div");
card.className = "cite-card";
card.hidden = true;
let shownFor = null;
let waiting = 0;

/** Puts the card below its citation, or above where there is no room below. */
function place(citation) {
  const line = citation.getClientRects()[0];
  const left = Math.max(EDGE, Math.min(line.left, document.documentElement.clientWidth - card.offsetWidth - EDGE));
  const below = line.bottom + GAP + card.offsetHeight <= window.innerHeight || line.top < card.offsetHeight + GAP;
  const last = citation.getBoundingClientRect();
  const top = below ? last.bottom + GAP : line.top - GAP - card.offsetHeight;
  card.style.left = `${left + window.scrollX}px`;
  card.style.top = `${top + window.scrollY}px`;
}

function show(citation) {
  clearTimeout(waiting);
  const entry = document.getElementById(citation.getAttribute("aria-describedby"))?.querySelector(".cited-entry");
  if (!entry || shownFor === citation) return;
  hide();
  card.replaceChildren(...entry.cloneNode(true).childNodes);
  card.hidden = false;
  shownFor = citation;
  place(citation);
}

function hide() {
  clearTimeout(waiting);
  shownFor = null;
  card.hidden = true;
}

const later = (action, delay) => {
  clearTimeout(waiting);
  waiting = setTimeout(action, delay);
};

/** Where there is no pointer that hovers, the first tap shows the card and the second follows the link. */
function tap(event, citation) {
  if (event.pointerType === "mouse" || event.pointerType === "" || shownFor === citation) return;
  event.preventDefault();
  show(citation);
}

function watch(citation) {
  citation.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") later(() => show(citation), SHOW_AFTER);
  });
  citation.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") later(hide, HIDE_AFTER);
  });
  citation.addEventListener("focus", () => {
    if (citation.matches(":focus-visible")) show(citation);
  });
  citation.addEventListener("blur", (event) => {
    if (!card.contains(event.relatedTarget)) hide();
  });
  citation.addEventListener("click", (event) => tap(event, citation));
}

// A link that an editor has set to a document of the list is a citation like any other.
const entries = new Map();
for (const label of document.querySelectorAll(".cited-list .cited-label")) entries.set(label.href, label.closest("li").id);
for (const link of document.querySelectorAll(".prose a:not(.cited)")) {
  if (!entries.has(link.href)) continue;
  link.classList.add("cited");
  link.setAttribute("aria-describedby", entries.get(link.href));
}

const citations = document.querySelectorAll("a.cited[aria-describedby]");
if (citations.length) {
  document.querySelector("main").append(card);
  citations.forEach(watch);
  card.addEventListener("pointerenter", () => clearTimeout(waiting));
  card.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") later(hide, HIDE_AFTER);
  });
  card.addEventListener("focusin", () => clearTimeout(waiting));
  card.addEventListener("focusout", (event) => {
    if (!card.contains(event.relatedTarget)) later(hide, HIDE_AFTER);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shownFor) hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (shownFor && !card.contains(event.target) && !event.target.closest?.("a.cited")) hide();
  });
  window.addEventListener("resize", hide);
}

// A closed list opens for whoever follows a link to one of its entries.
function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = target && (target.closest("details") ?? target.querySelector(":scope > details"));
  if (details) details.open = true;
}
openTarget();
window.addEventListener("hashchange", openTarget);
