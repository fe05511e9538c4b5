// Posting lists: the codes of `newsportal/search/postings.py`, read.

const PLAIN = 1;

class Bits {
  constructor(code) {
    this.bytes = Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0));
    this.place = 0;
    this.end = this.bytes.length * 8;
  }

  bit() {
    if (this.place >= this.end) throw new RangeError("a posting list is cut off");
    const byte = this.bytes[this.place >> 3];
    return (byte >> (7 - (this.place++ & 7))) & 1;
  }

  number(width) {
    let value = 0;
    for (let left = width; left > 0; left -= 1) value = value * 2 + this.bit();
    return value;
  }

  zeros() {
    let count = 0;
    while (!this.bit()) count += 1;
    return count;
  }

  gamma() {
    const width = this.zeros();
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
