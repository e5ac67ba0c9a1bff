/** Which dependency lies at a point of the drawing. */
import type { Arrow, Drawing } from '../drawing';
import { make } from '../svg';
import type { Rect } from '../viewport';

/** A dependency can be hit this far from its line, in pixels of the screen; what is hit sooner is nearer. */
const reaches = [3, 7, 12];

/** Measures with a line of its own, of which nothing is seen: the drawn ones may be dashed. */
export class Nearest {
  readonly #line: SVGPathElement;

  constructor(parent: SVGElement) {
    this.#line = make('path', { class: 'measure' }, parent);
  }

  /** Null when there is none; `scale` is the drawing's. */
  at({ arrows }: Drawing, point: DOMPoint, scale: number): Arrow | null {
    for (const pixels of reaches) {
      const reach = pixels / scale;
      this.#line.style.strokeWidth = String(2 * reach);
      const hit = arrows.find(
        ({ bounds, line }) => isNear(bounds, point, reach) && this.#isOn(line, point),
      );
      if (hit) return hit;
    }
    return null;
  }

  #isOn(line: string, point: DOMPoint): boolean {
    this.#line.setAttribute('d', line);
    return this.#line.isPointInStroke(point);
  }
}

function isNear({ x, y, width, height }: Rect, point: DOMPoint, reach: number): boolean {
  return (
    point.x >= x - reach &&
    point.x <= x + width + reach &&
    point.y >= y - reach &&
    point.y <= y + height + reach
  );
}
