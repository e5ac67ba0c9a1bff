/** Every event as a line that leads there; of very many only those in sight are drawn. */
import { html, nothing } from 'lit';
import { EventFilter } from '../../state/event_filter';
import type { Events } from '../../state/event_search';
import type { StandingKind } from '../../state/standing';
import { counted, grouped, quoted } from '../../state/words';
import { base, controls, states } from '../../styles/shared';
import { type IconName, icon } from '../icons';
import { PanelView } from '../panel_view';
import { Sight } from '../sight';
import { eventLogStyles } from './event_log_styles';
import { stepField } from './step_field';
import { fields } from './styles';

/** A browser's longest scroller has room for more, but not much more. */
const mostListed = 200_000;

/** A kind of event: what it is called, its icon, and the state whose hue it has. */
export type Kind = readonly [words: string, drawing: IconName, hue: StandingKind];

export abstract class EventLog extends PanelView {
  static override properties = {
    ...PanelView.properties,
    stretch: { state: true },
  };
  static override styles = [base, controls, states, fields, eventLogStyles];

  /** Which part of more lines than a scroller can have; null for the one with the event shown. */
  declare stretch: number | null;

  readonly #sight = new Sight(this, 'y', 36, 'li');
  readonly #filter = new EventFilter(
    () => this.events,
    (name) => this.session.analysis.indexOf(name),
    () => this.requestUpdate(),
  );
  #shown: { events: unknown; cursor: number; lines: unknown; length: number } | null = null;
  /** The line with the event shown is kept in sight, until the learner scrolls away from it. */
  #follows = true;
  #byHand = false;
  #focusNext: number | null = null;
  #sentences: { of: Events; by: Map<number, string> } | null = null;

  constructor() {
    super();
    this.stretch = null;
  }

  /** Null where there are none. */
  protected abstract readonly events: Events | null;
  /** What they are called all together. */
  protected abstract readonly name: string;
  /** In the order in which a step meets them. */
  protected abstract readonly kinds: Readonly<Record<string, Kind>>;
  /** The event shown; -1 for none. */
  protected abstract readonly cursor: number;
  protected abstract go(cursor: number): void;
  /** Stands below the lines. */
  protected foot(): unknown {
    return nothing;
  }
  /** When an event happens, where that is of interest. */
  protected time(_cursor: number): string | null {
    return null;
  }

  protected override updated(): void {
    void this.#filter.search();
    const scroller = this.renderRoot.querySelector<HTMLElement>('.lines');
    this.#sight.attach(scroller);
    const { events, cursor } = this;
    const lines = this.#filter.cursors;
    // In pixels: that lines are higher than was thought turns out when some are drawn.
    const { length } = this.#sight;
    const before = this.#shown;
    this.#shown = { events, cursor, lines, length };
    const isNew = before?.events !== events || before.lines !== lines;
    if (isNew) this.#follows = true;
    const hasMoved = before?.cursor !== cursor || before.length !== length;
    if (isNew || (hasMoved && this.#follows)) this.#reveal();
    this.#focusLine();
  }

  override render() {
    const { analysis } = this.session;
    const cursors = this.#filter.cursors;
    const count = (cursors ?? this.events)?.length ?? 0;
    return html`
      <div class="fields" role="group" aria-label="Which events">
        ${stepField({
          label: 'Step',
          analysis,
          value: this.#filter.typed,
          complaint: this.#filter.isUnknown
            ? `No step is called ${quoted(this.#filter.typed)}.`
            : undefined,
          changed: (name) => {
            this.#filter.typed = name;
            this.stretch = null;
          },
        })}
        <label class="field">
          <span>Kind</span>
          <select @change=${this.#pickKind}>
            <option value="">every kind</option>
            ${Object.entries(this.kinds).map(([kind, [words]]) => html`<option value=${kind} ?selected=${kind === this.#filter.kind}>${words}</option>`)}
          </select>
        </label>
        <p class="count soft small" role="status">${this.#told(count)}</p>
      </div>
      ${this.events ? [this.#list(this.events, cursors, count), this.foot()] : html`<p class="none soft">There are no events until the problems are mended.</p>`}
    `;
  }

  #told(count: number): string {
    const { share } = this.#filter;
    if (share !== null) return `Looking through the events: ${Math.round(share * 100)} %`;
    const length = this.events?.length ?? 0;
    if (this.#filter.cursors === null) return counted(length, 'event');
    return `${grouped(count)} of ${counted(length, 'event')}`;
  }

  #list(events: Events, cursors: Uint32Array | null, count: number) {
    const parts = Math.ceil(count / mostListed);
    const at = this.#place(this.cursor, cursors);
    const part = Math.min(this.stretch ?? Math.floor(at / mostListed), Math.max(0, parts - 1));
    const start = part * mostListed;
    const listed = Math.min(mostListed, count - start);
    const { from, to } = this.#sight.part(listed);
    // The line that the Tab key comes to.
    const stop = start + (at - start >= from && at - start < to ? at - start : from);
    const digits = grouped(events.length).length;
    return html`
      <div
        class="lines"
        role="group"
        aria-label=${this.name}
        tabindex="-1"
        .style=${`--number: ${digits + 1}ch`}
        data-scrolls
        @scroll=${this.#scrolled}
        @wheel=${this.#handed}
        @touchmove=${this.#handed}
        @pointerdown=${this.#handed}
        @keydown=${this.#keyed}
      >
        ${
          count === 0
            ? html`<p class="none soft">${this.#filter.share === null ? 'No event is like that.' : 'Looking …'}</p>`
            : html`<ol
                .style=${`height: ${this.#sight.length}px; padding-top: ${this.#sight.before({ from, to })}px`}
              >
                ${Array.from({ length: Math.max(0, to - from) }, (_, offset) => {
                  const place = start + from + offset;
                  const cursor = cursors ? (cursors[place] ?? 0) : place;
                  return this.#line(events, cursor, place, count, place === stop);
                })}
              </ol>`
        }
      </div>
      ${parts > 1 ? this.#partsTemplate(part, parts, start, listed) : nothing}
    `;
  }

  #line(events: Events, cursor: number, place: number, count: number, isStop: boolean) {
    const [words, drawing, hue] = this.kinds[events.moment(cursor).kind] as Kind;
    const isCurrent = cursor === this.cursor;
    const sentence = this.#sentenceOf(events, cursor);
    const time = this.time(cursor);
    return html`<li aria-setsize=${count} aria-posinset=${place + 1}>
      <button
        class="line"
        data-place=${place}
        aria-current=${isCurrent ? 'step' : nothing}
        tabindex=${isStop ? 0 : -1}
        title=${sentence}
        @click=${() => this.go(cursor)}
      >
        <span class="at">${grouped(cursor + 1)}</span>
        <span class="state ${hue}">${icon(drawing)} ${words}</span>
        ${time === null ? nothing : html`<span class="time">${time}</span>`}
        <span class="told"><bdi>${sentence}</bdi></span>
      </button>
    </li>`;
  }

  /** The lines stay mostly the same from one event to the next. */
  #sentenceOf(events: Events, cursor: number): string {
    if (this.#sentences?.of !== events || this.#sentences.by.size > 1000) {
      this.#sentences = { of: events, by: new Map() };
    }
    const { by } = this.#sentences;
    const sentence = by.get(cursor) ?? events.sentence(cursor);
    by.set(cursor, sentence);
    return sentence;
  }

  #partsTemplate(part: number, parts: number, start: number, listed: number) {
    const to = (next: number) => () => {
      this.stretch = next;
      this.#follows = false;
      const scroller = this.renderRoot.querySelector('.lines');
      if (scroller) scroller.scrollTop = 0;
    };
    return html`<div class="foot">
      <button aria-disabled=${part === 0} @click=${part > 0 ? to(part - 1) : nothing}>Lines before</button>
      <span class="small"
        >Lines ${grouped(start + 1)} to ${grouped(start + listed)}</span
      >
      <button aria-disabled=${part === parts - 1} @click=${part < parts - 1 ? to(part + 1) : nothing}>
        Lines after
      </button>
    </div>`;
  }

  readonly #pickKind = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.#filter.kind = value || null;
    this.stretch = null;
  };

  /** Where an event stands in the list, or would stand. */
  #place(cursor: number, cursors: Uint32Array | null): number {
    if (!cursors) return Math.max(0, cursor);
    let [low, high] = [0, cursors.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cursors[middle] ?? 0) < cursor) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, Math.max(0, cursors.length - 1));
  }
  #reveal(): void {
    this.#byHand = false;
    this.stretch = null;
    this.#sight.reveal(this.#place(this.cursor, this.#filter.cursors) % mostListed);
  }

  readonly #handed = (): void => {
    this.#byHand = true;
  };
  readonly #scrolled = (event: Event): void => {
    if (!this.#byHand) return;
    const list = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const line = this.renderRoot.querySelector('button[aria-current]')?.getBoundingClientRect();
    this.#follows = !!line && line.top < list.bottom && line.bottom > list.top;
  };
  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key.startsWith('Page')) this.#byHand = true;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const place = (event.target as HTMLElement).dataset['place'];
    if (!by || place === undefined) return;
    event.preventDefault();
    this.#byHand = true;
    const count = (this.#filter.cursors ?? this.events)?.length ?? 0;
    this.#focusNext = Math.max(0, Math.min(count - 1, Number(place) + by));
    this.#sight.reveal(this.#focusNext % mostListed);
    this.#focusLine();
  };
  /** As soon as it is drawn. */
  #focusLine(): void {
    if (this.#focusNext === null) return;
    const line = this.renderRoot.querySelector<HTMLElement>(`[data-place="${this.#focusNext}"]`);
    if (!line) return;
    this.#focusNext = null;
    line.focus({ preventScroll: true });
  }
}
