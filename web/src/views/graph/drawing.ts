/**
 * Where everything of the picture stands, ready to be drawn. It follows from the core's layout alone, never from the
 * cursor: stepping through a trace moves nothing.
 */
import type { Layout, LayoutDependency } from '../../engine/index';
import { fitted, widthOf } from './label';
import type { Rect } from './viewport';

export interface Box {
  /** Its place in the definition. */
  step: number;
  /** The name, shortened in the middle if need be. */
  label: string;
  tier: number;
  /** Upper left corner. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Arrow {
  from: number;
  to: number;
  /** What closes a cycle leads back, or from a step to itself. */
  kind: 'forward' | 'back' | 'self';
  line: string;
  head: string;
  /** The middle of the line's longest straight piece, for words on it. */
  middle: { x: number; y: number; upright: boolean };
  /** What the line lies within, more or less. */
  bounds: Rect;
  /** How often the definition lists it. */
  times: number;
}

export interface Drawing {
  boxes: readonly Box[];
  arrows: readonly Arrow[];
  width: number;
  height: number;
}

const narrowestBox = 132;
const namePadding = 32;
const boxHeight = 58;

/** The room that each step's box needs. */
export function sizesOf(names: readonly string[]): { width: number; height: number }[] {
  return names.map((name) => ({
    width: Math.max(narrowestBox, Math.ceil(widthOf(fitted(name))) + namePadding),
    height: boxHeight,
  }));
}

/** `steps` are the laid out steps' places in the definition. */
export function drawingOf(layout: Layout, steps: ArrayLike<number>): Drawing {
  const numbers = new Map<string, number>();
  const boxes = layout.steps.map(({ name, x, y, width, height, tier }, at): Box => {
    const step = steps[at] ?? -1;
    numbers.set(name, step);
    return { step, label: fitted(name), tier, x: x - width / 2, y: y - height / 2, width, height };
  });
  const arrows = new Map<string, Arrow>();
  for (const dependency of layout.dependencies) {
    const from = numbers.get(dependency.from) ?? -1;
    const to = numbers.get(dependency.to) ?? -1;
    const drawn = arrows.get(`${from} ${to}`);
    if (drawn) drawn.times += 1;
    else arrows.set(`${from} ${to}`, arrowOf(dependency, from, to));
  }
  return { boxes, arrows: [...arrows.values()], width: layout.width, height: layout.height };
}

type Point = LayoutDependency['points'][number];

const headLength = 10;
const headWidth = 9;
const none: Point = { x: 0, y: 0 };

function arrowOf({ points, reversed }: LayoutDependency, from: number, to: number): Arrow {
  const tip = points.at(-1) ?? none;
  const before = points.findLast(({ x, y }) => Math.hypot(tip.x - x, tip.y - y) > 0.5) ?? tip;
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  // The line ends within its head, lest its own width blunt the tip.
  const end = { x: tip.x - along.x * (headLength - 2), y: tip.y - along.y * (headLength - 2) };
  const foot = { x: tip.x - along.x * headLength, y: tip.y - along.y * headLength };
  const side = { x: (-along.y * headWidth) / 2, y: (along.x * headWidth) / 2 };
  const head = `M${at(tip)}L${at({ x: foot.x + side.x, y: foot.y + side.y })}L${at({ x: foot.x - side.x, y: foot.y - side.y })}Z`;
  const [start = none, ...rest] = [...points.slice(0, -1), end];
  const line = `M${at(start)}C${rest.map(at).join(' ')}`;
  const kind = from === to ? 'self' : reversed ? 'back' : 'forward';
  return {
    from,
    to,
    kind,
    line,
    head,
    middle: middleOf(points),
    bounds: boundsOf(points),
    times: 1,
  };
}

// A curve lies within its points.
function boundsOf(points: readonly Point[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function middleOf(points: readonly Point[]): Arrow['middle'] {
  let longest = -1;
  let middle = { ...none, upright: false };
  for (let i = 0; i + 3 < points.length; i += 3) {
    const { x, y, width, height } = boundsOf(points.slice(i, i + 4));
    // Only where the line is straight.
    const length = Math.min(width, height) < 1 ? width + height : 0;
    if (length <= longest) continue;
    longest = length;
    middle = { x: x + width / 2, y: y + height / 2, upright: height > width };
  }
  return middle;
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
