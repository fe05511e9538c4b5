// Words as the index knows them: what `newsportal/text` and `newsportal/search/analysis.py` do, letter by letter.

const WORD = /[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)*/gu;
const PAUSE = /[.,:](?![\p{L}\p{N}])|[;!?…()“”"\n\r\v\f\x85\u2028\u2029]/u;
const D_LOOKALIKES = { Ð: "Đ", ð: "đ", Ɖ: "Đ", ɖ: "đ" };
const TONES = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const FIRST_VOWEL_FORMS = new Map(
  ["oa", "oe", "uy"].flatMap(([first, second]) =>
    TONES.map((tone) => [(first + second + tone).normalize("NFC"), (first + tone + second).normalize("NFC")])
  )
);
const OPEN_PAIR = new RegExp(`(^|[^q])(${[...FIRST_VOWEL_FORMS.keys()].join("|")})(?![\\p{L}\\u0300-\\u036f])`, "gu");
const FINAL_Y = /^(h|k|l|m|s|t|qu)([yýỳỷỹỵ])$/u;
const I_FOR_Y = { y: "i", ý: "í", ỳ: "ì", ỷ: "ỉ", ỹ: "ĩ", ỵ: "ị" };
const SUFFIX = /[aeiouy][a-z]*?(?=(?:ing|ed)$)/;
const SYLLABLE =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?$/;

/** Lower case without marks, đ as d. */
export function fold(text) {
  const letters = text.normalize("NFC").replace(/[ÐðƉɖ]/g, (letter) => D_LOOKALIKES[letter]);
  const plain = letters.replace(/[Đđ]/g, "d").normalize("NFD").replace(/\p{M}+/gu, "");
  return Array.from(plain, (letter) => letter.toLowerCase()).join("").normalize("NFC");
}

/** The one form for the spellings of a word, marks kept: hoà and hòa, kỹ and kĩ, KH&CN and khcn, 05 and 5. */
export function term(word) {
  const lower = word.toLowerCase().normalize("NFC");
  const form = lower.replace(OPEN_PAIR, (_, before, pair) => before + FIRST_VOWEL_FORMS.get(pair)).replaceAll("&", "");
  if (/^[0-9]{1,3}$/.test(form)) return form.replace(/^0+(?=[0-9])/, "");
  const spelled = FINAL_Y.exec(form);
  return spelled ? spelled[1] + I_FOR_Y[spelled[2]] : form;
}

function singular(word) {
  if (/[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^usi]s$/.test(word) ? word.slice(0, -1) : word;
}

/** What the forms of an English word share. */
export function stem(word) {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const one = singular(word);
  const found = SUFFIX.exec(one);
  const end = found ? found.index + found[0].length : 0;
  let root = end >= 3 ? one.slice(0, end) : one;
  if (root.length > 3 && root.endsWith("e")) root = root.slice(0, -1);
  return root.length > 3 && /([^aeiou])\1$/.test(root) ? root.slice(0, -1) : root;
}

/** Whether a folded word has the shape of a Vietnamese syllable, which says little without its neighbours. */
export const isSyllable = (key) => SYLLABLE.test(key);

export class Analyzer {
  constructor(language) {
    this.language = language;
    this.forms = new Map();
    this.keys = new Map();
  }

  form(word) {
    let form = this.forms.get(word);
    if (form === undefined) this.forms.set(word, (form = term(word)));
    return form;
  }

  /** The key of a word's form, or of a pair's. */
  key(form) {
    if (form.includes(" ")) return form.split(" ").map((part) => this.key(part)).join(" ");
    let key = this.keys.get(form);
    if (key === undefined) this.keys.set(form, (key = this.language === "en" ? stem(fold(form)) : fold(form)));
    return key;
  }

  /** The words of `text` (in NFC): form, key, place, and whether nothing or a mere joint parts them from the last. */
  words(text) {
    const found = [];
    let end = 0;
    for (const match of text.matchAll(WORD)) {
      const form = this.form(match[0]);
      const between = text.slice(end, match.index + 1); // the letter after it decides what a point means
      const follows = found.length > 0 && !PAUSE.test(between);
      const joined = follows && /^[/.,:–-]$/.test(between.slice(0, -1));
      end = match.index + match[0].length;
      found.push({ form, key: this.key(form), start: match.index, end, follows, joined });
    }
    return found;
  }
}
