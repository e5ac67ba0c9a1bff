/** The run over time, and the same as a table. */
import { css, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Bar, RunFilm } from '../../state/run_film';
import { clipped, counted, listed } from '../../state/words';
import { base, controls, states, tables } from '../../styles/shared';
import { icon } from '../icons';
import type { Show } from '../tabbed_view';
import { howSaid, keys, lanes, lanesStyles } from './lanes';
import { RunPanel } from './run_panel';
import { said } from './time';

const mostRows = 500;
const mostZoom = 32;

export class RunTimeline extends RunPanel {
  static override properties = { ...RunPanel.properties, zoom: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    lanesStyles,
    css`
      .head,
      .told {
        display: flex;
        gap: var(--s1) var(--s4);
        margin-bottom: var(--s2);
      }
      .told {
        flex: 1;
        flex-wrap: wrap;
        align-self: center;
        margin: 0;
      }
      .zoom {
        white-space: nowrap;
      }
      .rows {
        overflow-x: auto;
      }
      p {
        max-width: 75ch;
      }
    `,
  ];

  declare zoom: number;
  #marked: number | null = null;

  constructor() {
    super();
    this.zoom = 1;
  }

  /** What is marked stays in sight. */
  protected override updated(): void {
    const scroller = this.renderRoot.querySelector('.scroll');
    const now = this.renderRoot.querySelector<HTMLElement>('.now');
    if (this.zoom === 1 || !scroller || !now || this.#marked === this.cursor) return;
    this.#marked = this.cursor;
    const { clientWidth, scrollLeft } = scroller;
    const away = now.offsetLeft - scrollLeft;
    if (away < 0 || away > clientWidth - 24) scroller.scrollLeft += away - clientWidth / 3;
  }

  protected override draw(film: RunFilm) {
    const { cursor } = this;
    const { makespan, idle, bounds, criticalPath } = film.run;
    const more = film.bars.length + film.waits.length - mostRows;
    const path = criticalPath.map((step) => film.analysis.nameOf(step));
    return html`
      <div class="head">
        <div class="told">
          <span>Makespan <b>${said(makespan)}</b></span>
          <span>work <b>${said(bounds.work)}</b></span>
          <span>idle <b>${said(idle)}</b> of worker time</span>
          ${cursor !== null && makespan > 0 ? html`<span>event ${cursor + 1} is at <b>${said(film.run.event(cursor).time)}</b></span>` : nothing}
        </div>
        <span class="zoom" role="group" aria-label="Zoom of the timeline">
          ${this.#zoomButton('Zoom out of the timeline', 'out', 0.5)} ${this.#zoomButton('Zoom into the timeline', 'add', 2)}
        </span>
      </div>
      ${lanes({
        film,
        label: 'Timeline',
        cursor,
        zoom: this.zoom,
        press: ({ from }) => void this.desk.show(from),
      })}
      ${keys()}
      ${
        makespan > 0
          ? html`<p>
              The critical path is <bdi class="mono">${listed(path, 12).replaceAll(', ', ' → ')}</bdi>:
              it takes ${said(bounds.criticalPath)} by itself, so no number of workers does these attempts in
              less.
            </p>`
          : [html`<p>No time passes, so the lanes show event after event.</p>`, this.noTime()]
      }
      <details>
        <summary>The timeline as a table</summary>
        <div class="rows">
          <table aria-label="Attempts">
            <thead>
              <tr>
                ${['Step', 'Attempt', 'Worker', 'Start', 'End', 'How it ends'].map((name) => html`<th scope="col">${name}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${guard([film], () =>
                [...film.bars, ...film.waits]
                  .sort((a, b) => a.from - b.from)
                  .slice(0, mostRows)
                  .map((bar) => this.#row(film, bar)),
              )}
            </tbody>
          </table>
        </div>
        ${more > 0 ? html`<p class="soft">And ${counted(more, 'more row')}.</p>` : nothing}
      </details>
    `;
  }

  #row(film: RunFilm, bar: Bar) {
    return html`<tr>
      <td><button class="link" @click=${() => this.desk.show(bar.from)}><bdi class="mono">${clipped(film.analysis.nameOf(bar.step))}</bdi></button></td>
      <td>${bar.worker < 0 ? `after ${bar.number}` : bar.number}</td>
      <td>${bar.worker < 0 ? '–' : bar.worker + 1}</td>
      <td>${said(bar.start)}</td>
      <td>${said(bar.end)}</td>
      <td>${howSaid(bar)}</td>
    </tr>`;
  }

  #zoomButton(name: string, drawing: 'out' | 'add', by: number) {
    const to = this.zoom * by;
    const off = to < 1 || to > mostZoom;
    return html`<button aria-label=${name} title=${name} aria-disabled=${off} @click=${() => {
      if (off) return;
      this.zoom = to;
      this.#marked = null;
    }}>${icon(drawing)}</button>`;
  }
}

customElements.define('run-timeline', RunTimeline);

export const show: Show = (session) => html`<run-timeline .session=${session}></run-timeline>`;
