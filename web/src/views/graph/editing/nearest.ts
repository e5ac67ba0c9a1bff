/** Which dependency lies at a point of the drawing. */
import type { Arrow, Drawing } from '../drawing';
import type { Rect } from '../viewport';

export interface Point {
  x: number;
  y: number;
}

/** So many straight pieces stand for one curve. */
const pieces = 12;

/** The nearest dependency no farther away than `reach`; null for none. */
export function dependencyAt({ arrows }: Drawing, point: Point, reach: number): Arrow | null {
  let nearest: Arrow | null = null;
  let least = reach;
  for (const arrow of arrows) {
    if (!isNear(arrow.bounds, point, reach)) continue;
    const distance = distanceTo(pointsOn(arrow.line), point);
    if (distance > least) continue;
    nearest = arrow;
    least = distance;
  }
  return nearest;
}

function isNear({ x, y, width, height }: Rect, point: Point, reach: number): boolean {
  return (
    point.x >= x - reach &&
    point.x <= x + width + reach &&
    point.y >= y - reach &&
    point.y <= y + height + reach
  );
}

/** Points along a line as it is drawn: cubic curves, one after the other. */
function pointsOn(line: string): Point[] {
  const numbers = (line.match(/-?[\d.]+/g) ?? []).map(Number);
  const at = (place: number): Point => ({ x: numbers[place] ?? 0, y: numbers[place + 1] ?? 0 });
  const points = [at(0)];
  for (let place = 0; place + 7 < numbers.length; place += 6) {
    const corners = [at(place), at(place + 2), at(place + 4), at(place + 6)] as const;
    for (let piece = 1; piece <= pieces; piece += 1) points.push(onCurve(corners, piece / pieces));
  }
  return points;
}

function onCurve([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const s = 1 - t;
  const mixed = (axis: 'x' | 'y') =>
    s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
  return { x: mixed('x'), y: mixed('y') };
}

function distanceTo(points: readonly Point[], point: Point): number {
  let least = Number.POSITIVE_INFINITY;
  points.slice(1).forEach((end, at) => {
    least = Math.min(least, distanceToPiece(points[at] ?? end, end, point));
  });
  return least;
}

function distanceToPiece(start: Point, end: Point, { x, y }: Point): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - start.x) * dx + (y - start.y) * dy) / length;
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(x - start.x - part * dx, y - start.y - part * dy);
}
