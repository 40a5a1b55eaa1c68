// @ts-check
/** Chance that repeats itself: the same seed gives the same sequence on every machine (sfc32, seeded by FNV-1a). */
export class Random {
  /** @param {string} seed */
  constructor(seed) {
    let hash = 0x811c9dc5;
    const next = () => {
      for (const letter of seed) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
      return hash >>> 0;
    };
    this.state = new Uint32Array([next(), next(), next(), 1]);
    for (let round = 0; round < 12; round++) this.fraction();
  }

  /** At least 0, below 1. */
  fraction() {
    const [a = 0, b = 0, c = 0, counter = 0] = this.state;
    const sum = (a + b + counter) >>> 0;
    this.state.set([b ^ (b >>> 9), c + (c << 3), ((c << 21) | (c >>> 11)) + sum, counter + 1]);
    return sum / 2 ** 32;
  }

  /**
   * @param {number} least
   * @param {number} most inclusive
   */
  integer(least, most) {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /**
   * @template Value
   * @param {readonly Value[]} values
   * @returns {Value} of an empty list nothing can be picked
   */
  pick(values) {
    const picked = values[this.integer(0, values.length - 1)];
    if (picked === undefined) throw new RangeError("nothing to pick from");
    return picked;
  }

  /**
   * @template Value
   * @param {readonly Value[]} values
   */
  shuffle(values) {
    const shuffled = [...values];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.integer(0, last);
      const moved = shuffled.splice(other, 1, ...shuffled.slice(last, last + 1));
      shuffled.splice(last, 1, ...moved);
    }
    return shuffled;
  }

  /**
   * @template Value
   * @param {readonly Value[]} values
   * @param {number} count
   */
  sample(values, count) {
    return this.shuffle(values).slice(0, count);
  }
}
