/** Long lists of items of any height, in blocks: those in sight are drawn, and what they measure is remembered. */

export const blockSize = 4;
/** Until some blocks have been measured: then all are thought to be like them. */
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

  /** Heights by the blocks' first items. True for the first ones, which tell what to expect of all the others. */
  measured(heights: readonly { from: number; height: number }[]): boolean {
    const isFirst = this.#heights.size === 0;
    for (const { from, height } of heights) {
      if (height > 0) this.#heights.set(Math.floor(from / blockSize), height);
    }
    if (!isFirst || this.#heights.size === 0) return false;
    const sorted = [...this.#heights.values()].sort((a, b) => a - b);
    this.#guess = sorted[sorted.length >> 1] ?? guess;
    return true;
  }

  #heightOf(block: number): number {
    return this.#heights.get(block) ?? this.#guess;
  }
}
