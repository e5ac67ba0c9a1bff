/**
 * Slots of the browser's storage: one for each tab, so that two tabs never write over each other's work. A lock that lasts
 * as long as its tab tells whose slot is whose: a duplicated tab comes with the same slot and has to take another.
 */

import {
  handOverKey,
  newestKey,
  readWork,
  type Storages,
  slotPrefix,
  tabKey,
  textOfWork,
} from './saved_work';
import type { Work } from './store';

/** Closed tabs whose work stays where it is. */
const mostClosed = 8;

/** What of the browser's locks is needed here. */
export interface Locks {
  request(
    name: string,
    options: { ifAvailable: true },
    held: (lock: unknown) => unknown,
  ): Promise<unknown>;
  query(): Promise<{ held?: { name?: string }[] }>;
}

/** Work that a closed tab has left. */
export interface Left {
  key: string;
  at: number;
  work: Work;
}

export class Slots {
  #slot: string | null = null;

  constructor(
    private readonly storages: Storages,
    /** Not there on pages from an insecure address. */
    private readonly locks: Locks | undefined,
    private readonly isReload: boolean,
  ) {}

  /** Takes this tab's slot again, or a new one: always that when what stands in the old one is to be left alone. */
  async claim(anew: boolean): Promise<void> {
    const { tab } = this.storages;
    const before = anew ? null : tab.getItem(tabKey);
    const mine = before !== null && (await this.#hold(before)) ? before : freshId();
    if (mine !== before) await this.#hold(mine);
    tab.setItem(tabKey, mine);
    this.#slot = mine;
  }

  /** Throws where there is no room, or no slot. */
  write(work: Work): void {
    if (this.#slot === null) throw new Error('This tab has no slot.');
    const { local, tab } = this.storages;
    const text = textOfWork(work, { at: Date.now() });
    local.setItem(slotPrefix + this.#slot, text);
    local.setItem(newestKey, this.#slot);
    tab.removeItem(handOverKey);
    this.#moveOld(text);
  }

  /** The work of closed tabs that there is no more room for, the newest first. */
  async surplus(): Promise<Left[]> {
    const { local } = this.storages;
    const held = await this.#held();
    const closed = keysOf(local).filter(
      (key) => key.startsWith(slotPrefix) && key !== slotPrefix + this.#slot && !held.has(key),
    );
    if (closed.length <= mostClosed) return [];
    const left = closed.flatMap((key) => readLeft(key, local.getItem(key) ?? '') ?? []);
    return left.sort((a, b) => b.at - a.at).slice(mostClosed);
  }

  remove(key: string): void {
    this.storages.local.removeItem(key);
  }

  /** What a page before there were slots has kept, if it is not what has just been written. */
  #moveOld(written: string): void {
    const { local } = this.storages;
    const old = local.getItem(tabKey);
    if (old === null) return;
    const same = (text: string) => JSON.stringify(readWork(text)?.document);
    try {
      if (same(old) === undefined || same(old) !== same(written)) {
        local.setItem(slotPrefix + freshId(), old);
      }
      local.removeItem(tabKey);
    } catch {
      // Then it stays where it is until there is room.
    }
  }

  #hold(slot: string): Promise<boolean> {
    const { locks } = this;
    // Without locks only a reload is sure to be the tab that had the slot.
    if (!locks) return Promise.resolve(this.isReload);
    return new Promise((resolve) => {
      const asLongAsTheTab = new Promise(() => {});
      locks
        .request(slotPrefix + slot, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return lock && asLongAsTheTab;
        })
        .catch(() => resolve(this.isReload));
    });
  }

  async #held(): Promise<Set<string | undefined>> {
    const { held } = (await this.locks?.query()) ?? {};
    return new Set(held?.map(({ name }) => name));
  }
}

export function keysOf(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
}

/** Null for what this page cannot read: another version may. */
function readLeft(key: string, text: string): Left | null {
  const work = readWork(text);
  if (!work) return null;
  const { at } = JSON.parse(text) as { at?: unknown };
  return { key, at: typeof at === 'number' ? at : 0, work };
}

/** Also where `crypto.randomUUID` is missing: on pages from an insecure address. */
export function freshId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}
