/** Where the boxes and the passing lines stand: tiers along the main axis, steps of a tier across it. */
import { align } from './align';
import type { Direction, Extent, Spot } from './paths';
import type { Slot, SlotGrid } from './slots';

export interface Placed {
  /** By step. */
  boxes: Extent[];
  /** Where a line that passes a tier by enters and leaves it. */
  passing: Map<Slot, [Spot, Spot]>;
  bounds: { main: number; low: number; high: number };
}

export const boxHeight = 60;
const betweenNeighbours = 28;
const passingWidth = 18;
const loopRoom = 44;

export interface Room {
  direction: Direction;
  /** Pixels along the tiers that can be used without scrolling. */
  length: number;
}

export function place(grid: SlotGrid, widths: readonly number[], room: Room): Placed {
  const right = room.direction === 'right';
  const loops = new Set(grid.links.filter((link) => link.from === link.to).map((link) => link.to));
  const across = (step: number) => (right ? boxHeight : (widths[step] ?? 0));
  const cross = align(grid.columns, ({ step }) =>
    step === null
      ? passingWidth
      : across(step) + betweenNeighbours + (loops.has(step) ? loopRoom : 0),
  );
  const depths = grid.columns.map((column) =>
    right ? Math.max(0, ...column.map(({ step }) => widths[step ?? -1] ?? 0)) : boxHeight,
  );
  const gap = right ? gapBetween(depths, room.length) : 34;
  const boxes: Extent[] = [];
  const passing = new Map<Slot, [Spot, Spot]>();
  const bounds = { main: 0, low: 0, high: 0 };
  let main = 0;
  grid.columns.forEach((column, at) => {
    const depth = depths[at] ?? 0;
    for (const slot of column) {
      const here = cross.get(slot) ?? 0;
      const size = slot.step === null ? passingWidth : across(slot.step);
      bounds.low = Math.min(bounds.low, here - size / 2);
      bounds.high = Math.max(bounds.high, here + size / 2);
      if (slot.step === null) {
        const end = main + depth;
        passing.set(slot, [
          { main, cross: here },
          { main: end, cross: here },
        ]);
      } else {
        boxes[slot.step] = {
          main: main + depth / 2,
          cross: here,
          mainSize: depth,
          crossSize: size,
        };
      }
    }
    bounds.main = main + depth;
    main += depth + gap;
  });
  return { boxes, passing, bounds };
}

// Tiers spread over the room there is, within what still reads as one picture.
function gapBetween(depths: readonly number[], length: number): number {
  const taken = depths.reduce((sum, depth) => sum + depth, 0);
  return Math.max(36, Math.min(72, (length - taken) / Math.max(1, depths.length - 1)));
}
