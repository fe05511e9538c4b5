// Search without a server. Nothing here throws or rejects: what goes wrong is told in `problem`.

import { Finder } from "./excerpt.js";
import { Missing } from "./files.js";
import { excerpt, shown, whole } from "./hits.js";
import { indexFor, languageOf, renewed } from "./indexes.js";
import { Matcher } from "./match.js";
import { parse } from "./query.js";
import { ordered, refine } from "./refine.js";
import { Analyzer } from "./text.js";

export { excerpt };

const MOST_TITLES = 20; // suggestions of one answer

/**
 * Finds what a reader typed. Options: `lang` (the page's), `section`, `tag`, `year`, `kind` (a kind or a type of
 * document), `sort` ("relevance" or "date"), `limit`, `offset`, `facets` (count refinements), `typing` (the last word
 * may be unfinished). An empty query gives the newest.
 *
 * {total, hits: [{url, title, date, section, excerpt, score, …}], near, marks, approximate, facets, problem}
 */
export async function search(query, options = {}) {
  try {
    return await attempt(query, options ?? {});
  } catch (error) {
    console.warn("search:", error);
    return { ...NOTHING, hits: [], problem: "index" };
  }
}

/** Loaded by those who are typing only. */
const titles = () => import("./titles.js");

const NOTHING = { total: 0, near: false, marks: false, approximate: false, facets: null };

/** Tries once more with a fresh manifest: the site may have been published anew since the old one was fetched. */
async function attempt(query, options) {
  const index = await indexFor(options.lang);
  const answer = await answerFrom(index, query, options);
  if (!answer.problem || !(await renewed(index))) return answer;
  return answerFrom(await indexFor(options.lang), query, options);
}

async function answerFrom(index, query, options) {
  const typed = options.typing ? await (await titles()).completed(index, String(query ?? "")) : query;
  const parsed = parse(typed, index.analyzer);
  const matcher = new Matcher(index.files, parsed, index.analyzer);
  const found = await matcher.run();
  const refined = await refine(index, found, options);
  const order = ordered(refined.items, found.ranks, options.sort);
  const finder = new Finder(parsed, index.analyzer);
  const labelled = (item) => matcher.isInLabels(item);
  const page = await shown({ index, finder, order, ranks: found.ranks, labelled }, options);
  const partial = matcher.partial || page.partial || refined.partial;
  return {
    total: order.length - page.dropped,
    hits: page.hits,
    near: found.near,
    marks: found.marks,
    approximate: page.unsure > 0,
    facets: refined.facets,
    problem: partial ? "part" : "",
  };
}

/** How many items match: for the link to another language's results. */
export async function count(query, options = {}) {
  const { total } = await search(query, { ...options, limit: 0, facets: false });
  return total;
}

/** [{url, title, date, marked}]: titles for what is being typed, the newest first; `marked` is safe HTML. */
export async function suggest(query, options = {}) {
  try {
    const index = await indexFor(options?.lang);
    const limit = Math.min(MOST_TITLES, whole(options?.limit, 6));
    const typed = index.analyzer.words(String(query ?? "").normalize("NFC").slice(0, 200)).slice(-8);
    if (!typed.length) return [];
    return await (await titles()).titled(index, typed, limit);
  } catch (error) {
    if (!(error instanceof Missing)) console.warn("search:", error);
    return [];
  }
}

/** {find(text)}: where the words of a query stand in a text, as [start, end] pairs. Not a promise. */
export function highlighter(query, lang) {
  const analyzer = new Analyzer(languageOf(lang));
  const finder = new Finder(parse(query, analyzer), analyzer);
  return { find: (text) => finder.spans(String(text ?? ""), false).map(({ start, end }) => [start, end]) };
}
