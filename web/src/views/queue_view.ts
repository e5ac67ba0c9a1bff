/** The ready queue and the order so far, or in a run what is settled, as rows of names. */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Analysis } from '../state/analysis';
import { clipped, grouped } from '../state/words';
import { base, states } from '../styles/shared';
import { afterRender } from './after_render';
import { icon } from './icons';
import { PanelView } from './panel_view';
import { focusableWhileScrolling } from './scrolling';
import { Sight } from './sight';

/** Longer rows are drawn in part. */
const mostWhole = 60;
/** The room of a name and the gap behind it, in such a row. */
const slot = 168;

/** A longer name may not fit in its place. */
const longName = 20;

export class QueueView extends PanelView {
  static override styles = [
    base,
    states,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        gap: var(--s3) var(--s5);
      }
      section {
        display: flex;
        align-items: center;
        gap: var(--s3);
        min-width: 0;
        min-height: 36px;
      }
      h2 {
        flex: none;
        font-size: var(--small);
        color: var(--ink-soft);
      }
      .row {
        min-width: 0;
        padding: 3px;
        overflow-x: auto;
        scrollbar-width: thin;
      }
      ol {
        display: flex;
        gap: var(--s1);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .many {
        flex: 1;
        padding-left: 0;
      }
      .many ol {
        gap: 0;
      }
      .many li {
        width: 164px;
        margin-right: 4px;
      }
      li {
        flex: none;
        max-width: 240px;
        padding: 2px var(--s2);
        border: 1px solid var(--hue);
        border-radius: 6px;
        background: var(--tint);
        white-space: nowrap;
      }
      /* Only where something is cut off: each clip costs a layer at every frame. */
      li.long {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      li.about {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .number {
        color: var(--ink-soft);
        font-size: var(--small);
        margin-right: var(--s1);
      }
      li svg.icon {
        width: 13px;
        margin: 0 4px -4px 0;
        color: var(--hue);
      }
      .none {
        padding: 3px 0;
      }
      @media (max-width: 700px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        section {
          flex-direction: column;
          align-items: start;
          gap: var(--s1);
          min-height: 64px;
        }
        .row {
          max-width: 100%;
        }
        .row:not(.many) ol {
          flex-wrap: wrap;
        }
        .row:not(.many) li {
          max-width: 100%;
        }
      }
    `,
  ];

  /** In rows that are so long every name gets the same room, so that the page knows where each of them is. */
  readonly #sights = { queue: new Sight(this, 'x', slot), order: new Sight(this, 'x', slot) };
  #shown: { analysis: Analysis; cursor: number; taken: number } | null = null;

  protected override updated(): void {
    const { analysis, cursor, frame } = this.session;
    const before = this.#shown?.analysis === analysis ? this.#shown : null;
    const moved = before?.cursor !== cursor;
    const taken = frame?.order.length ?? 0;
    this.#shown = { analysis, cursor, taken };
    for (const row of ['queue', 'order'] as const) {
      const scroller = this.renderRoot.querySelector<HTMLElement>(`.${row}`);
      const isMany = (frame?.[row].length ?? 0) > mostWhole;
      this.#sights[row].attach(isMany ? scroller : null);
      if (!scroller) continue;
      // The end of the order is where things happen, and the queue's head.
      if (isMany) {
        if (moved) this.#sights[row].reveal(row === 'order' ? taken - 1 : 0);
        scroller.tabIndex = 0;
        continue;
      }
      if (row === 'order' && before?.taken !== taken) {
        afterRender(() => {
          const end = scroller.scrollWidth;
          return () => {
            scroller.scrollLeft = end;
          };
        });
      }
      afterRender(() => focusableWhileScrolling(scroller));
    }
  }

  /** The step's place in one of the rows; that of the row while the step is not drawn there, or not yet. */
  rectOf(step: number, row: 'queue' | 'order'): DOMRect | null {
    const item = this.renderRoot.querySelector(`.${row} [data-step="${step}"]`);
    const section = row === 'queue' ? 'section' : 'section + section';
    return (item ?? this.renderRoot.querySelector(section))?.getBoundingClientRect() ?? null;
  }
  /** Where the first of the ready queue stands, or would stand. */
  headRect(): DOMRect | null {
    const head = this.renderRoot.querySelector('.queue li, .none');
    return head?.getBoundingClientRect() ?? null;
  }

  override render() {
    const { frame } = this.session;
    const done = frame?.attempts ? 'Settled' : 'Order';
    return html`
      <section aria-label="Ready queue">
        <h2>Ready queue</h2>
        ${this.#row('queue', frame?.queue ?? new Uint32Array())}
      </section>
      <section aria-label=${done}>
        <h2>${done}</h2>
        ${this.#row('order', frame?.order ?? new Uint32Array())}
      </section>
    `;
  }

  #row(row: 'queue' | 'order', steps: Uint32Array) {
    if (steps.length === 0) return html`<p class="none soft">empty</p>`;
    const isMany = steps.length > mostWhole;
    const sight = this.#sights[row];
    if (isMany && this.#shown?.cursor !== this.session.cursor) {
      sight.reveal(row === 'order' ? steps.length - 1 : 0, steps.length);
    }
    const { from, to } = isMany ? sight.part(steps.length) : { from: 0, to: steps.length };
    const { analysis, frame } = this.session;
    const last = frame?.attempts ? 'Steps that are settled' : 'Steps in order';
    const label = row === 'queue' ? 'Steps in the ready queue' : last;
    const about = frame?.about ?? -1;
    const count = isMany ? steps.length : nothing;
    return html`
      ${isMany ? html`<span class="soft small">${grouped(steps.length)} steps</span>` : nothing}
      <div class="row ${row} ${isMany ? 'many' : ''}" data-scrolls role="group" aria-label=${label}>
        <ol .style=${isMany ? `width: ${sight.length}px; padding-left: ${sight.before({ from, to })}px` : ''}>
          ${repeat(
            steps.subarray(from, to),
            (step) => step,
            (step, offset) => {
              const name = clipped(analysis.nameOf(step));
              const place = from + offset + 1;
              const settled = row === 'order' && frame?.attempts ? frame.standing(step).kind : null;
              return html`<li
              class="${settled ?? (row === 'queue' ? 'ready' : 'done')} ${step === about ? 'about' : ''} ${isMany || name.length > longName ? 'long' : ''}"
              data-step=${step}
              title=${isMany ? name : nothing}
              aria-setsize=${count}
              aria-posinset=${isMany ? place : nothing}
            >${
              row === 'order'
                ? html`<span class="number">${isMany ? grouped(place) : place}</span>`
                : nothing
            }${settled ? icon(settled) : nothing}<bdi class="mono">${name}</bdi></li>`;
            },
          )}
        </ol>
      </div>
    `;
  }
}
