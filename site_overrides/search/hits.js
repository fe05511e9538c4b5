// What is shown of the items found.

import { passage } from "./excerpt.js";
import { ROOT } from "./files.js";
import { CLOSE } from "./match.js";

const MOST = 100; // hits of one answer

/**
 * Hits of one answer whose long texts are looked through for an excerpt at once; others wait until they are looked at.
 * Posting lists grow with the portal: where they are short there is room for texts.
 */
const rests = (items) => Math.max(1, Math.floor(3000 / items));

const origins = new WeakMap(); // hit → what a better excerpt is made from

/** The hits of one page. Phrases of three words and more are confirmed in the texts, from the first match on. */
export async function shown(answer, options) {
  const limit = Math.min(MOST, whole(options.limit, 10));
  const offset = whole(options.offset, 0);
  const page = { hits: [], dropped: 0, unsure: 0, partial: false };
  if (!answer.finder.phrases.length) {
    await fill(page, answer, answer.order.slice(offset, offset + limit));
    return page;
  }
  const proven = [];
  let next = 0;
  while (proven.length < offset + limit && next < answer.order.length) {
    const batch = answer.order.slice(next, (next += limit));
    const kept = await Promise.all(batch.map((item) => proves(answer, item)));
    proven.push(...batch.filter((_, at) => kept[at]));
  }
  const looked = Math.min(next, answer.order.length);
  page.dropped = looked - proven.length;
  page.unsure = answer.order.length - looked;
  await fill(page, answer, proven.slice(offset, offset + limit));
  return page;
}

/** A number of things, or the usual one. */
export function whole(value, usual) {
  const number = Math.floor(Number(value ?? usual));
  return Number.isFinite(number) ? Math.max(0, number) : usual;
}

async function proves({ index, finder, labelled }, item) {
  if (labelled(item)) return true;
  try {
    const head = await index.files.item(item);
    const rest = await Promise.all((head.rest ?? []).map((hash, part) => index.files.rest(item, part, hash)));
    const texts = [head.title, head.summary, [head.text ?? "", ...rest].join("")];
    return texts.some((text) => finder.hasPhrases(text ?? ""));
  } catch {
    return true; // what cannot be looked at is not left out
  }
}

async function fill(page, answer, items) {
  const heads = await Promise.all(items.map((item) => answer.index.files.item(item).catch(() => null)));
  page.partial = heads.includes(null);
  for (const [at, head] of heads.entries()) if (head) page.hits.push(hitOf(answer, items[at], head));
  const better = page.hits.filter((hit) => hit.more).slice(0, rests(answer.index.files.manifest.items));
  await Promise.all(better.map(excerpt));
}

function hitOf({ index, finder, ranks }, item, head) {
  const text = (value) => (typeof value === "string" ? value : "");
  const hit = {
    url: addressOf(head.url),
    title: text(head.title),
    date: text(head.date),
    section: text(head.section),
    sectionTitle: text(index.files.manifest.sections[head.section]),
    kind: text(head.kind),
    type: text(head.type),
    number: text(head.number),
    summary: text(head.summary),
    excerpt: "",
    score: ranks ? ranks[item] : 0,
    more: false,
  };
  const loose = Boolean(ranks) && ranks[item] < CLOSE;
  const passages = head.summary ? [passage(head.summary, finder, { loose })] : [];
  if (head.text) passages.push(passage(head.text, finder, { loose, unended: head.rest?.length > 0 }));
  const titled = new Set(finder.spans(hit.title, true).map(({ at }) => at));
  const origin = { index, finder, item, loose, titled, rest: head.rest ?? [], best: bestOf(passages) };
  origins.set(hit, origin);
  hit.excerpt = origin.best.html;
  hit.more = origin.rest.length > 0 && lacks(origin);
  return hit;
}

/** Whether there are words that neither the title nor the excerpt shows. */
function lacks({ finder, titled, best }) {
  return [...finder.places.values()].some((places) => !places.some((at) => titled.has(at) || best.seen.has(at)));
}

/** The first of the passages with most words. */
function bestOf(passages) {
  return passages.reduce((best, next) => (next.seen.size > best.seen.size ? next : best), passages[0] ?? { html: "", seen: new Set() });
}

/** Where an item's page is, under whatever sub-path the site is served. */
export function addressOf(address) {
  return new URL(`.${typeof address === "string" ? address : "/"}`, ROOT).pathname;
}

/** A better excerpt of a hit with `more`: fetches the rest of its text, piece by piece, until all words are found. */
export async function excerpt(hit) {
  const origin = origins.get(hit);
  if (!origin) return typeof hit?.excerpt === "string" ? hit.excerpt : "";
  try {
    const { index, finder, item, loose, rest } = origin;
    for (const [part, hash] of rest.entries()) {
      if (!lacks(origin)) break;
      const text = await index.files.rest(item, part, hash);
      const piece = passage(text, finder, { loose, begun: true, unended: part + 1 < rest.length });
      origin.best = bestOf([origin.best, piece]);
    }
    hit.more = false;
    hit.excerpt = origin.best.html;
  } catch {
    // the first excerpt serves
  }
  return origin.best.html;
}
