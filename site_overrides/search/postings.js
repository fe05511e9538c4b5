// Posting lists: the codes of `newsportal/search/postings.py`, read.

const PLAIN = 1;

/** A list's bits, read up to 32 at a time: a common term has tens of thousands of them, and phones are slow. */
class Bits {
  constructor(code) {
    const letters = atob(code);
    this.bytes = new Uint8Array(letters.length + 5); // a window may look past the end
    for (let at = 0; at < letters.length; at += 1) this.bytes[at] = letters.charCodeAt(at);
    this.place = 0;
    this.end = letters.length * 8;
  }

  /** The next 32 bits. */
  window() {
    const { bytes } = this;
    const at = this.place >> 3;
    const shift = this.place & 7;
    const word = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    return (word << shift) | (bytes[at + 4] >> (8 - shift));
  }

  skip(width) {
    this.place += width;
    if (this.place > this.end) throw new RangeError("a posting list is cut off");
  }

  /** A number of at most 32 bits. */
  number(width) {
    if (!width) return 0;
    const value = this.window() >>> (32 - width);
    this.skip(width);
    return value;
  }

  /** How many zeros there are before the next one, which is passed. */
  zeros() {
    let count = 0;
    let bits = this.window();
    while (!bits) {
      this.skip(32);
      count += 32;
      bits = this.window();
    }
    const further = Math.clz32(bits);
    this.skip(further + 1);
    return count + further;
  }

  gamma() {
    const width = this.zeros();
    if (width > 30) throw new RangeError("a posting list has a number that is too large");
    return 2 ** width + this.number(width);
  }

  /** Calls `visit` for `count` ascending numbers whose gaps come in Rice code. */
  ascending(count, visit) {
    const parameter = this.number(4);
    let value = -1;
    for (let left = count; left > 0; left -= 1) {
      value += this.zeros() * 2 ** parameter + this.number(parameter) + 1;
      visit(value);
    }
  }
}

/** {items, grades}: the numbers of the items in a list, ascending, and the grade of each. Throws on damage. */
export function decode(code, limit) {
  const bits = new Bits(code);
  const count = bits.gamma();
  if (count > limit) throw new RangeError("a posting list is too long");
  const items = new Uint32Array(count);
  const grades = new Uint8Array(count).fill(PLAIN);
  let at = 0;
  bits.ascending(count, (item) => (items[at++] = item));
  const graded = bits.gamma() - 1;
  if (graded) bits.ascending(graded, (place) => (grades[place] = bits.gamma() + 1));
  if (count && items[count - 1] >= limit) throw new RangeError("a posting list names items that are not there");
  return { items, grades };
}
