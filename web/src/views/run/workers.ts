/** How long the run takes on one worker, on two, and so on; and how fast it could be at best. */
import { css, html } from 'lit';
import { RunFilm } from '../../state/run_film';
import { counted } from '../../state/words';
import { base, controls, tables } from '../../styles/shared';
import type { Show } from '../tabbed_view';
import { RunPanel } from './run_panel';
import { said } from './time';

const most = 12;

export class WorkersChart extends RunPanel {
  static override styles = [
    base,
    controls,
    tables,
    css`
      p,
      .chart,
      table {
        max-width: 860px;
      }
      .chart {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: var(--s1) var(--s3);
        align-items: center;
        margin: var(--s3) 0;
        font-size: var(--small);
      }
      .row {
        position: relative;
        height: 24px;
        background: var(--sunken);
      }
      .bar {
        height: 100%;
        border-right: 3px solid var(--accent);
        background: var(--accent-tint);
      }
      .row i {
        position: absolute;
        top: 0;
        bottom: 0;
        border-left: 3px dashed var(--error);
      }
      .row i {
        margin-left: -3px;
      }
      .row .share {
        border-left: 3px dotted var(--ink);
      }
      .keys {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s1) var(--s4);
        font-size: var(--small);
      }
      .keys i {
        display: inline-block;
        height: 1em;
        margin-right: var(--s1);
        border-left: 3px dashed var(--error);
        vertical-align: middle;
      }
      .keys .share {
        border-left: 3px dotted var(--ink);
      }
      .number {
        text-align: end;
      }
    `,
  ];

  protected override draw(film: RunFilm) {
    const to = Math.min(most, Math.max(2, film.analysis.definition.steps.length));
    const runs = Array.from({ length: to }, (_, at) => {
      const one = this.desk.run({ workers: at + 1 });
      return one instanceof RunFilm ? [one.run] : [];
    }).flat();
    const whole = Math.max(...runs.map(({ makespan }) => makespan));
    if (whole <= 0) return this.noTime();
    const percent = (ms: number) => `${(100 * ms) / whole}%`;
    const fastest = Math.min(...runs.map(({ makespan }) => makespan));
    const enough = runs.findIndex(({ makespan }) => makespan === fastest) + 1;
    const best = runs[enough - 1] ?? film.run;
    return html`
      <p role="status">
        ${
          enough === 1
            ? `More workers do not help: one takes ${said(fastest)}, and none of up to ${to} is faster.`
            : `One worker takes ${said(runs[0]?.makespan ?? 0)}, ${counted(enough, 'worker')} take ${said(fastest)}. Up to ${to}, more are no faster.`
        }
        ${fastest <= best.bounds.criticalPath ? 'That is just the critical path, which has to be done one step after another.' : ''}
        ${runs.some(({ passed }) => !passed) ? 'A failure may come at another moment on more workers, so that other attempts are made.' : ''}
      </p>
      <div class="chart" role="img" aria-label="Makespan against workers, from ${said(runs[0]?.makespan ?? 0)} on one to ${said(runs.at(-1)?.makespan ?? 0)} on ${to}; the table below says the same">
        ${runs.map(
          (run, at) => html`<span class="number">${counted(at + 1, 'worker')}</span>
            <span class="row">
              <div class="bar" .style=${`width:${percent(run.makespan)}`}></div>
              <i .style=${`left:${percent(run.bounds.criticalPath)}`}></i>
              <i class="share" .style=${`left:${percent(run.bounds.workOverWorkers)}`}></i>
            </span>
            <span class="number">${said(run.makespan)}</span>`,
        )}
      </div>
      <p class="keys">
        <span><i></i>critical path</span><span><i class="share"></i>work / workers</span>
        <span class="soft">The makespan is never left of either.</span>
      </p>
      <details>
        <summary>The chart as a table</summary>
        <table aria-label="Makespan against workers">
          <thead>
            <tr>
              ${['Workers', 'Makespan', 'Critical path', 'Work / workers'].map((name) => html`<th scope="col" class="number">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${runs.map(
              ({ makespan, bounds: { criticalPath, workOverWorkers } }, at) => html`<tr>
                <td class="number">${at + 1}</td>
                ${[makespan, criticalPath, workOverWorkers].map((ms) => html`<td class="number">${said(ms)}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </details>
    `;
  }
}

customElements.define('workers-chart', WorkersChart);

export const show: Show = (session) => html`<workers-chart .session=${session}></workers-chart>`;
