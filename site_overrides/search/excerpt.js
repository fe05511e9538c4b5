// Where a query's words stand in a text, and the passage that shows most of them.

const LENGTH = 230; // characters of an excerpt
const LEAD = 70; // characters before the first word found
const MOST_SPANS = 40; // looked at in one passage

const escape = (text) =>
  text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign]);

/** Finds the words of one query in texts. */
export class Finder {
  constructor(query, analyzer) {
    this.analyzer = analyzer;
    this.words = query.words;
    this.places = new Map();
    query.words.forEach((word, at) => this.places.set(word.key, [...(this.places.get(word.key) ?? []), at]));
    this.starts = new Map(query.pairs.map((pair) => [pair.key, pair.at]));
    this.phrases = phrasesOf(query);
  }

  /**
   * [{start, end, at}] by place, `at` being the query's word: pairs of the query where they stand together, and words
   * that may stand anywhere. With `loose`, also single words of which the text has no pair. Forms with the marks that
   * were typed are taken where there are any, else those with others.
   */
  spans(text, loose) {
    const found = this.analyzer.words(text);
    const spans = eitherWay((asTyped) => this.pick(found, asTyped));
    if (!loose) return spans;
    const seen = new Set(spans.map(({ at }) => at));
    const others = eitherWay((asTyped) => this.singles(found, asTyped, seen));
    return [...spans, ...others].sort((one, other) => one.start - other.start);
  }

  singles(found, asTyped, seen) {
    const isNew = (at) => !seen.has(at);
    return found.flatMap((word) => this.matches(word, asTyped).filter(isNew).slice(0, 1).map((at) => ({ ...place(word), at })));
  }

  pick(found, asTyped) {
    const spans = new Map();
    const take = (word, at) => spans.set(word.start, { ...place(word), at });
    found.forEach((word, index) => {
      const before = word.follows ? found[index - 1] : null;
      const at = before ? this.starts.get(`${before.key} ${word.key}`) : undefined;
      if (at !== undefined && (!asTyped || (this.isTyped(before, at) && this.isTyped(word, at + 1)))) {
        take(before, at);
        take(word, at + 1);
      } else if (!spans.has(word.start)) {
        const free = this.matches(word, asTyped).find((place) => this.words[place].free);
        if (free !== undefined) take(word, free);
      }
    });
    return [...spans.values()].sort((one, other) => one.start - other.start);
  }

  matches(word, asTyped) {
    const places = this.places.get(word.key) ?? [];
    return asTyped ? places.filter((at) => this.isTyped(word, at)) : places;
  }

  isTyped(word, at) {
    return !this.words[at].marked || this.words[at].form === word.form;
  }

  /** Whether every phrase stands in the text word by word. */
  hasPhrases(text) {
    const line = ` ${this.analyzer.words(text).map((word) => word.key).join(" ")} `;
    return this.phrases.every((phrase) => line.includes(` ${phrase} `));
  }
}

function eitherWay(look) {
  const asTyped = look(true);
  return asTyped.length ? asTyped : look(false);
}

const place = ({ start, end }) => ({ start, end });

/** The keys of phrases that pairs alone do not prove. */
function phrasesOf({ pairs, words }) {
  const required = pairs.filter((pair) => pair.phrase);
  if (required.length < 2) return [];
  const phrases = [];
  required.forEach((pair, index) => {
    const continues = index > 0 && required[index - 1].at === pair.at - 1;
    if (continues) phrases[phrases.length - 1] += ` ${words[pair.at + 1].key}`;
    else phrases.push(pair.key);
  });
  return phrases;
}

/**
 * {html, seen}: the passage of `text` with most of a query's words, as safe HTML, and which words it has. `begun` and
 * `unended` tell of a text that is a piece of a longer one.
 */
export function passage(text, finder, { loose, begun, unended }) {
  const spans = finder.spans(text, loose);
  const { from, seen } = bestStart(text, spans);
  const to = cutAfter(text, from);
  const inside = spans.filter((span) => span.start >= from && span.end <= to);
  const html = marked(text.slice(from, to).trimEnd(), inside.map((span) => [span.start - from, span.end - from]));
  return { html: (from || begun ? "… " : "") + html + (to < text.length || unended ? " …" : ""), seen };
}

function bestStart(text, spans) {
  let best = { from: 0, seen: new Set(), worth: 0 };
  spans.forEach((span, index) => {
    const from = startBefore(text, span.start);
    const inside = spans.slice(index, index + MOST_SPANS).filter(({ end }) => end <= from + LENGTH);
    const seen = new Set(inside.map(({ at }) => at));
    const pairs = new Set(inside.filter((one, place) => isBeside(inside[place - 1], one)).map(({ at }) => at));
    const worth = seen.size + pairs.size;
    if (worth > best.worth) best = { from, seen, worth };
  });
  return best;
}

const isBeside = (before, span) => before?.at === span.at - 1 && span.start - before.end < 4;

/** The beginning of the line or sentence where it is near, else of a word. */
function startBefore(text, at) {
  if (at <= LEAD) return 0;
  const before = text.slice(at - LEAD, at);
  const stop = Math.max(before.lastIndexOf("\n"), before.lastIndexOf(". "), before.lastIndexOf("; "));
  if (stop >= 0) return at - LEAD + stop + (before[stop] === "\n" ? 1 : 2);
  const space = before.indexOf(" ");
  return space < 0 ? at : at - LEAD + space + 1;
}

function cutAfter(text, from) {
  if (text.length <= from + LENGTH) return text.length;
  const space = text.lastIndexOf(" ", from + LENGTH);
  return space > from + LENGTH / 2 ? space : from + LENGTH;
}

/** `text` as HTML with `<mark>` around the spans; neighbours share one. */
export function marked(text, spans) {
  let html = "";
  let end = 0;
  let open = false;
  for (const [start, stop] of spans) {
    const between = text.slice(end, start);
    const near = open && /^[\s/.-]*$/.test(between);
    if (open && !near) html += "</mark>";
    html += escape(between) + (near ? "" : "<mark>") + escape(text.slice(start, stop));
    [end, open] = [stop, true];
  }
  return oneLine(html + (open ? "</mark>" : "") + escape(text.slice(end)));
}

/** Lines one after the other, parted by a dot where nothing else parts them (the cells of a table). */
const oneLine = (html) => html.replace(/([.,;:!?…]?)\n/g, (_, stop) => (stop ? `${stop} ` : " · "));
