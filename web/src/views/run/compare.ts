/** The same pipeline, and the same failures, by the rules of five engines. */
import { css, html, nothing } from 'lit';
import type { RunResult } from '../../engine/runs';
import { RunFilm } from '../../state/run_film';
import { clipped, counted } from '../../state/words';
import { base, controls, tables } from '../../styles/shared';
import type { Show } from '../tabbed_view';
import { RunPanel } from './run_panel';

const mostRows = 200;

export class CompareRules extends RunPanel {
  static override styles = [
    base,
    controls,
    tables,
    css`
      p,
      dl {
        max-width: 85ch;
      }
      .rows {
        margin: var(--s3) 0;
        overflow-x: auto;
      }
      th[scope='row'] {
        color: inherit;
        font-weight: var(--plain);
      }
      td {
        white-space: nowrap;
      }
      .differs {
        background: var(--accent-tint);
        font-weight: var(--strong);
      }
      .differs::before {
        content: '≠ ';
        color: var(--accent);
      }
      dt {
        margin-top: var(--s3);
        font-weight: var(--strong);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      ul {
        margin: 0;
        padding-left: var(--s5);
      }
    `,
  ];

  protected override draw() {
    const { desk } = this;
    const runs = (desk.runs?.policies ?? []).flatMap((policy) => {
      const film = desk.run({ policy: policy.id });
      return film instanceof RunFilm ? [{ policy, run: film.run }] : [];
    });
    const results = runs.map(
      ({ run }) => new Map(run.report.results.map((result) => [result.id, result])),
    );
    const { steps } = this.session.analysis.definition;
    const rows = steps.slice(0, mostRows).map((_, id) => results.map((of) => of.get(id)));
    const first = rows.findIndex((row) => row.some((one) => differs(one, row[0])));
    return html`
      <p role="status">
        ${
          first < 0
            ? 'Every step ends alike by all five rules. Make a step fail above to tell them apart.'
            : html`What differs from the course is marked ≠. For <bdi class="mono">${clipped(steps[first]?.name ?? '')}</bdi>, the first that differs:`
        }
      </p>
      ${
        first < 0
          ? nothing
          : html`<ul>
              ${runs.map(({ policy }, at) => html`<li>${policy.name}: <bdi>${rows[first]?.[at]?.why}</bdi></li>`)}
            </ul>`
      }
      <div class="rows" tabindex="0" role="group" aria-label="Final states" data-scrolls>
        <table aria-label="Final states by each engine's rules">
          <thead>
            <tr>
              <th scope="col">Step</th>
              ${runs.map(({ policy }) => html`<th scope="col">${policy.name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row, id) => html`<tr>
                <th scope="row"><bdi class="mono">${clipped(steps[id]?.name ?? '')}</bdi></th>
                ${row.map((one) => html`<td class=${differs(one, row[0]) ? 'differs' : ''} title=${one?.why ?? ''}>${one?.word}<span class="soft small"> ${one?.attempts ? `${one.attempts}×` : ''}</span></td>`)}
              </tr>`,
            )}
            <tr>
              <th scope="row">the whole run</th>
              ${runs.map(({ run }) => html`<td class=${run.passed === runs[0]?.run.passed ? '' : 'differs'}>${run.passed ? 'passed' : 'failed'}</td>`)}
            </tr>
          </tbody>
        </table>
      </div>
      ${steps.length > mostRows ? html`<p class="soft">And ${counted(steps.length - mostRows, 'more step')}.</p>` : nothing}
      <details>
        <summary>Why: the rules, and where they are documented</summary>
        <dl>
          ${runs.map(
            ({ policy }) => html`<dt>${policy.name}</dt>
              <dd>
                ${policy.words}
                ${policy.disputed ? html`<br /><b>Disputed or left open:</b> ${policy.disputed}` : nothing}
                ${policy.sources.map((source) => html`<br /><span class="small mono soft">${source}</span>`)}
              </dd>`,
          )}
        </dl>
      </details>
    `;
  }
}

function differs(one: RunResult | undefined, course: RunResult | undefined): boolean {
  return one?.status !== course?.status || one?.attempts !== course?.attempts;
}

customElements.define('compare-rules', CompareRules);

export const show: Show = (session) => html`<compare-rules .session=${session}></compare-rules>`;
