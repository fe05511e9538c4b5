// What a reader typed: words, "phrases" and -exclusions.

import { isSyllable } from "./text.js";

const LONGEST = 2000; // characters looked at
const MOST_WORDS = 24; // places in a bit mask
const ISO_DATE = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g;
const QUOTED = /(^|[\s(])(-?)["“”„«»]([^"“”„«»]*)["“”„«»]/gu;
const EXCLUDED = /(^|\s)-([\p{L}\p{N}]\S*)/gu;

/**
 * {words, pairs, excluded}. A word is {form, key, marked, free}: free words may stand anywhere in a text, others
 * beside a neighbour of theirs. A pair is {at, key, required, phrase}, of the words `at` and `at + 1`; those of phrases
 * and within numbers ("124/QĐ-UBND") are required. `excluded` are lists of words.
 */
export function parse(query, analyzer) {
  const excluded = [];
  const phrases = [];
  const plain = String(query ?? "").slice(0, LONGEST).normalize("NFC").replace(ISO_DATE, "$3/$2/$1");
  const rest = plain
    .replace(QUOTED, (_, before, minus, phrase) => {
      (minus ? excluded : phrases).push(phrase);
      return `${before}\n`;
    })
    .replace(EXCLUDED, (_, before, word) => {
      excluded.push(word);
      return `${before}\n`;
    });
  const parsed = { words: [], pairs: [], excluded: [] };
  for (const text of excluded) {
    const words = analyzer.words(text).map(({ form, key }) => ({ form, key, marked: hasMarks(form) }));
    if (words.length) parsed.excluded.push(words);
  }
  for (const phrase of phrases) add(parsed, analyzer.words(phrase), true, analyzer.language);
  add(parsed, analyzer.words(rest), false, analyzer.language);
  return parsed;
}

function add(parsed, found, phrase, language) {
  const room = found.slice(0, MOST_WORDS - parsed.words.length);
  const single = (word) => language === "vi" && isSyllable(word.key); // says little without a neighbour
  const isTight = (index) => {
    const [before, word] = [room[index - 1], room[index]];
    return Boolean(before && word?.joined) && ![before, word].every((each) => isLetters(each.key, single(each), language));
  };
  room.forEach((word, index) => {
    const at = parsed.words.length;
    const follows = index > 0 && (phrase || word.follows);
    const leads = index + 1 < room.length && (phrase || room[index + 1].follows);
    const held = (phrase && room.length > 1) || isTight(index) || isTight(index + 1);
    const free = (!follows && !leads) || (!held && !single(word));
    parsed.words.push({ form: word.form, key: word.key, marked: hasMarks(word.form), free });
    if (follows) parsed.pairs.push(pairAt(parsed.words, at - 1, { phrase, required: phrase || isTight(index) }));
  });
}

/** Whether a joint beside the word may just as well be a space: "khoa học-công nghệ", but not "124/QĐ-UBND". */
const isLetters = (key, single, language) => (language === "vi" ? single : !/\p{N}/u.test(key));

function pairAt(words, at, flags) {
  return { at, key: `${words[at].key} ${words[at + 1].key}`, ...flags };
}

// eslint-disable-next-line no-control-regex
const hasMarks = (form) => /[^\x00-\x7f]/.test(form);

/** Whether a form of the index is one that was typed: marks that were typed must be there, others may. */
export function isAsTyped(form, words) {
  const forms = form.split(" ");
  return words.every((word, index) => !word.marked || word.form === forms[index]);
}
