/** Which part of the drawing is on the screen, and how large: a point of the drawing stands at point · scale + offset. */

export interface Size {
  width: number;
  height: number;
}

export interface View {
  scale: number;
  left: number;
  top: number;
}

/** A small picture is shown larger, as long as it looks calm. */
const largestFit = 1.3;
/** Names can still be read at this scale; what would have to be smaller to fit is cut off and can be moved. */
export const readable = 0.62;
const comfortable = 0.85;
export const largest = 3;
/** How far an edge of the picture may be moved into the region. */
const slack = 48;

/** The scale at which all of the drawing fits. */
export function fitScale(drawing: Size, region: Size): number {
  const fits = Math.min(region.width / drawing.width, region.height / drawing.height);
  return Math.min(largestFit, fits);
}

export function smallest(drawing: Size, region: Size): number {
  return Math.min(0.4, fitScale(drawing, region));
}

export function wholeView(drawing: Size, region: Size): View {
  return settle({ scale: fitScale(drawing, region), left: 0, top: 0 }, drawing, region);
}

/** The first view of a drawing: all of it if it can be read then, else its beginning. */
export function firstView(drawing: Size, region: Size): View {
  if (fitScale(drawing, region) >= readable) return wholeView(drawing, region);
  return settle({ scale: comfortable, left: 0, top: 0 }, drawing, region);
}

/** Keeps the picture in the region: in its middle where it is smaller, without wide empty edges where it is larger. */
export function settle(view: View, drawing: Size, region: Size): View {
  const scale = Math.max(smallest(drawing, region), Math.min(largest, view.scale));
  return {
    scale,
    left: settleAxis(view.left, drawing.width * scale, region.width),
    top: settleAxis(view.top, drawing.height * scale, region.height),
  };
}

function settleAxis(offset: number, length: number, room: number): number {
  if (length <= room) return (room - length) / 2;
  return Math.max(room - length - slack, Math.min(slack, offset));
}

/** Zooms by a factor while the point of the region keeps what it shows. */
export function zoomAt(view: View, factor: number, x: number, y: number): View {
  return {
    scale: view.scale * factor,
    left: x - (x - view.left) * factor,
    top: y - (y - view.top) * factor,
  };
}

/** Moves no further than it takes to have the box on the screen with some air around it. */
export function reveal(
  view: View,
  box: { x: number; y: number; width: number; height: number },
  region: Size,
  air = 32,
): View {
  const start = (offset: number, place: number) => offset + place * view.scale - air;
  const move = (from: number, length: number, room: number) => {
    const size = length * view.scale + 2 * air;
    // What is larger than the region is shown from its start.
    if (from < 0 || size > room) return -from;
    return Math.min(0, room - (from + size));
  };
  return {
    scale: view.scale,
    left: view.left + move(start(view.left, box.x), box.width, region.width),
    top: view.top + move(start(view.top, box.y), box.height, region.height),
  };
}

/** Whether something of the drawing is off the screen. */
export function isCut(view: View, drawing: Size, region: Size): boolean {
  return (
    drawing.width * view.scale > region.width + 1 || drawing.height * view.scale > region.height + 1
  );
}
