/** Why a trace has stalled: who is on a cycle, who only waits behind it, and one closed path as evidence. */
import { css, html, nothing } from 'lit';
import { clipped, counted, grouped, listed } from '../state/words';
import { base, controls, states } from '../styles/shared';
import { icon } from './icons';
import { Sight } from './sight';
import { View } from './view';

const longestPath = 200;
/** Longer lists scroll by themselves and are drawn in part. */
const mostPaths = 3;
const mostNames = 20;
const rowHeight = 30;

export class StallView extends View {
  static override styles = [
    base,
    controls,
    states,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--s1) var(--s4);
        margin: 0;
        padding: var(--s3) var(--s4);
        border-left: 3px solid var(--cycle);
        background: var(--sunken);
      }
      dt {
        font-weight: var(--strong);
      }
      dd {
        margin: 0;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .many {
        max-height: 158px;
        margin: var(--s1) 0;
        border: 1px solid var(--rule);
        background: var(--ground);
        overflow: auto;
        scrollbar-width: thin;
      }
      .many ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .many li {
        height: 30px;
        padding: 2px var(--s2);
        line-height: 26px;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .many.cycles li {
        height: var(--target);
        padding: 0;
      }
      .cycles button {
        display: block;
        width: 100%;
        border-radius: 0;
        text-align: start;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .cycles button[aria-pressed='true'] {
        background: var(--accent-tint);
        box-shadow: inset 3px 0 0 var(--accent);
      }
      @media (max-width: 700px) {
        dl {
          grid-template-columns: 1fr;
        }
        dd {
          margin-bottom: var(--s2);
        }
      }
    `,
  ];

  static override properties = { ...View.properties, told: { state: true } };

  /** The closed path that is shown whole, of many. */
  declare told: number;
  readonly #sights = { on: sight(this), behind: sight(this), cycles: sight(this) };

  constructor() {
    super();
    this.told = 0;
  }

  protected override updated(): void {
    for (const part of ['on', 'behind', 'cycles'] as const) {
      this.#sights[part].attach(this.renderRoot.querySelector<HTMLElement>(`.many.${part}`));
    }
  }

  override render() {
    const { frame, analysis } = this.session;
    const { stall } = analysis;
    if (!frame?.stalled || !stall) return nothing;
    const { cycles } = stall;
    return html`
      <dl aria-label="Why the trace stalled">
        <dt><span class="state cycle">${icon('cycle')} On a cycle</span></dt>
        <dd>${this.#names('on', 'Steps on a cycle', stall.onCycle)}</dd>
        ${
          stall.behind.length > 0
            ? html`<dt><span class="state behind">${icon('behind')} Only behind it</span></dt>
                <dd>${this.#names('behind', 'Steps behind a cycle', stall.behind)}</dd>`
            : nothing
        }
        ${cycles.length > mostPaths ? this.#manyPaths(cycles) : cycles.map(pathTemplate)}
      </dl>
    `;
  }

  #names(part: 'on' | 'behind', label: string, names: readonly string[]) {
    if (names.length <= mostNames) return html`<bdi>${listed(names)}</bdi>`;
    return html`${counted(names.length, 'step')}
      ${this.#list(part, label, names.length, (at) => html`<bdi class="mono">${clipped(names[at] ?? '')}</bdi>`)}`;
  }

  #manyPaths(cycles: readonly (readonly string[])[]) {
    const told = Math.min(this.told, cycles.length - 1);
    const path = cycles[told] ?? [];
    return html`
      <dt>Closed paths</dt>
      <dd>
        ${grouped(cycles.length)}, one for each knot of steps that wait for each other
        ${this.#list(
          'cycles',
          'Closed paths',
          cycles.length,
          (at) => html`<button
            class="quiet"
            aria-pressed=${at === told}
            @click=${() => {
              this.told = at;
            }}
          >
            ${counted((cycles[at]?.length ?? 1) - 1, 'step')}:
            <bdi class="mono">${shortPath(cycles[at] ?? [], 6)}</bdi>
          </button>`,
        )}
      </dd>
      ${pathTemplate(path)}
    `;
  }

  #list(
    part: 'on' | 'behind' | 'cycles',
    label: string,
    count: number,
    item: (at: number) => unknown,
  ) {
    const shown = this.#sights[part];
    const { from, to } = shown.part(count);
    const places = Array.from({ length: to - from }, (_, offset) => from + offset);
    return html`<div class="many ${part}" tabindex="0" role="group" aria-label=${label} data-scrolls>
      <ul .style=${`height: ${shown.length}px; padding-top: ${shown.before({ from, to })}px`}>
        ${places.map((at) => html`<li aria-setsize=${count} aria-posinset=${at + 1}>${item(at)}</li>`)}
      </ul>
    </div>`;
  }
}

function sight(view: StallView): Sight {
  return new Sight(view, 'y', rowHeight, 'li');
}

function shortPath(path: readonly string[], most: number): string {
  const shown = path.slice(0, most).map(clipped).join(' → ');
  return path.length > most ? `${shown} → …` : shown;
}

function pathTemplate(path: readonly string[]) {
  const words =
    path.length <= 2
      ? 'The step waits for itself, so it can never be first.'
      : 'Each must come before the next, so none of them can be first.';
  return html`<dt>Closed path</dt>
    <dd>
      <bdi class="mono">${shortPath(path, longestPath)}</bdi><br />
      <span class="soft">${words}</span>
    </dd>`;
}
