/**
 * Takes out of the drawing what is far from the part that is seen: what a browser lays out and paints takes time even
 * where nobody sees it. The groups themselves stay, and so do the boxes in them, for the keyboard and for screen readers.
 */
import { afterPaint } from '../after_render';
import type { Rect } from './viewport';

/** What can be taken out of its group. */
export interface Part {
  bounds: Rect;
  group: Element;
  elements: readonly Element[];
}

/** To draw so many parts more, or fewer, hardly lengthens a frame. */
const aFrame = 24;

export class Culling {
  /** Around what is seen, lest every movement leads to something new. */
  #kept: Rect | null = null;
  /** The first part that has yet to be looked at; none when all is as it should be. */
  #next = Infinity;

  constructor(private readonly parts: readonly Part[]) {}

  /** What is seen is drawn at once, and what is around it in the frames to come. */
  show(seen: Rect): void {
    const isKept = this.#kept && contains(this.#kept, seen);
    if (isKept && this.#next >= this.parts.length) return;
    for (const part of this.parts) {
      const isSeen = touches(seen, part.bounds);
      // At first everything is in the drawing.
      if (isSeen || !this.#kept) keep(part, isSeen);
    }
    if (isKept) return;
    this.#kept = grown(seen);
    if (this.#next >= this.parts.length) afterPaint(() => this.#go());
    this.#next = 0;
  }

  #go(): void {
    let changed = 0;
    for (; changed < aFrame && this.#next < this.parts.length; this.#next += 1) {
      const part = this.parts[this.#next];
      if (part && this.#kept && keep(part, touches(this.#kept, part.bounds))) changed += 1;
    }
    if (this.#next < this.parts.length) afterPaint(() => this.#go());
  }
}

/** Whether anything had to be done for it. Not by `display`: what is not displayed still has all its parts laid out. */
function keep({ group, elements }: Part, wanted: boolean): boolean {
  if ((elements[0]?.parentNode === group) === wanted) return false;
  if (wanted) group.append(...elements);
  else for (const element of elements) element.remove();
  return true;
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
function touches(a: Rect, b: Rect): boolean {
  return (
    a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
  );
}
/** Half its size more on every side. */
function grown({ x, y, width, height }: Rect): Rect {
  return { x: x - width / 2, y: y - height / 2, width: width * 2, height: height * 2 };
}
