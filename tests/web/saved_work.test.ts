import { expect, test } from 'vitest';
import { SavedWork } from '../../web/src/state/saved_work';
import type { Work } from '../../web/src/state/store';

const work: Work = {
  document: {
    definition: { name: 'mine', steps: [{ name: 'a', max_retries: 0, extra: { deep: [1] } }] },
    breakage: [{ from: 'a', to: 'a' }],
  },
  cursor: 7,
  speed: 4,
  theme: 'dark',
};

class MemoryStorage implements Storage {
  readonly kept = new Map<string, string>();
  get length() {
    return this.kept.size;
  }
  clear() {
    this.kept.clear();
  }
  getItem(key: string) {
    return this.kept.get(key) ?? null;
  }
  key(at: number) {
    return [...this.kept.keys()][at] ?? null;
  }
  removeItem(key: string) {
    this.kept.delete(key);
  }
  setItem(key: string, value: string) {
    this.kept.set(key, value);
  }
}

function savedAs(text: string): SavedWork {
  const storage = new MemoryStorage();
  storage.setItem('run-orchestrator', text);
  return new SavedWork(() => storage);
}

test('what was saved is restored', () => {
  const storage = new MemoryStorage();
  const saved = new SavedWork(() => storage);
  expect(saved.save(work)).toBeNull();
  expect(saved.restore()).toEqual({ work, problem: null });
});

test('a first visit has nothing to restore and nothing to complain about', () => {
  expect(new SavedWork(() => new MemoryStorage()).restore()).toEqual({ work: null, problem: null });
});

test.each([
  'not JSON',
  'null',
  '[]',
  '{}',
  '{"version":2,"definition":{"steps":[]}}',
  '{"version":1,"definition":{"steps":"many"}}',
  '{"version":1,"definition":{"steps":[null]}}',
  '{"version":1,"definition":{"steps":[{"name":7}]}}',
  '{"version":1,"definition":{"steps":[{"name":"a","depends_on":[7]}]}}',
  '{"version":1,"definition":{"steps":[{"name":"a","action":"go"}]}}',
])('work that cannot be read (%s) costs a sentence', (text) => {
  const { work: restored, problem } = savedAs(text).restore();
  expect(restored).toBeNull();
  expect(problem).toMatch(/could not be read/);
});

test('work that cannot be read is set aside and not overwritten', () => {
  const storage = new MemoryStorage();
  storage.setItem('run-orchestrator', 'torn');
  const saved = new SavedWork(() => storage);
  saved.restore();
  saved.save(work);
  expect([...storage.kept.values()]).toContain('torn');
});

test('wrong preferences fall back to the usual ones', () => {
  const definition = { steps: [] };
  const text = JSON.stringify({ version: 1, definition, cursor: -1.5, speed: 99, theme: 'neon' });
  expect(savedAs(text).restore().work).toEqual({
    document: { definition, breakage: [] },
    cursor: 0,
    speed: 1,
    theme: 'system',
  });
});

test('forbidden storage is survived with a sentence', () => {
  const saved = new SavedWork(() => {
    throw new Error('SecurityError');
  });
  expect(saved.restore().problem).toMatch(/does not let the page keep/);
  expect(saved.save(work)).toMatch(/full or blocked/);
});
