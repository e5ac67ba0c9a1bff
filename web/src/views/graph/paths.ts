/** Lines between boxes, written along the main axis (tier after tier) and across it, whichever way the picture runs. */

export type Direction = 'right' | 'down';

/** Along the tiers, and across them. */
export interface Spot {
  main: number;
  cross: number;
}

/** Centre and extent of a box in those terms. */
export interface Extent extends Spot {
  mainSize: number;
  crossSize: number;
}

/** The line and its arrowhead as SVG paths, and the point where a label may stand. */
export interface Line {
  path: string;
  head: string;
  label: Label;
}

export interface Label {
  x: number;
  y: number;
  /** Which end of the words stands at the point. */
  anchor: 'start' | 'middle' | 'end';
}

const headLength = 9;
const headHalf = 4.5;
const corner = 10;

/** From the end of one box to the beginning of another, level through the slots it passes. */
export function forwardLine(
  start: Spot,
  level: readonly [Spot, Spot][],
  tip: Spot,
  way: Direction,
) {
  const pen = penFor(way);
  const end = { main: tip.main - headLength + 1, cross: tip.cross };
  let path = pen.move(start);
  let at = start;
  for (const [enter, leave] of level) {
    path += pen.curve(at, enter) + pen.line(leave);
    at = leave;
  }
  path += pen.curve(at, end);
  return {
    path,
    head: pen.head(tip, 'main'),
    label: { ...pen.point(at), anchor: 'middle' as const },
  };
}

/** Out of the end of a box, round below all others in a lane of its own, and in at the beginning of an earlier box. */
export function backLine(start: Spot, tip: Spot, lane: number, out: number, way: Direction): Line {
  const pen = penFor(way);
  const right = start.main + out;
  const left = tip.main - out;
  const end = { main: tip.main - headLength + 1, cross: tip.cross };
  const path =
    pen.move(start) +
    pen.line({ main: right - corner, cross: start.cross }) +
    pen.bend({ main: right, cross: start.cross }, { main: right, cross: start.cross + corner }) +
    pen.line({ main: right, cross: lane - corner }) +
    pen.bend({ main: right, cross: lane }, { main: right - corner, cross: lane }) +
    pen.line({ main: left + corner, cross: lane }) +
    pen.bend({ main: left, cross: lane }, { main: left, cross: lane - corner }) +
    pen.line({ main: left, cross: tip.cross + corner }) +
    pen.bend({ main: left, cross: tip.cross }, { main: left + corner, cross: tip.cross }) +
    pen.line(end);
  return {
    path,
    head: pen.head(tip, 'main'),
    label: pen.beside({ main: (left + right) / 2, cross: lane }, 'after'),
  };
}

/** A loop on the box's near side: the step waits for itself. */
export function selfLine(box: Extent, nth: number, way: Direction): Line {
  const pen = penFor(way);
  const edge = box.cross - box.crossSize / 2;
  const spread = 14 - nth * 4;
  const height = 30 - nth * 6;
  const from = { main: box.main + spread, cross: edge };
  const tip = { main: box.main - spread, cross: edge };
  const path =
    pen.move(from) +
    pen.cubic(
      { main: from.main + 8, cross: edge - height },
      { main: tip.main - 8, cross: edge - height },
      { main: tip.main, cross: edge - headLength + 1 },
    );
  return {
    path,
    head: pen.head(tip, 'cross'),
    label: pen.beside({ main: box.main, cross: edge - height }, 'before'),
  };
}

function penFor(way: Direction) {
  const point = ({ main, cross }: Spot) =>
    way === 'right' ? { x: round(main), y: round(cross) } : { x: round(cross), y: round(main) };
  // Words run from left to right whichever way the picture does.
  const beside = (spot: Spot, side: 'before' | 'after'): Label => {
    const { x, y } = point(spot);
    if (way === 'right') return { x, y: side === 'after' ? y + 4 : y + 2, anchor: 'middle' };
    return side === 'after'
      ? { x: x + 7, y: y + 4, anchor: 'start' }
      : { x, y: y + 4, anchor: 'end' };
  };
  const text = (spot: Spot) => `${point(spot).x} ${point(spot).y}`;
  return {
    point,
    beside,
    move: (to: Spot) => `M${text(to)}`,
    line: (to: Spot) => `L${text(to)}`,
    bend: (by: Spot, to: Spot) => `Q${text(by)} ${text(to)}`,
    cubic: (a: Spot, b: Spot, to: Spot) => `C${text(a)} ${text(b)} ${text(to)}`,
    curve(from: Spot, to: Spot) {
      const half = (to.main - from.main) / 2;
      const a = { main: from.main + half, cross: from.cross };
      const b = { main: to.main - half, cross: to.cross };
      return `C${text(a)} ${text(b)} ${text(to)}`;
    },
    head(tip: Spot, along: 'main' | 'cross') {
      const side = (offset: number): Spot =>
        along === 'main'
          ? { main: tip.main - headLength, cross: tip.cross + offset }
          : { main: tip.main + offset, cross: tip.cross - headLength };
      return `M${text(tip)}L${text(side(-headHalf))}L${text(side(headHalf))}Z`;
    },
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
