/** The lines of the picture: from port to port, level where they pass a tier, back dependencies round below. */
import { backLine, type Direction, forwardLine, type Line, type Spot, selfLine } from './paths';
import type { Placed } from './placing';
import type { Link, Slot } from './slots';

export interface Arrow extends Line {
  from: number;
  to: number;
  /** Which of several between the same two steps. */
  nth: number;
  kind: 'forward' | 'back' | 'self';
}

export const laneGap = 24;
/** How far a back dependency stands off the boxes it leaves and enters. */
export const standOff = 20;
const portGap = 14;

export function route(links: readonly Link[], placed: Placed, direction: Direction): Arrow[] {
  const leaving = portsFor(links, placed, 'from');
  const entering = portsFor(links, placed, 'to');
  const lanes = lanesFor(links, placed);
  return links.flatMap((link): Arrow[] => {
    const from = placed.boxes[link.from];
    const to = placed.boxes[link.to];
    if (!from || !to) return [];
    const ends = { from: link.from, to: link.to, nth: link.nth };
    if (from === to) return [{ ...ends, kind: 'self', ...selfLine(to, link.nth, direction) }];
    const start = { main: from.main + from.mainSize / 2, cross: leaving.get(link) ?? from.cross };
    const tip = { main: to.main - to.mainSize / 2, cross: entering.get(link) ?? to.cross };
    const lane = lanes.get(link);
    if (lane !== undefined) {
      return [{ ...ends, kind: 'back', ...backLine(start, tip, lane, standOff, direction) }];
    }
    const level = link.way.flatMap((slot): [Spot, Spot][] => {
      const spots = placed.passing.get(slot);
      return spots ? [spots] : [];
    });
    return [{ ...ends, kind: 'forward', ...forwardLine(start, level, tip, direction) }];
  });
}

/** The shortest way round gets the lane next to the boxes, so that lanes do not cross. */
function lanesFor(links: readonly Link[], { boxes, bounds }: Placed): Map<Link, number> {
  const span = (link: Link) => (boxes[link.from]?.main ?? 0) - (boxes[link.to]?.main ?? 0);
  const backs = links.filter((link) => link.back && link.from !== link.to);
  backs.sort((a, b) => span(a) - span(b));
  return new Map(backs.map((link, at) => [link, bounds.high + laneGap * (at + 1)]));
}

/** Each line meets its box at a port of its own, in the order of where it comes from or goes to. */
function portsFor(links: readonly Link[], placed: Placed, end: 'from' | 'to'): Map<Link, number> {
  const groups = new Map<number, Link[]>();
  for (const link of links) {
    if (link.from === link.to) continue;
    const group = groups.get(link[end]);
    if (group) group.push(link);
    else groups.set(link[end], [link]);
  }
  const ports = new Map<Link, number>();
  for (const [step, group] of groups) {
    const box = placed.boxes[step];
    if (!box) continue;
    group.sort((a, b) => farEnd(a, end, placed) - farEnd(b, end, placed) || a.nth - b.nth);
    const apart = Math.min(portGap, (box.crossSize - 24) / Math.max(1, group.length - 1));
    // Back dependencies, which come last, do not push the others out of the middle as long as there is room.
    const middle = group.filter((link) => !link.back).length || group.length;
    const first = Math.max((middle - 1) / 2, group.length - 1 - (box.crossSize - 24) / 2 / apart);
    group.forEach((link, at) => {
      ports.set(link, box.cross + (at - first) * apart);
    });
  }
  return ports;
}

function farEnd(link: Link, end: 'from' | 'to', { boxes, passing }: Placed): number {
  if (link.back) return Number.POSITIVE_INFINITY;
  const next: Slot | undefined = end === 'to' ? link.way.at(-1) : link.way[0];
  const passed = next && passing.get(next)?.[0].cross;
  return passed ?? boxes[end === 'to' ? link.from : link.to]?.cross ?? 0;
}
