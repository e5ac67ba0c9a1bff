/** Which parts of a large picture are in the drawing: elements are stood for by the little that is asked of them. */
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { Culling } from '../../web/src/views/graph/culling';

let frames: (() => void)[] = [];
beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('setTimeout', (act: () => void) => act());
});

class Piece {
  parentNode: Piece | null = null;
  append(...pieces: Piece[]): void {
    for (const piece of pieces) piece.parentNode = this;
  }
  remove(): void {
    this.parentNode = null;
  }
}

/** Boxes of 10 by 10 in a row, 20 apart. */
function row(count: number) {
  const parts = Array.from({ length: count }, (_, at) => {
    const group = new Piece();
    const elements = [new Piece(), new Piece()];
    group.append(...elements);
    return { bounds: { x: 20 * at, y: 0, width: 10, height: 10 }, group, elements };
  });
  const drawn = () =>
    parts.flatMap(({ group, elements }, at) =>
      elements.every(({ parentNode }) => parentNode === group) ? [at] : [],
    );
  return { culling: new Culling(parts as never), drawn };
}

const seen = (x: number, width: number) => ({ x, y: 0, width, height: 10 });
const within = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, at) => at).filter(
    (at) => 20 * at + 10 >= from && 20 * at <= to,
  );

function finish(): void {
  for (let next = frames.shift(); next; next = frames.shift()) next();
}

test('at first just what is seen is drawn, and what is around it follows', () => {
  const { culling, drawn } = row(100);
  culling.show(seen(400, 200));
  expect(drawn()).toEqual(within(400, 600, 100));
  finish();
  expect(drawn()).toEqual(within(300, 700, 100));
});

test('no frame brings, or takes, more than a few parts', () => {
  const { culling, drawn } = row(1000);
  culling.show(seen(0, 2000));
  finish();
  culling.show(seen(15_000, 2000));
  let before = drawn();
  while (frames.length > 0) {
    frames.shift()?.();
    const now = drawn();
    const changed = [...now, ...before].filter((at) => now.includes(at) !== before.includes(at));
    expect(changed.length).toBeLessThanOrEqual(24);
    before = now;
  }
  expect(before).toEqual(within(14_000, 18_000, 1000));
});

test('however one moves, what is seen is drawn, and at rest nothing that is far', () => {
  const move = fc.record({
    x: fc.integer({ min: 0, max: 4000 }),
    width: fc.integer({ min: 10, max: 1500 }),
    frames: fc.nat({ max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 12 }), (moves) => {
      const { culling, drawn } = row(200);
      for (const { x, width, frames: count } of moves) {
        culling.show(seen(x, width));
        const now = new Set(drawn());
        expect(within(x, x + width, 200).filter((at) => !now.has(at))).toEqual([]);
        for (let i = 0; i < count; i += 1) frames.shift()?.();
      }
      finish();
      const { x, width } = moves.at(-1) ?? { x: 0, width: 0 };
      const far = 1500 * 2;
      for (const at of drawn()) {
        expect(20 * at + 10).toBeGreaterThanOrEqual(x - far);
        expect(20 * at).toBeLessThanOrEqual(x + width + far);
      }
    }),
  );
});
