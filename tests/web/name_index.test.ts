import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Blocks, blockSize } from '../../web/src/views/editor/blocks';
import { NameIndex, split } from '../../web/src/views/name_index';

async function indexOf(...names: string[]): Promise<NameIndex> {
  const index = await NameIndex.of(
    names.map((name) => ({ name })),
    () => true,
  );
  if (!index) throw new Error('Nobody has given up.');
  return index;
}

test('the name itself comes first, then what begins so, then what contains it', async () => {
  const names = ['old-load', 'loading', 'load', 'Load all', 'unload', 'extract'];
  const index = await indexOf(...names);
  const { best, count } = index.find('LOAD', 12);
  expect(best.map((at) => names[at])).toEqual([
    'load',
    'loading',
    'Load all',
    'unload',
    'old-load',
  ]);
  expect(count).toBe(5);
  expect(index.find('load', 2)).toEqual({ best: [2, 1], count: 5 });
  expect(index.find('nowhere', 12)).toEqual({ best: [], count: 0 });
  expect(index.find('', 12)).toEqual({ best: [], count: 0 });
});

test('of any names all that match are counted, and none better is left out', async () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'B', 'é'), maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(name, { maxLength: 30 }), name, async (names, part) => {
      fc.pre(part !== '');
      const { best, count } = (await indexOf(...names)).find(part, 4);
      const wanted = part.toLowerCase();
      const rank = (at: number) => {
        const found = (names[at] ?? '').toLowerCase();
        return (found.startsWith(wanted) ? 0 : 100) + found.length;
      };
      const all = [...names.keys()].filter((at) => names[at]?.toLowerCase().includes(wanted));
      expect(count).toBe(all.length);
      const ranks = all.map(rank).sort((a, b) => a - b);
      expect(best.map(rank)).toEqual(ranks.slice(0, 4));
    }),
  );
});

test('sixty thousand names are searched within ten milliseconds', async () => {
  const names = Array.from({ length: 60_000 }, (_, at) => `package-${(at * 7919) % 60_000}-dev`);
  const index = await indexOf(...names);
  const times = ['p', '-', 'dev', 'package-1', '42-d', 'nowhere'].map((part) => {
    index.find(part, 12);
    const start = performance.now();
    index.find(part, 12);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(10);
  expect(times.toSorted((a, b) => a - b)[3]).toBeLessThan(10);
});

test('a newer pipeline ends the reading of names', async () => {
  const steps = Array.from({ length: 2_000_000 }, () => ({ name: 'Same' }));
  expect(await NameIndex.of(steps, () => false)).toBeNull();
});

test('what was typed is marked in the name', () => {
  expect(split('Load all', 'LOAD')).toEqual(['', 'Load', ' all']);
  expect(split('unload', 'load')).toEqual(['un', 'load', '']);
  // A letter that is two when it is small.
  expect(split('İstanbul', 'stan')).toBeNull();
});

test('blocks cover what is in sight, and the room of the others is kept', () => {
  const blocks = new Blocks();
  const all = blocks.inSight(100, 0, 1e9);
  expect(all.blocks.length).toBe(Math.ceil(100 / blockSize));
  expect([all.before, all.behind]).toEqual([0, 0]);
  const whole = blocks.startOf(1000);
  const part = blocks.inSight(1000, whole / 2, 500);
  const drawn = part.blocks.length * blocks.startOf(blockSize);
  expect(part.before + drawn + part.behind).toBeCloseTo(whole);
  expect(part.before).toBeLessThanOrEqual(whole / 2);
  expect(part.before + drawn).toBeGreaterThan(whole / 2 + 500);
  expect(blocks.measured([{ from: 0, height: 1000 }])).toBe(true);
  expect(blocks.startOf(3 * blockSize)).toBe(3000);
  expect(blocks.measured([{ from: blockSize, height: 10 }])).toBe(false);
  expect(blocks.startOf(3 * blockSize)).toBe(2010);
});
