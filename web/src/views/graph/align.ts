/** Coordinates across the columns: as near as possible to what a slot is joined to, without overlap. */
import type { Slot } from './slots';

export interface Sized {
  /** Room a slot needs across its column. */
  size: number;
}

/** A place for each slot, the picture's middle being 0. */
export function align(
  columns: readonly (readonly Slot[])[],
  sizeOf: (slot: Slot) => number,
): Map<Slot, number> {
  const at = new Map<Slot, number>();
  for (const column of columns) stack(column, sizeOf, at);
  for (let round = 0; round < 3; round += 1) {
    for (const column of columns) settle(column, 'before', sizeOf, at);
    for (const column of columns.toReversed()) settle(column, 'after', sizeOf, at);
  }
  for (const column of columns) settle(column, 'before', sizeOf, at);
  return at;
}

function stack(column: readonly Slot[], sizeOf: (slot: Slot) => number, at: Map<Slot, number>) {
  const total = column.reduce((sum, slot) => sum + sizeOf(slot), 0);
  let edge = -total / 2;
  for (const slot of column) {
    at.set(slot, edge + sizeOf(slot) / 2);
    edge += sizeOf(slot);
  }
}

interface Block {
  slots: Slot[];
  /** Sum and number of the wished-for places, each less the slot's offset in the block. */
  sum: number;
  count: number;
  length: number;
}

/**
 * The places nearest to the wished-for ones (least squares) that keep the order and do not overlap: neighbours that
 * would overlap are pooled into a block that moves as one (isotonic regression, Barlow et al. 1972).
 */
function settle(
  column: readonly Slot[],
  side: 'before' | 'after',
  sizeOf: (slot: Slot) => number,
  at: Map<Slot, number>,
): void {
  const blocks: Block[] = [];
  for (const slot of column) {
    const size = sizeOf(slot);
    let block: Block = {
      slots: [slot],
      sum: wish(slot, side, at) - size / 2,
      count: 1,
      length: size,
    };
    let last = blocks.at(-1);
    while (last && start(last) + last.length > start(block)) {
      block = {
        slots: [...last.slots, ...block.slots],
        sum: last.sum + block.sum - block.count * last.length,
        count: last.count + block.count,
        length: last.length + block.length,
      };
      blocks.pop();
      last = blocks.at(-1);
    }
    blocks.push(block);
  }
  for (const block of blocks) {
    let edge = start(block);
    for (const slot of block.slots) {
      at.set(slot, edge + sizeOf(slot) / 2);
      edge += sizeOf(slot);
    }
  }
}

function start(block: Block): number {
  return block.sum / block.count;
}

function wish(slot: Slot, side: 'before' | 'after', at: Map<Slot, number>): number {
  const others = slot[side];
  if (others.length === 0) return at.get(slot) ?? 0;
  return others.reduce((sum, other) => sum + (at.get(other) ?? 0), 0) / others.length;
}
