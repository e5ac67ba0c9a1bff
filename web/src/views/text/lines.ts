/** Lines and columns of a text, both counted from 1. */

export interface LinePlace {
  line: number;
  column: number;
}

export class Lines {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      this.#starts.push(at + 1);
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  placeOf(at: number): LinePlace {
    let [from, to] = [0, this.#starts.length];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) from = middle;
      else to = middle;
    }
    return { line: from + 1, column: at - (this.#starts[from] ?? 0) + 1 };
  }

  /** A line's text without its break, by its number from 1. */
  textOf(line: number): string {
    const next = this.#starts[line];
    return this.text.slice(this.#starts[line - 1], next === undefined ? undefined : next - 1);
  }
}
