/** Long lists of items of any height, in blocks: those in sight are drawn, and what they measure is remembered. */

export const blockSize = 4;
/** Until a block has been measured: then all are thought to be like it. */
const guess = 58 * blockSize;

export interface Block {
  from: number;
  to: number;
}

export class Blocks {
  readonly #heights = new Map<number, number>();
  #guess = guess;

  /** The blocks to draw, and the room that the others would take before and behind them. */
  inSight(
    count: number,
    offset: number,
    room: number,
  ): { blocks: Block[]; before: number; behind: number } {
    const last = Math.ceil(count / blockSize);
    // Once more is known of the heights the list may be shorter than it was thought to be.
    const start = Math.min(offset, Math.max(0, this.startOf(last * blockSize) - room));
    const blocks: Block[] = [];
    let before = 0;
    let at = 0;
    let behind = 0;
    for (let block = 0; block < last; block += 1) {
      const height = this.#heightOf(block);
      if (at + height < start - room * 0.3) before += height;
      else if (at > start + room * 1.3) behind += height;
      else {
        const from = block * blockSize;
        blocks.push({ from, to: Math.min(count, from + blockSize) });
      }
      at += height;
    }
    return { blocks, before, behind };
  }

  /** Where the block of an item begins. */
  startOf(item: number): number {
    const block = Math.floor(item / blockSize);
    let start = 0;
    for (let before = 0; before < block; before += 1) start += this.#heightOf(before);
    return start;
  }

  measured(item: number, height: number): void {
    if (height === 0) return;
    if (this.#heights.size === 0) this.#guess = height;
    this.#heights.set(Math.floor(item / blockSize), height);
  }

  #heightOf(block: number): number {
    return this.#heights.get(block) ?? this.#guess;
  }
}
