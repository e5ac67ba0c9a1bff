/** The keyboard's way through the picture: along dependencies, and within a tier. */
import type { Box, Drawing } from './drawing';

export type Way = 'upstream' | 'downstream' | 'before' | 'after';

/** Which way an arrow key leads when tiers lie one beside the other, or one below the other. */
export function wayOf(key: string, direction: 'right' | 'down'): Way | null {
  const ways: Record<string, Way> =
    direction === 'right'
      ? { ArrowLeft: 'upstream', ArrowRight: 'downstream', ArrowUp: 'before', ArrowDown: 'after' }
      : { ArrowUp: 'upstream', ArrowDown: 'downstream', ArrowLeft: 'before', ArrowRight: 'after' };
  return ways[key] ?? null;
}

/** The next box that way: of several dependencies the nearest one's other end. Null at an edge. */
export function next(drawing: Drawing, from: Box, way: Way): Box | null {
  const candidates =
    way === 'upstream' || way === 'downstream'
      ? neighbours(drawing, from, way)
      : drawing.boxes.filter(
          (box) => box.tier === from.tier && isBeyond(box, from, way === 'after' ? 1 : -1),
        );
  let nearest: Box | null = null;
  for (const box of candidates) {
    if (!nearest || distance(box, from) < distance(nearest, from)) nearest = box;
  }
  return nearest;
}

function neighbours({ boxes, arrows }: Drawing, from: Box, way: 'upstream' | 'downstream'): Box[] {
  const steps = new Set<number>();
  for (const arrow of arrows) {
    if (way === 'upstream' && arrow.to === from.step) steps.add(arrow.from);
    if (way === 'downstream' && arrow.from === from.step) steps.add(arrow.to);
  }
  return boxes.filter((box) => box !== from && steps.has(box.step));
}

// Boxes of one tier share a place across the layers, so one of these differs and the other is about the same.
function isBeyond(box: Box, from: Box, sign: number): boolean {
  const [dx, dy] = [middle(box).x - middle(from).x, middle(box).y - middle(from).y];
  return sign * (Math.abs(dx) > Math.abs(dy) ? dx : dy) > 0;
}

function distance(a: Box, b: Box): number {
  return Math.hypot(middle(a).x - middle(b).x, middle(a).y - middle(b).y);
}

function middle({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}
