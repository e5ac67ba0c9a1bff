/** The ready queue and the order so far, as rows of names. */
import { css, html } from 'lit';
import type { Analysis } from '../state/analysis';
import { clipped } from '../state/words';
import { base, states } from '../styles/shared';
import { focusableWhileScrolling } from './scrolling';
import { View } from './view';

const mostShown = 60;

export class QueueView extends View {
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
      ol {
        display: flex;
        gap: var(--s1);
        margin: 0;
        padding: 3px;
        list-style: none;
        min-width: 0;
        overflow-x: auto;
        scrollbar-width: thin;
      }
      li {
        flex: none;
        max-width: 240px;
        padding: 2px var(--s2);
        border: 1px solid var(--hue);
        border-radius: 6px;
        background: var(--tint);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
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
        ol {
          flex-wrap: wrap;
          max-width: 100%;
        }
        li {
          max-width: 100%;
        }
      }
    `,
  ];

  // The end of the order is where things happen.
  protected override updated(): void {
    for (const list of this.renderRoot.querySelectorAll('ol')) {
      if (list.matches('.order')) list.scrollLeft = list.scrollWidth;
      focusableWhileScrolling(list);
    }
  }

  /** The step's place in one of the rows; null when it is not shown there. */
  rectOf(step: number, row: 'queue' | 'order'): DOMRect | null {
    const item = this.renderRoot.querySelector(`.${row} [data-step="${step}"]`);
    return item?.getBoundingClientRect() ?? null;
  }

  override render() {
    const { analysis, frame } = this.session;
    const about = frame?.about ?? -1;
    const queue = frame?.queue ?? new Uint32Array();
    const order = frame?.order ?? new Uint32Array();
    const names = (steps: Uint32Array, kind: 'ready' | 'done', first: number) =>
      list({ analysis, steps, kind, about, first });
    const hidden = Math.max(0, order.length - mostShown);
    return html`
      <section aria-label="Ready queue">
        <h2>Ready queue</h2>
        ${queue.length === 0 ? none() : names(queue.subarray(0, mostShown), 'ready', 0)}
        ${more(queue.length - mostShown, 'more behind them')}
      </section>
      <section aria-label="Order">
        <h2>Order</h2>
        ${more(hidden, 'before')}
        ${order.length === 0 ? none() : names(order.subarray(hidden), 'done', hidden + 1)}
      </section>
    `;
  }
}

function none() {
  return html`<p class="none soft">empty</p>`;
}

function more(count: number, words: string) {
  return count > 0
    ? html`<span class="soft small">${count.toLocaleString('en')} ${words}</span>`
    : '';
}

interface Listed {
  analysis: Analysis;
  steps: Uint32Array;
  kind: 'ready' | 'done';
  about: number;
  /** Numbers the names; 0 leaves the numbers out. */
  first: number;
}

function list({ analysis, steps, kind, about, first }: Listed) {
  return html`<ol class=${first > 0 ? 'order' : 'queue'} data-scrolls
    aria-label=${kind === 'ready' ? 'Steps in the ready queue' : 'Steps in order'}>
    ${Array.from(
      steps,
      (step, at) =>
        html`<li class="${kind} ${step === about ? 'about' : ''}" data-step=${step}>${
          first > 0 ? html`<span class="number">${first + at}</span>` : ''
        }<bdi class="mono">${clipped(analysis.nameOf(step))}</bdi></li>`,
    )}
  </ol>`;
}
