// The indexes that are open, a language each.

import { Files } from "./files.js";
import { Analyzer } from "./text.js";

const USUAL = "vi";

const indexes = new Map();

/** The index of a language (the page's by default): {files, analyzer, language}. */
export async function indexFor(lang) {
  const language = languageOf(lang);
  if (!indexes.has(language)) {
    const opening = Files.open(language).then((files) => ({ files, analyzer: new Analyzer(language), language }));
    indexes.set(language, opening);
    opening.catch(() => indexes.delete(language));
  }
  return indexes.get(language);
}

/** The language that is meant, the page's when none is. */
export function languageOf(lang) {
  const codes = [lang, globalThis.document?.documentElement.lang].map((code) => /^[a-z]{2,3}(?=-|$)/i.exec(String(code)));
  return (codes.find(Boolean)?.[0] ?? USUAL).toLowerCase();
}

/** Whether there is a newer index, which then takes the old one's place. */
export async function renewed({ files, language, analyzer }) {
  try {
    const fresh = await Files.open(language);
    if (JSON.stringify(fresh.manifest) === JSON.stringify(files.manifest)) return false;
    indexes.set(language, Promise.resolve({ files: fresh, analyzer, language }));
    return true;
  } catch {
    return false;
  }
}
