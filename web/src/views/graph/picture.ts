/**
 * Where everything of the graph stands. It depends on the definition, the core's columns and the room there is, never on
 * the cursor: stepping through a trace moves nothing.
 */
import type { Columns, PipelineDefinition } from '../../engine/index';
import { fitted, widthOf } from './label';
import type { Extent } from './paths';
import { boxHeight, type Placed, place, type Room } from './placing';
import { type Arrow, laneGap, route, standOff } from './routing';
import { slotsFor } from './slots';

export type { Room } from './placing';
export type { Arrow } from './routing';

export interface Box {
  step: number;
  label: string;
  /** Upper left corner. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Picture {
  boxes: Box[];
  arrows: Arrow[];
  /** What an SVG's viewBox is to hold, with room around the boxes for lines and labels. */
  view: { x: number; y: number; width: number; height: number };
}

/**
 * A small picture is shown larger, as far as the region has room for it and it still looks calm; one that is a little too
 * large, smaller. What would not fit while it can be read keeps its size and is scrolled.
 */
export function scaleFor(
  { width, height }: Picture['view'],
  roomWidth: number,
  roomHeight: number,
) {
  const fits = [roomWidth / width, roomHeight / height].filter((scale) => scale >= smallest);
  return fits.length === 0 ? 1 : Math.min(largest, ...fits);
}

const narrowestBox = 128;
const namePadding = 30;
const margin = 16;
const largest = 1.3;
const smallest = 0.82;
const labelWidth = 100;
const loopHeight = 46;
const loopWidth = 150;

export function draw(definition: PipelineDefinition, columns: Columns, room: Room): Picture {
  const grid = slotsFor(definition, columns.columns, columns.back);
  const labels = definition.steps.map(({ name }) => fitted(name));
  const widths = labels.map((label) =>
    Math.max(narrowestBox, Math.ceil(widthOf(label)) + namePadding),
  );
  const backs = columns.back.length > 0 ? standOff : 0;
  const length = room.length - 2 * (margin + backs);
  const placed = place(grid, widths, { ...room, length });
  const arrows = route(grid.links, placed, room.direction);
  const boxes = placed.boxes.map((box, step) => boxFor(box, step, labels[step] ?? '', room));
  return { boxes, arrows, view: viewOf(placed, arrows, room) };
}

function boxFor(box: Extent, step: number, label: string, { direction }: Room): Box {
  const right = direction === 'right';
  const width = right ? box.mainSize : box.crossSize;
  const centre = right ? [box.main, box.cross] : [box.cross, box.main];
  const [x = 0, y = 0] = centre;
  const left = Math.round(x - width / 2);
  return { step, label, x: left, y: Math.round(y - boxHeight / 2), width, height: boxHeight };
}

function viewOf({ bounds }: Placed, arrows: readonly Arrow[], { direction }: Room) {
  const right = direction === 'right';
  const backs = arrows.filter((arrow) => arrow.kind === 'back').length;
  const loops = arrows.some((arrow) => arrow.kind === 'self');
  const ends = margin + (backs > 0 ? standOff : 0);
  const before = margin + (loops ? (right ? loopHeight : loopWidth) : 0);
  const after = margin + (backs > 0 ? backs * laneGap + (right ? 0 : labelWidth) : 0);
  const main = { at: -ends, size: bounds.main + 2 * ends };
  const cross = { at: bounds.low - before, size: bounds.high - bounds.low + before + after };
  const [across, down] = right ? [main, cross] : [cross, main];
  return {
    x: Math.floor(across.at),
    y: Math.floor(down.at),
    width: Math.ceil(across.size),
    height: Math.ceil(down.size),
  };
}
