/** How long the run takes on one worker, on two, and so on; and how fast it could be at best. */
import { css, html } from 'lit';
import { RunFilm } from '../../state/run_film';
import { counted } from '../../state/words';
import { base, controls, tables } from '../../styles/shared';
import type { Show } from '../tabbed_view';
import { RunPanel } from './run_panel';
import { said } from './time';

/** So many at most are tried: up to `all` every number, from there on these. The core knows of no more than a thousand. */
const all = 12;
const further = [16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768];
const most = 1000;

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
    const { steps } = film.analysis.definition;
    const runOn = (workers: number) => {
      const one = this.desk.run({ workers });
      return one instanceof RunFilm ? one.run : film.run;
    };
    // With as many workers as steps none ever waits for one, and the first that is free is taken.
    const widest = runOn(Math.min(most, steps.length)).attempts;
    const side = widest.reduce((so, { worker }) => Math.max(so, worker + 1), 1);
    const to = Math.max(2, side);
    const counts = Array.from({ length: Math.min(all, to) }, (_, at) => at + 1);
    counts.push(...further.filter((count) => count < to));
    if (to > all) counts.push(to);
    const runs = counts.map(runOn);
    const whole = Math.max(...runs.map(({ makespan }) => makespan));
    if (whole <= 0) return this.noTime();
    const percent = (ms: number) => `${(100 * ms) / whole}%`;
    const fastest = Math.min(...runs.map(({ makespan }) => makespan));
    const enough = counts[runs.findIndex(({ makespan }) => makespan === fastest)] ?? 1;
    const best = runOn(enough);
    return html`
      <p role="status">
        ${
          enough === 1
            ? `More workers do not help: one takes ${said(fastest)}, and none of up to ${to} is faster.`
            : `One worker takes ${said(runs[0]?.makespan ?? 0)}, ${counted(enough, 'worker')} take ${said(fastest)}${enough === to ? '' : to > all ? ', and no larger number tried is faster' : ', and more are no faster'}.`
        }
        ${fastest <= best.bounds.criticalPath ? 'That is just the critical path, which has to be done one step after another.' : ''}
        ${side < most ? `Never do more than ${counted(side, 'step')} run side by side, so more workers than that change nothing.` : ''}
        ${runs.some(({ attempts }) => attempts.length !== runs[0]?.attempts.length) ? 'A failure comes at another moment on more workers, so that other attempts are made.' : ''}
      </p>
      <div class="chart" role="img" aria-label="Makespan against workers, from ${said(runs[0]?.makespan ?? 0)} on one to ${said(runs.at(-1)?.makespan ?? 0)} on ${to}; the table below says the same">
        ${runs.map(
          (run, at) => html`<span class="number">${counted(counts[at] ?? 0, 'worker')}</span>
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
                <td class="number">${counts[at]}</td>
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
