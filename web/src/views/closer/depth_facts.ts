/** What can be read off a whole trace, for a claim to be tried on the pipeline that is shown. */
import type { Trace } from '../../engine/index';
import type { DepthTrace } from '../../engine/studies';

/** An event, and the number that makes it remarkable. */
export interface Peak {
  cursor: number;
  count: number;
}

/** The first event with the longest ready queue. Time linear in the order. */
export function longestQueue(trace: Trace): Peak {
  let peak: Peak = { cursor: 0, count: 0 };
  for (let cursor = 0; cursor < trace.length; cursor += 1) {
    const { taken, entered } = trace.moment(cursor);
    if (entered - taken > peak.count) peak = { cursor, count: entered - taken };
  }
  return peak;
}

/** The first event with the most grey steps: so deep a search that calls itself would go. Time linear in the steps. */
export function deepestStack(depth: DepthTrace): Peak {
  const lefts = Array.from(depth.leftIds, (step) => depth.times(step).left);
  let peak: Peak = { cursor: 0, count: 0 };
  let left = 0;
  depth.discoveredIds.forEach((step, before) => {
    const cursor = depth.times(step).discovered;
    while ((lefts[left] ?? Infinity) < cursor) left += 1;
    const count = before + 1 - left;
    if (count > peak.count) peak = { cursor, count };
  });
  return peak;
}

/** The event at which the search first looks at a grey step; null when there is no cycle. Time linear in the events. */
export function firstBack(depth: DepthTrace): number | null {
  if (depth.back.length === 0) return null;
  for (let cursor = 0; cursor < depth.length; cursor += 1) {
    if (depth.moment(cursor).found === 'back') return cursor;
  }
  return null;
}

/** The first place at which two orders of the same steps differ; -1 when they do not. */
export function firstDifference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  for (let place = 0; place < Math.max(one.length, other.length); place += 1) {
    if (one[place] !== other[place]) return place;
  }
  return -1;
}
