// Titles and their words, for what is still being typed.

import { marked } from "./excerpt.js";
import { addressOf } from "./hits.js";
import { decode } from "./postings.js";
import { fold } from "./text.js";

const COMPLETIONS = 4; // chunks of the title index looked through for one unfinished word

/** Titles for the words typed so far: those with the words side by side first, then the newest. */
export async function titled(index, typed, limit) {
  const { files } = index;
  const lists = await Promise.all(typed.map((word, at) => titleLists(files, word.key, at === typed.length - 1)));
  let items = null;
  for (const found of lists) {
    const here = new Set(found.flatMap(({ items }) => [...items]));
    items = items ? items.filter((item) => here.has(item)) : [...here];
  }
  const newest = items.sort((one, other) => other - one).slice(0, limit * 2);
  const heads = await Promise.all(newest.map((item) => files.item(item)));
  const scored = heads.map((head) => ({ head, closeness: closeness(index, head.title, typed) }));
  const asTyped = scored.filter(({ closeness }) => closeness >= typed.length);
  const best = (asTyped.length ? asTyped : scored).sort((one, other) => other.closeness - one.closeness);
  return best.slice(0, limit).map(({ head }) => suggestion(index, head, typed));
}

/** The lists of titles' words that a key, or whatever begins with it, stands for. */
async function titleLists(files, key, unfinished) {
  const lists = await files.titles(key, unfinished ? `${key}\uffff` : key, COMPLETIONS);
  const keys = Object.keys(lists).filter((other) => other === key || (unfinished && other.startsWith(key)));
  return keys.map((word) => ({ word, items: decode(lists[word], files.manifest.items).items }));
}

/** How many typed words a title has with the marks that were typed, and more where all stand side by side. */
function closeness({ analyzer }, title, typed) {
  const words = analyzer.words(title);
  const whole = ` ${keysOf(words)}`.includes(` ${keysOf(typed)}`) ? typed.length : 0;
  return whole + typed.filter((word, at) => words.some((other) => isMeant(other, word, at === typed.length - 1))).length;
}

const keysOf = (words) => words.map((word) => word.key).join(" ");

/** Whether a title's word is what was typed, or began to be. */
function isMeant(word, typed, unfinished) {
  const [form, key] = [word.form, word.key].map((text) => (unfinished ? text.slice(0, typed.form.length) : text));
  return typed.form === fold(typed.form) ? key === typed.key || word.key === typed.key : form === typed.form;
}

function suggestion({ analyzer }, head, typed) {
  const meant = (word) => typed.some((other, at) => isMeant(word, other, at === typed.length - 1));
  const spans = analyzer.words(head.title).filter(meant).map(({ start, end }) => [start, end]);
  return { url: addressOf(head.url), title: head.title, date: head.date ?? "", marked: marked(head.title, spans) };
}

/** The query with its last word completed by what titles have beside the words before it; as it is when unsure. */
export async function completed({ files, analyzer }, query) {
  const text = query.normalize("NFC");
  const typed = analyzer.words(text);
  const [before, last] = typed.length > 1 ? typed.slice(-2) : [null, ...typed];
  if (!last || last.end < text.length) return query;
  if (last.key.length < 2) return before ? text.slice(0, last.start) : query;
  try {
    const candidates = await titleLists(files, last.key, true);
    const beside = before ? new Set((await titleLists(files, before.key, false)).flatMap(({ items }) => [...items])) : null;
    const weighed = candidates.map(({ word, items }) => {
      const together = beside ? items.filter((item) => beside.has(item)).length : items.length;
      return { word, weight: together * (word === last.key ? 4 : 1) };
    });
    const best = weighed.reduce((one, other) => (other.weight > one.weight ? other : one), { word: last.key, weight: 0 });
    return best.word === last.key ? query : text.slice(0, last.start) + best.word;
  } catch {
    return query;
  }
}
