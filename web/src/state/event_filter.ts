/** The events of a trace or a run that somebody wants to see: those about a step, or of a kind. They are looked for in slices. */
import { type Events, eventsOf, type Wanted } from './event_search';

const any: Wanted = { kind: null, step: -1 };

interface Search {
  events: Events | null;
  wanted: Wanted;
}

export class EventFilter {
  #kind: string | null = null;
  #typed = '';
  #share: number | null = null;
  /** What is being looked for, and what was found last. */
  #searching: Search | null = null;
  #found: (Search & { cursors: Uint32Array }) | null = null;

  constructor(
    private readonly events: () => Events | null,
    private readonly indexOf: (name: string) => number,
    private readonly changed: () => void,
  ) {}

  get kind(): string | null {
    return this.#kind;
  }
  set kind(kind: string | null) {
    this.#kind = kind;
    this.changed();
  }
  /** The step's name as it is typed. */
  get typed(): string {
    return this.#typed;
  }
  set typed(typed: string) {
    this.#typed = typed;
    this.changed();
  }
  /** What was typed is no step's name, so that no event can be about it. */
  get isUnknown(): boolean {
    return this.#typed !== '' && this.#wanted.step < 0;
  }
  /** How much of a long trace has been looked through; null when that is done. */
  get share(): number | null {
    return this.#share;
  }
  /** The events that are wanted: null for all of them, none while they are looked for. */
  get cursors(): Uint32Array | null {
    if (this.isUnknown) return new Uint32Array();
    const wanted = this.#wanted;
    if (same(wanted, any)) return null;
    const found = this.#found;
    const isFound = found?.events === this.events() && same(found.wanted, wanted);
    return isFound ? found.cursors : new Uint32Array();
  }

  /** Looks for what is wanted now, unless that is done or under way. */
  async search(): Promise<void> {
    const events = this.events();
    const wanted = this.#wanted;
    const asked = this.#searching ?? this.#found;
    if (!events || this.isUnknown || same(wanted, any)) {
      this.#searching = null;
      this.#tell(null);
      return;
    }
    if (asked?.events === events && same(asked.wanted, wanted)) return;
    const search = { events, wanted };
    this.#searching = search;
    this.#tell(0);
    const isStill = () => this.#searching === search && this.events() === events;
    const cursors = await eventsOf(events, wanted, {
      at: (share) => this.#tell(share),
      goOn: isStill,
    });
    if (!isStill() || !cursors) return;
    this.#searching = null;
    this.#found = { ...search, cursors };
    this.#tell(null);
  }

  get #wanted(): Wanted {
    const step = this.#typed === '' ? -1 : this.indexOf(this.#typed);
    return { kind: this.#kind, step };
  }
  #tell(share: number | null): void {
    if (share === this.#share) return;
    this.#share = share;
    this.changed();
  }
}

function same(a: Wanted, b: Wanted): boolean {
  return a.kind === b.kind && a.step === b.step;
}
