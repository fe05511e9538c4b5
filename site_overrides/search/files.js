// The files of an index, fetched once and kept. Names carry hashes; only the manifest is asked for afresh.

const FORMAT = 1;
const FAN_OUT = 64;
const HASH_LENGTH = 8;
const HERE = new URL("../", import.meta.url);

/** The folder of the site's front page, whatever sub-path it is served under. */
export const ROOT = new URL("../", HERE);

let crcTable;

/** CRC-32 (IEEE 802.3) of a text's UTF-8 bytes, which decides in which leaf a key's lists are. */
export function crc32(text) {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
  });
  let crc = -1;
  for (const byte of new TextEncoder().encode(text)) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** A file of the index could not be had. */
export class Missing extends Error {}

async function json(path, options) {
  let answer;
  try {
    answer = await fetch(new URL(path, HERE), options);
    if (answer.ok) return await answer.json();
  } catch (error) {
    throw new Missing(`${path}: ${error}`);
  }
  throw new Missing(`${path}: ${answer.status}`);
}

/** One language's index as it was published at one time. */
export class Files {
  /** Fetches the manifest; throws Missing. */
  static async open(language) {
    const manifest = await json(`${language}.json`, { cache: "no-cache" });
    if (manifest?.format !== FORMAT) throw new Missing(`${language}.json: not of format ${FORMAT}`);
    return new Files(language, manifest);
  }

  constructor(language, manifest) {
    this.language = language;
    this.manifest = manifest;
    this.kept = new Map();
  }

  /** A file by its path below the language's folder; a failure is forgotten, so that it can be tried again. */
  file(path) {
    if (!this.kept.has(path)) {
      const answer = json(`${this.language}/${path}`);
      answer.catch(() => this.kept.delete(path));
      this.kept.set(path, answer);
    }
    return this.kept.get(path);
  }

  /** A leaf of the tree `name` by its number. */
  async leaf(name, number) {
    const branch = Math.floor(number / FAN_OUT);
    const place = number % FAN_OUT;
    const hashes = await this.file(`${name}/${branch.toString(16)}-${hashAt(this.manifest.branches[name], branch)}.json`);
    return this.file(`${name}/${branch.toString(16)}/${place.toString(16)}-${hashAt(hashes, place)}.json`);
  }

  /** The leaf of posting lists in which a key's forms are. */
  lists(name, key) {
    return this.leaf(name, crc32(key) % this.manifest.leaves[name]);
  }

  item(number) {
    return this.leaf("items", number);
  }

  /** A further piece of a long text. */
  rest(number, part, hash) {
    return this.file(`items/rest/${number.toString(16)}-${part.toString(16)}-${hash}.json`);
  }

  facets() {
    return this.file(`facets-${this.manifest.facets}.json`);
  }

  /** The chunks of the title index in which keys from `first` to `last` are, at most `limit`, merged: key → list. */
  async titles(first, last, limit) {
    const chunks = await this.file(`titles-${this.manifest.titles}.json`);
    const names = chunks
      .map(([start, hash]) => ({ start, path: `titles/${crc32(start).toString(16)}-${hash}.json` }))
      .filter(({ start }, number) => start <= last && !(chunks[number + 1]?.[0] <= first));
    const found = await Promise.all(names.slice(0, limit).map(({ path }) => this.file(path)));
    return Object.assign({}, ...found);
  }
}

function hashAt(hashes, place) {
  return String(hashes).slice(place * HASH_LENGTH, (place + 1) * HASH_LENGTH);
}
