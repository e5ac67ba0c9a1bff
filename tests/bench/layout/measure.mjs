/**
 * What is counted in a drawing: {steps: [{x, y, width, height, layer}], paths: [[{x, y}, …], …], links: [[from, to], …]},
 * where x and y are a box's middle, and paths[i] is the polyline of links[i].
 */

/** The way from a to b through two control points, without its start: one segment where it is straight. */
function curve([a, b, c, d], pieces) {
  if (isBetween(a, d, b) && isBetween(a, d, c)) return [d];
  return Array.from({ length: pieces }, (_, i) => {
    const t = (i + 1) / pieces;
    const s = 1 - t;
    const mix = (key) =>
      s ** 3 * a[key] + 3 * s * s * t * b[key] + 3 * s * t * t * c[key] + t ** 3 * d[key];
    return { x: mix('x'), y: mix('y') };
  });
}

/** Cuts a chain of cubic Bézier curves into a polyline. */
export function flattened(points, pieces = 16) {
  const line = [points[0]];
  for (let i = 0; i + 3 < points.length; i += 3)
    line.push(...curve(points.slice(i, i + 4), pieces));
  return line;
}

const turn = (a, b, p) => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
const side = (a, b, p) => Math.sign(turn(a, b, p));
const isBetween = (a, b, p) =>
  turn(a, b, p) === 0 && (p.x - a.x) * (p.x - b.x) + (p.y - a.y) * (p.y - b.y) <= 0;

const isCrossing = (a, b, c, d) =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Calls found(i, j) for every two of these boxes {left, right, top, bottom} that touch; sweeps from left to right. */
function pairsThatTouch(boxes, found) {
  const order = boxes.map((_, i) => i).sort((i, j) => boxes[i].left - boxes[j].left);
  let open = [];
  for (const i of order) {
    const own = boxes[i];
    open = open.filter((j) => boxes[j].right >= own.left);
    for (const j of open) {
      if (boxes[j].top <= own.bottom && boxes[j].bottom >= own.top) found(j, i);
    }
    open.push(i);
  }
}

const around = ({ a, b }) => ({
  left: Math.min(a.x, b.x),
  right: Math.max(a.x, b.x),
  top: Math.min(a.y, b.y),
  bottom: Math.max(a.y, b.y),
});

/** Crossings of segments {a, b, owner} with different owners. */
function crossingsOf(segments) {
  let count = 0;
  pairsThatTouch(segments.map(around), (i, j) => {
    const [one, other] = [segments[i], segments[j]];
    if (one.owner !== other.owner && isCrossing(one.a, one.b, other.a, other.b)) count++;
  });
  return count;
}

/** Crossings of straight lines between the middles of the boxes: what the arrangement alone is to blame for. */
const straightCrossings = ({ steps, links }) =>
  crossingsOf(links.map(([from, to], owner) => ({ a: steps[from], b: steps[to], owner })));

const segmentsOf = ({ paths }) =>
  paths.flatMap((path, owner) => path.slice(1).map((b, i) => ({ a: path[i], b, owner })));

/** Of a step's box, made smaller so that what only touches its border does not count. */
const edgesOf = ({ x, y, width, height }, inset) => ({
  left: x - width / 2 + inset,
  right: x + width / 2 - inset,
  top: y - height / 2 + inset,
  bottom: y + height / 2 - inset,
});

function overlaps({ steps }) {
  let count = 0;
  pairsThatTouch(
    steps.map((step) => edgesOf(step, 0.5)),
    () => count++,
  );
  return count;
}

/** Whether a segment has a part in common with a box (clipping after Liang and Barsky, 1984). */
function meetsBox({ a, b }, { left, right, top, bottom }) {
  let enter = 0;
  let leave = 1;
  const clip = (delta, room) => {
    if (delta === 0) return room >= 0;
    const t = room / delta;
    if (delta < 0) enter = Math.max(enter, t);
    else leave = Math.min(leave, t);
    return enter <= leave;
  };
  return (
    clip(a.x - b.x, a.x - left) &&
    clip(b.x - a.x, right - a.x) &&
    clip(a.y - b.y, a.y - top) &&
    clip(b.y - a.y, bottom - a.y)
  );
}

/** How many pairs there are of a path and a step under which it runs that is neither of its ends. */
function pathsUnderSteps(drawing) {
  const { steps, links } = drawing;
  const segments = segmentsOf(drawing);
  const boxes = [...steps.map((step) => edgesOf(step, 1)), ...segments.map(around)];
  const found = new Set();
  pairsThatTouch(boxes, (i, j) => {
    const step = Math.min(i, j);
    const segment = segments[Math.max(i, j) - steps.length];
    if (step >= steps.length || !segment) return;
    if (links[segment.owner].includes(step) || !meetsBox(segment, boxes[step])) return;
    found.add(step * links.length + segment.owner);
  });
  return found.size;
}

/** What must not be there at all. */
export const faultsOf = (drawing) => ({
  overlaps: overlaps(drawing),
  under: pathsUnderSteps(drawing),
});

export const countsOf = (drawing) => ({
  straight: straightCrossings(drawing),
  paths: crossingsOf(segmentsOf(drawing)),
  ...faultsOf(drawing),
});

/** Places in `steps`, layer by layer, in the sequence in which they are drawn. */
function layersOf(steps) {
  const layers = new Map();
  for (const [i, { layer }] of steps.entries()) {
    if (!layers.has(layer)) layers.set(layer, []);
    layers.get(layer).push(i);
  }
  for (const layer of layers.values()) layer.sort((i, j) => steps[i].y - steps[j].y);
  return [...layers.values()];
}

/**
 * Whether there are two steps that share a layer in both drawings, in opposite sequences. A drawing's steps are told
 * apart by their names.
 */
export function hasFlips(before, after) {
  const places = new Map(after.names.map((name, i) => [name, i]));
  return layersOf(before.steps).some((layer) => {
    const now = layer
      .map((i) => after.steps[places.get(before.names[i])])
      .filter((step) => step !== undefined);
    return now.some((one, i) =>
      now.slice(i + 1).some((other) => one.layer === other.layer && one.y > other.y),
    );
  });
}
