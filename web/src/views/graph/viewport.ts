/** How large the drawing is on the screen, and how far its region is scrolled. */

export interface Size {
  width: number;
  height: number;
}

/** A drawing's scale and the region's scroll offsets. */
export interface View {
  scale: number;
  left: number;
  top: number;
}

export interface Rect extends Size {
  x: number;
  y: number;
}

/** A small picture is shown larger, as long as it looks calm; on a projector's wall that is larger still. */
const largestFit = (region: Size) => Math.max(1.3, region.width / 1000);
/** Names can still be read at this scale; what would have to be smaller to fit is scrolled. */
export const readable = 0.62;
const comfortable = 0.85;
export const largest = 3;

/** The scale at which all of the drawing fits. */
export function fitScale(drawing: Size, region: Size): number {
  const fits = Math.min(region.width / drawing.width, region.height / drawing.height);
  return Math.min(largestFit(region), fits);
}

/** The scale of the first view: all of the drawing if it can be read then, else one that is easy to read. */
export function firstScale(drawing: Size, region: Size): number {
  const fits = fitScale(drawing, region);
  return fits >= readable ? fits : comfortable;
}

export function smallest(drawing: Size, region: Size): number {
  return Math.min(0.4, fitScale(drawing, region));
}

/** How wide the empty edges are on either side of a drawing that is smaller than its region. */
export function margins(drawing: Size, region: Size, scale: number): { left: number; top: number } {
  const margin = (length: number, room: number) => Math.max(0, (room - length * scale) / 2);
  return {
    left: margin(drawing.width, region.width),
    top: margin(drawing.height, region.height),
  };
}

/** Where the drawing's upper left corner is in the region. */
export function origin(view: View, drawing: Size, region: Size): { x: number; y: number } {
  const { left, top } = margins(drawing, region, view.scale);
  return { x: left - view.left, y: top - view.top };
}

/** No region scrolls further than its drawing goes. */
export function bounded({ scale, left, top }: View, drawing: Size, region: Size): View {
  const within = (offset: number, length: number, room: number) =>
    Math.max(0, Math.min(offset, length * scale - room));
  return {
    scale,
    left: within(left, drawing.width, region.width),
    top: within(top, drawing.height, region.height),
  };
}

/** Zooms by a factor, within limits, while the point (x, y) of the region keeps what it shows. */
export function zoomAt(
  view: View,
  factor: number,
  { x, y }: { x: number; y: number },
  drawing: Size,
  region: Size,
): View {
  const least = smallest(drawing, region);
  const scale = Math.max(least, Math.min(largest, view.scale * factor));
  const before = margins(drawing, region, view.scale);
  const after = margins(drawing, region, scale);
  const ratio = scale / view.scale;
  return {
    scale,
    left: (view.left + x - before.left) * ratio + after.left - x,
    top: (view.top + y - before.top) * ratio + after.top - y,
  };
}

/** Scrolls no further than it takes to have the box on the screen with some air around it. */
export function reveal(
  view: View,
  box: Rect,
  region: Size,
  margin: { left: number; top: number },
): View {
  const air = 32;
  const axis = (offset: number, place: number, length: number, room: number) => {
    const start = place - air;
    const size = length + 2 * air;
    // What is larger than the region is shown from its start.
    if (start < offset || size > room) return Math.max(0, start);
    return Math.max(offset, start + size - room);
  };
  const { scale } = view;
  return {
    scale,
    left: axis(view.left, margin.left + box.x * scale, box.width * scale, region.width),
    top: axis(view.top, margin.top + box.y * scale, box.height * scale, region.height),
  };
}

/** The part of the drawing that is on the screen, in the drawing's own units. */
export function visible(view: View, drawing: Size, region: Size): Rect {
  const { left, top } = margins(drawing, region, view.scale);
  const axis = (scroll: number, margin: number, length: number, room: number) => {
    const from = Math.max(0, (scroll - margin) / view.scale);
    const to = Math.min(length, (scroll + room - margin) / view.scale);
    return [from, Math.max(0, to - from)] as const;
  };
  const [x, width] = axis(view.left, left, drawing.width, region.width);
  const [y, height] = axis(view.top, top, drawing.height, region.height);
  return { x, y, width, height };
}

/** Whether something of the drawing is off the screen. */
export function isCut(scale: number, drawing: Size, region: Size): boolean {
  return drawing.width * scale > region.width + 1 || drawing.height * scale > region.height + 1;
}
