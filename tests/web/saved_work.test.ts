import { expect, test } from 'vitest';
import { samples } from '../../web/src/lesson/samples';
import { breakageFor, breakIt } from '../../web/src/state/breakage';
import { copiesIn, copyOf, keepCopy, removeCopy } from '../../web/src/state/copies';
import { keepLeftOver } from '../../web/src/state/left_over';
import { readWork, restoreWork, textOfWork } from '../../web/src/state/saved_work';
import { type Locks, Slots } from '../../web/src/state/slots';
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

/** A browser profile with its tabs; a tab that is closed lets go of its locks. */
class Profile {
  readonly local = new MemoryStorage();
  readonly held = new Set<string>();

  open(tab = new MemoryStorage(), isReload = false) {
    const mine = new Set<string>();
    const locks: Locks = {
      request: async (name, _options, callback) => {
        const isFree = !this.held.has(name);
        if (isFree) {
          this.held.add(name);
          mine.add(name);
        }
        return callback(isFree ? {} : null);
      },
      query: async () => ({ held: [...this.held].map((name) => ({ name })) }),
    };
    const storages = { local: this.local, tab };
    const close = () => {
      for (const name of mine) this.held.delete(name);
    };
    return { tab, storages, slots: new Slots(storages, locks, isReload), close };
  }
}

function savedAs(text: string): Profile {
  const profile = new Profile();
  profile.local.setItem('run-orchestrator', text);
  return profile;
}
function named(name: string): Work {
  return { ...work, document: { definition: { name, steps: [{ name }] }, breakage: [] } };
}
async function visited(profile: Profile, shown: Work, tab?: MemoryStorage) {
  const visit = profile.open(tab);
  await visit.slots.claim(false);
  visit.slots.write(shown);
  return visit;
}

test('what was saved is restored, also the own work beside a shared pipeline', async () => {
  const profile = new Profile();
  const { storages, slots } = await visited(profile, work);
  expect(restoreWork(storages)).toEqual({ work, problem: null, unread: null });
  const own = { definition: { steps: [{ name: 'b' }] }, breakage: [], cursor: 3 };
  const beside = { ...work, document: { ...work.document, own } };
  slots.write(beside);
  expect(restoreWork(storages).work).toEqual(beside);
});

test('the rules of the run are kept with the work, with the own one beside it, and in copies', () => {
  const rules = { policy: 'argo', delay: { kind: 'none', base_ms: 1000, jitter: 0, seed: 1 } };
  const own = { definition: { steps: [{ name: 'b' }] }, breakage: [], rules, cursor: 3 };
  const document = { ...work.document, rules: 'anything, for now', own };
  expect(readWork(textOfWork({ ...work, document }))?.document).toEqual(document);
  const local = new MemoryStorage();
  keepCopy(() => local, copyOf('kept', { ...work.document, rules }, 0));
  expect(copiesIn(() => local)[0]?.document.rules).toEqual(rules);
});

test('a text that cannot be read yet is kept, one that stands for the pipeline need not be', () => {
  const { definition } = work.document;
  for (const isDraft of [true, false]) {
    const writing = { text: '{ "\ud800', of: definition, isDraft };
    const text = textOfWork({ ...work, document: { ...work.document, writing } });
    const restored = readWork(text)?.document;
    expect(restored?.writing).toEqual(isDraft ? writing : undefined);
    if (isDraft) expect(restored?.writing?.of).toBe(restored?.definition);
  }
});

test('a first visit has nothing to restore and nothing to complain about', () => {
  const { storages } = new Profile().open();
  expect(restoreWork(storages)).toEqual({ work: null, problem: null, unread: null });
});

test('work from before there were slots is restored and then moved', async () => {
  const profile = savedAs(JSON.stringify({ version: 1, ...work.document, ...work }));
  const { storages, slots } = profile.open();
  expect(restoreWork(storages).work).toEqual(work);
  await slots.claim(false);
  slots.write(work);
  expect(profile.local.getItem('run-orchestrator')).toBeNull();
  expect(restoreWork(storages).work).toEqual(work);
});

test('work from before there were slots is kept beside other work', async () => {
  const profile = new Profile();
  profile.local.setItem('run-orchestrator', JSON.stringify({ version: 1, ...work.document }));
  await visited(profile, named('other'));
  expect([...profile.local.kept.values()].join()).toContain('mine');
});

test('two tabs have a slot each, and a new one goes on with what was saved last', async () => {
  const profile = new Profile();
  const one = await visited(profile, named('one'));
  const two = await visited(profile, named('two'));
  expect(restoreWork(one.storages).work).toEqual(named('one'));
  expect(restoreWork(two.storages).work).toEqual(named('two'));
  one.slots.write(named('one again'));
  expect(restoreWork(profile.open().storages).work).toEqual(named('one again'));
  expect(restoreWork(two.storages).work).toEqual(named('two'));
});

test('a duplicated tab takes a slot of its own, a reloaded one its old', async () => {
  const profile = new Profile();
  const one = await visited(profile, named('one'));
  const twin = new MemoryStorage();
  for (const [key, value] of one.tab.kept) twin.setItem(key, value);
  const two = await visited(profile, named('two'), twin);
  expect(restoreWork(one.storages).work).toEqual(named('one'));
  two.close();
  await visited(profile, named('two again'), two.tab);
  expect(restoreWork(two.storages).work).toEqual(named('two again'));
  expect(restoreWork(one.storages).work).toEqual(named('one'));
});

test('without locks only a reload takes the old slot again', async () => {
  const local = new MemoryStorage();
  const tab = new MemoryStorage();
  const open = async (isReload: boolean) => {
    await new Slots({ local, tab }, undefined, isReload).claim(false);
    return tab.getItem('run-orchestrator');
  };
  const first = await open(false);
  expect(await open(true)).toBe(first);
  expect(await open(false)).not.toBe(first);
});

test('of many closed tabs the oldest are surplus, never one that is open', async () => {
  const profile = new Profile();
  const open = await visited(profile, named('open'));
  for (let at = 0; at < 10; at += 1) (await visited(profile, named(`closed ${at}`))).close();
  const mine = await visited(profile, named('my own'));
  const surplus = await mine.slots.surplus();
  expect(surplus).toHaveLength(2);
  const names = surplus.map((left) => left.work.document.definition.name);
  expect(names).not.toContain('open');
  expect(names).not.toContain('my own');
  for (const { key } of surplus) mine.slots.remove(key);
  expect(await mine.slots.surplus()).toEqual([]);
  open.close();
});

test('what is left over becomes a copy, but for what is there already', () => {
  const local = new MemoryStorage();
  const { document } = named('left');
  expect(keepLeftOver(() => local, document, 3, 1000)).toBeNull();
  expect(keepLeftOver(() => local, document, 3, 2000)).toBeNull();
  expect(keepLeftOver(() => local, { definition: { steps: [] }, breakage: [] }, 0)).toBeNull();
  expect(copiesIn(() => local)).toEqual([
    {
      id: expect.any(String),
      name: 'left (left over)',
      at: 1000,
      document,
      cursor: 3,
      isLeft: true,
    },
  ]);
});

test('a sample is not left over, nor one that was only broken on purpose', () => {
  const local = new MemoryStorage();
  for (const { definition } of samples) {
    const document = { definition, breakage: [] };
    const broken = breakIt(breakageFor(definition, [...definition.steps.keys()]));
    expect(keepLeftOver(() => local, document, 0)).toBeNull();
    expect(keepLeftOver(() => local, broken.apply(document), 0)).toBeNull();
  }
  expect(copiesIn(() => local)).toEqual([]);
});

test('of what was left over only the newest stay, of what was kept everything', () => {
  const local = new MemoryStorage();
  const storage = () => local;
  keepCopy(storage, { ...copyOf('kept', work.document, 0), at: 0 });
  for (let at = 1; at <= 20; at += 1) {
    keepLeftOver(
      storage,
      { definition: { name: `${at}`, steps: [{ name: 'a' }] }, breakage: [] },
      0,
      at,
    );
  }
  const copies = copiesIn(storage);
  expect(copies).toHaveLength(13);
  expect(copies[0]?.name).toBe('20 (left over)');
  expect(copies.at(-1)?.name).toBe('kept');
});

test('copies are kept, renamed and removed; one of another version is left alone', () => {
  const local = new MemoryStorage();
  const storage = () => local;
  local.setItem('run-orchestrator copy later', '{"version":2}');
  const copy = copyOf('first', work.document, 4);
  expect(keepCopy(storage, copy)).toBeNull();
  expect(copiesIn(storage)).toEqual([copy]);
  expect(keepCopy(storage, { ...copy, name: 'second' })).toBeNull();
  expect(copiesIn(storage)).toEqual([{ ...copy, name: 'second' }]);
  removeCopy(storage, copy.id);
  expect(copiesIn(storage)).toEqual([]);
  expect(local.length).toBe(1);
});

test('a copy that does not fit is refused in words', () => {
  const full = new MemoryStorage();
  full.setItem = () => {
    throw new Error('QuotaExceededError');
  };
  expect(keepCopy(() => full, copyOf('x', work.document, 0))).toMatch(/storage is full or blocked/);
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
  const restored = restoreWork(savedAs(text).open().storages);
  expect(restored.work).toBeNull();
  expect(restored.problem).toMatch(/could not be read/);
  expect(restored.unread).toBe(text);
});

test('work that cannot be read is left alone and not overwritten', async () => {
  const profile = new Profile();
  const { tab } = await visited(profile, work);
  const slot = `run-orchestrator work ${tab.getItem('run-orchestrator')}`;
  profile.local.setItem(slot, 'torn');
  const again = profile.open(tab);
  expect(restoreWork(again.storages).unread).toBe('torn');
  await again.slots.claim(true);
  again.slots.write(work);
  expect(profile.local.getItem(slot)).toBe('torn');
  expect(restoreWork(again.storages).work).toEqual(work);
});

test('wrong preferences fall back to the usual ones', () => {
  const definition = { steps: [] };
  const text = JSON.stringify({ version: 1, definition, cursor: -1.5, speed: 99, theme: 'neon' });
  expect(restoreWork(savedAs(text).open().storages).work).toEqual({
    document: { definition, breakage: [] },
    cursor: 0,
    speed: 1,
    theme: 'system',
  });
});

test('forbidden storage is survived with a sentence', () => {
  const forbidden = {
    tab: new MemoryStorage(),
    get local(): Storage {
      throw new Error('SecurityError');
    },
  };
  expect(restoreWork(forbidden).problem).toMatch(/does not let the page keep/);
});
