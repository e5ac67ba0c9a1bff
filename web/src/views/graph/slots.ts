/**
 * The columns of the picture with a slot for every step and for every dependency that passes a column by, so that long
 * dependencies get a way of their own and never run under a box. Slots are put in order by the mean place of what they
 * are joined to in the column before (Sugiyama, Tagawa & Toda 1981).
 */
import type { PipelineDefinition } from '../../engine/index';
import { indexByName } from '../../state/analysis';
import { dependenciesOf } from '../../state/document';

export interface Slot {
  column: number;
  /** The step, or null for a dependency on its way. */
  step: number | null;
  before: Slot[];
  after: Slot[];
  /** Place in its column. */
  place: number;
}

/** One line of the picture. `nth` tells dependencies apart that are listed twice. */
export interface Link {
  from: number;
  to: number;
  nth: number;
  back: boolean;
  /** The slots passed by, in order; empty for neighbours and back dependencies. */
  way: Slot[];
}

export interface SlotGrid {
  columns: Slot[][];
  slotOf: Slot[];
  links: Link[];
}

export function slotsFor(
  definition: PipelineDefinition,
  columns: readonly (readonly string[])[],
  back: readonly { from: string; to: string }[],
): SlotGrid {
  const index = indexByName(definition.steps);
  const slotOf: Slot[] = [];
  const grid: Slot[][] = columns.map((names, column) =>
    names.map((name) => {
      const step = index.get(name) ?? 0;
      const slot: Slot = { column, step, before: [], after: [], place: 0 };
      slotOf[step] = slot;
      return slot;
    }),
  );
  const closing = new Set(back.map(({ from, to }) => JSON.stringify([from, to])));
  const links: Link[] = [];
  definition.steps.forEach((step, to) => {
    const seen = new Map<string, number>();
    for (const name of dependenciesOf(step)) {
      const from = index.get(name);
      if (from === undefined) continue;
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      const isBack = closing.has(JSON.stringify([name, step.name]));
      const first = links.find((link) => link.from === from && link.to === to);
      const way = isBack ? [] : (first?.way ?? wayBetween(slotOf[from], slotOf[to], grid));
      links.push({ from, to, nth, back: isBack, way });
    }
  });
  putInOrder(grid);
  return { columns: grid, slotOf, links };
}

function wayBetween(from: Slot | undefined, to: Slot | undefined, grid: Slot[][]): Slot[] {
  if (!from || !to) return [];
  const way: Slot[] = [];
  let last = from;
  for (let column = from.column + 1; column < to.column; column += 1) {
    const slot: Slot = { column, step: null, before: [], after: [], place: 0 };
    grid[column]?.push(slot);
    way.push(slot);
    join(last, slot);
    last = slot;
  }
  join(last, to);
  return way;
}

function join(a: Slot, b: Slot): void {
  a.after.push(b);
  b.before.push(a);
}

function putInOrder(grid: Slot[][]): void {
  for (const column of grid) number(column);
  for (let sweep = 0; sweep < 4; sweep += 1) {
    for (const column of grid) arrange(column, 'before');
    for (const column of grid.toReversed()) arrange(column, 'after');
  }
  for (const column of grid) arrange(column, 'before');
}

// The sort is stable, so slots without neighbours or with equal means keep the order of the definition.
function arrange(column: Slot[], side: 'before' | 'after'): void {
  const mean = new Map(column.map((slot) => [slot, meanPlace(slot, side)]));
  column.sort((a, b) => (mean.get(a) ?? 0) - (mean.get(b) ?? 0));
  number(column);
}

function meanPlace(slot: Slot, side: 'before' | 'after'): number {
  const others = slot[side];
  if (others.length === 0) return slot.place;
  return others.reduce((sum, other) => sum + other.place, 0) / others.length;
}

function number(column: Slot[]): void {
  column.forEach((slot, place) => {
    slot.place = place;
  });
}
