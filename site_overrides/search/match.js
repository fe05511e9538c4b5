// Which items match a query, and how well: posting lists in, numbers of items in order out.

import { decode } from "./postings.js";
import { isAsTyped } from "./query.js";

/** Where ranks begin: of items with each word beside a neighbour, then of looser ones. */
const TIER = 1e6;
export const CLOSE = 3 * TIER;

/** So many good matches are enough: looser ones (other marks, words far apart) are left out. */
const ENOUGH = 3;
const FEW_WORDS = 4;

// Grades, as `newsportal/search/vectors.py` has them: body (2 bits), title (2), label, summary.
const BODY = [0, 1, 1.8, 1.8];
const TITLE = [0, 3, 4.5, 6];
const LABEL = 4;
const SUMMARY = 1.5;
const ALL_IN_TITLE = 1.5;
const FRESHNESS = 0.08;
const NEAR = 0.5; // the part of a query's weight that a near miss has at least

const WEIGHTS = Float32Array.from(
  { length: 64 },
  (_, grade) => BODY[grade & 3] + TITLE[(grade >> 2) & 3] + (grade & 16 ? LABEL : 0) + (grade & 32 ? SUMMARY : 0)
);

/** The lists of one term of a query, form by form. `bits` are the words of the query that it stands for. */
class Term {
  constructor(typed, bits, required, lists) {
    this.bits = bits;
    this.required = required;
    this.failed = lists === null;
    this.forms = (lists ?? []).map(({ form, items, grades }) => ({ items, grades, typed: isAsTyped(form, typed) }));
  }

  /** Whether it is a single word, not a pair. */
  get isWord() {
    return (this.bits & (this.bits - 1)) === 0;
  }

  get isEmpty() {
    return !this.failed && this.forms.length === 0;
  }

  /** Item → grade over the forms wanted, in an array that serves for all terms. */
  gather(asTyped, grades) {
    grades.fill(0);
    let count = 0;
    for (const form of this.forms) {
      if (asTyped && !form.typed) continue;
      for (let at = 0; at < form.items.length; at += 1) {
        const item = form.items[at];
        if (!grades[item]) count += 1;
        grades[item] = grades[item] ? joined(grades[item], form.grades[at]) : form.grades[at];
      }
    }
    return count;
  }
}

/** The grade of a term that stands there in two forms. */
function joined(one, other) {
  const body = Math.max(one & 3, other & 3);
  const title = Math.max(one & 12, other & 12);
  return body | title | ((one | other) & 48);
}

/** The place of an item in an ascending list, -1 for none. */
function placeOf(items, item) {
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle] < item) low = middle + 1;
    else high = middle;
  }
  return items[low] === item ? low : -1;
}

/** One way of looking: which words each item has under it, and its score. */
class Pass {
  constructor(size) {
    this.covered = new Uint32Array(size);
    this.titled = new Uint32Array(size);
    this.lacking = new Uint8Array(size);
    this.scores = new Float32Array(size);
    this.forgiven = 0; // words of which a list could not be had,
    this.sure = 0; // and those whose own list was
    this.weight = 0;
  }

  add(term, asTyped, grades) {
    if (term.failed) {
      this.forgiven |= term.bits;
      return;
    }
    if (term.isWord) this.sure |= term.bits;
    const { length } = this.covered;
    const count = term.gather(asTyped, grades);
    const rarity = Math.log(1 + (length - count + 0.5) / (count + 0.5));
    if (count) this.weight += rarity;
    for (let item = 0; item < length; item += 1) {
      const grade = grades[item];
      if (!grade) {
        if (term.required) this.lacking[item] = 1;
        continue;
      }
      this.covered[item] |= term.bits;
      if (grade & 12) this.titled[item] |= term.bits;
      this.scores[item] += rarity * WEIGHTS[grade];
    }
  }

  has(item, all) {
    return !this.lacking[item] && ((this.covered[item] | (this.forgiven & ~this.sure)) & all) >>> 0 === all;
  }
}

/** A query's lists: loads them as they are needed and looks through them, strictly at first, then less so. */
export class Matcher {
  constructor(files, query, analyzer) {
    Object.assign(this, { files, query, analyzer });
    this.size = files.manifest.items;
    this.all = (2 ** query.words.length - 1) >>> 0;
    this.grades = new Uint8Array(this.size);
    this.partial = false;
    this.pairs = [];
    this.words = [];
    this.banned = new Uint8Array(this.size);
  }

  /** {items, near, marks}: numbers in order of merit; `items` of a query without words is null (everything). */
  async run() {
    const isFree = (word) => word.free;
    await Promise.all([this.loadPairs(), this.loadExclusions(), this.loadWords(isFree)]);
    await this.loadWords(isFree); // pairs that no text has set more of them free
    const found = this.query.words.length ? await this.search() : { ranks: null, near: false, marks: false };
    return { ...found, banned: this.banned };
  }

  /** Whether the phrases of the query stand in names of the item, such as its topics, which no text has. */
  isInLabels(item) {
    const phrases = this.pairs.filter((pair) => pair.phrase);
    return phrases.every((pair) => pair.forms.some((form) => (form.grades[placeOf(form.items, item)] ?? 0) & 16));
  }

  async lists(part, key) {
    try {
      const leaf = await this.files.lists(part, key);
      const forms = Object.keys(leaf).filter((form) => this.analyzer.key(form) === key);
      return forms.map((form) => ({ form, ...decode(leaf[form], this.size) }));
    } catch {
      this.partial = true;
      return null;
    }
  }

  async loadPairs() {
    const { words, pairs } = this.query;
    this.pairs = await Promise.all(
      pairs.map(async ({ at, key, required, phrase }) => {
        const term = new Term([words[at], words[at + 1]], (3 << at) >>> 0, required, await this.lists("pairs", key));
        return Object.assign(term, { phrase });
      })
    );
    words.forEach((word, at) => {
      const beside = this.pairs.filter((pair) => pair.bits & (1 << at));
      // No text has it beside these neighbours, or who has cannot be known.
      if (beside.every((pair) => pair.isEmpty) || beside.some((pair) => pair.failed)) word.free = true;
    });
  }

  async loadWords(wanted) {
    const { words } = this.query;
    await Promise.all(
      words.map(async (word, at) => {
        if (!wanted(word) || this.words[at]) return;
        this.words[at] = new Term([word], (1 << at) >>> 0, false, await this.lists("words", word.key));
      })
    );
  }

  /** Items with what is not wanted: a word, or several that stand side by side. */
  async loadExclusions() {
    for (const words of this.query.excluded) {
      const part = words.length > 1 ? "pairs" : "words";
      const wanted = words.length > 1 ? words.slice(1).map((word, at) => [words[at], word]) : [words];
      const terms = await Promise.all(
        wanted.map(async (group) => {
          const key = group.map((word) => word.key).join(" ");
          return new Term(group, 0, true, await this.lists(part, key));
        })
      );
      if (terms.some((term) => term.failed)) continue;
      const pass = this.pass(true, terms);
      for (let item = 0; item < this.size; item += 1) this.banned[item] |= Number(pass.has(item, 0));
    }
  }

  async search() {
    const marked = this.query.words.some((word) => word.marked);
    const ranks = new Float64Array(this.size);
    const typed = this.pass(true, this.closeTerms());
    let count = this.collect(ranks, typed, 4);
    let marks = false;
    if (marked && count < ENOUGH) {
      const more = this.collect(ranks, this.pass(false, this.closeTerms()), 3);
      marks = more > 0;
      count += more;
    }
    if (count < ENOUGH && this.query.words.length <= FEW_WORDS) count += await this.scattered(ranks, count);
    const near = count === 0 && this.nearMisses(ranks, this.pass(false, this.everyTerm())) > 0;
    return { ranks, near, marks: marks && !near };
  }

  async scattered(ranks, before) {
    await this.loadWords((word) => !word.free);
    const found = this.collect(ranks, this.pass(true, this.everyTerm()), 2);
    return before + found > 0 ? found : this.collect(ranks, this.pass(false, this.everyTerm()), 1);
  }

  closeTerms() {
    return [...this.pairs, ...this.words.filter((term, at) => term && this.query.words[at].free)];
  }

  everyTerm() {
    return [...this.pairs, ...this.words.filter(Boolean)];
  }

  pass(asTyped, terms) {
    const pass = new Pass(this.size);
    terms.forEach((term) => pass.add(term, asTyped, this.grades));
    return pass;
  }

  /** Gives a rank to items that have every word and none yet; `tier` comes before the score. Their number. */
  collect(ranks, pass, tier) {
    let count = 0;
    for (let item = 0; item < this.size; item += 1) {
      if (ranks[item] || this.banned[item] || !pass.has(item, this.all)) continue;
      ranks[item] = tier * TIER + this.score(pass, item);
      count += 1;
    }
    return count;
  }

  nearMisses(ranks, pass) {
    let count = 0;
    const least = pass.weight * NEAR;
    const isStrict = this.query.pairs.some((pair) => pair.phrase);
    for (let item = 0; item < this.size; item += 1) {
      if (this.banned[item] || (isStrict && pass.lacking[item]) || !(pass.scores[item] > 0) || pass.scores[item] < least) continue;
      ranks[item] = this.score(pass, item);
      count += 1;
    }
    return count;
  }

  score(pass, item) {
    const whole = (pass.titled[item] & this.all) >>> 0 === this.all ? ALL_IN_TITLE : 1;
    return pass.scores[item] * whole * (1 + (FRESHNESS * item) / this.size) + 1e-6;
  }
}
