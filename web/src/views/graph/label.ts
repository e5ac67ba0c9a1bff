/** Step names as they fit into a box. */

// Widths in pixels of the graph's 14 px monospace type; ideographs and emoji take two places.
const narrow = 8.45;
const wide = 2 * narrow;

export const widestName = 170;

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of segments.segment(text)) width += widthOfSegment(segment);
  return width;
}

/** The name, or its two ends with an ellipsis between them when it is too wide. */
export function fitted(name: string, room: number = widestName): string {
  // Nobody's box holds more than this, and a name may be a megabyte long.
  const start = [...segments.segment(name.slice(0, 200))].map((part) => part.segment);
  if (name.length <= 200 && widthOf(name) <= room) return name;
  const end = [...segments.segment(name.slice(-200))].map((part) => part.segment);
  const half = (room - narrow) / 2;
  return `${take(start, half)}…${take(end.reverse(), half, true)}`;
}

function take(parts: readonly string[], room: number, backwards = false): string {
  let taken = '';
  let left = room;
  for (const part of parts) {
    left -= widthOfSegment(part);
    if (left < 0) break;
    taken = backwards ? part + taken : taken + part;
  }
  return taken;
}

function widthOfSegment(segment: string): number {
  return (segment.codePointAt(0) ?? 0) >= 0x1100 ? wide : narrow;
}
