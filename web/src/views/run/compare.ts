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
  static override properties = { ...RunPanel.properties, asked: { state: true } };
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
      tr:has(+ .why) > * {
        border-bottom: 0;
      }
      .why ul {
        position: sticky;
        left: 0;
        width: min(85ch, calc(100vw - 56px));
        margin-bottom: var(--s2);
        white-space: normal;
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

  /** The row whose reasons are shown; null: the first that has some. */
  declare asked: number | null;

  constructor() {
    super();
    this.asked = null;
  }

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
    const rows = steps.map((_, id) => results.map((of) => of.get(id)));
    const hasReasons = rows.map((row) => row.some((one) => differs(one, row[0])));
    hasReasons.push(runs.some(({ run }) => run.passed !== runs[0]?.run.passed));
    // Of very many steps those that differ come first.
    const ids = [...rows.keys()];
    if (ids.length > mostRows) ids.sort((a, b) => Number(hasReasons[b]) - Number(hasReasons[a]));
    const first = hasReasons.indexOf(true);
    const asked = this.asked === -1 || hasReasons[this.asked ?? -1] ? this.asked : first;
    const name = (at: number, shown: unknown) =>
      hasReasons[at]
        ? html`<button class="link" aria-expanded=${at === asked} @click=${() => {
            this.asked = at === asked ? -1 : at;
          }}>${shown}</button>`
        : shown;
    const reasons = (at: number, why: (run: number) => string) =>
      hasReasons[at] && at === asked
        ? html`<tr class="why"><td colspan=${runs.length + 1}><ul>
            ${alike(runs.map(({ policy }, run) => [why(run), policy.name])).map(
              ([said, names]) => html`<li>${names.join(', ')}: <bdi>${said}</bdi></li>`,
            )}
          </ul></td></tr>`
        : nothing;
    return html`
      <p role="status">
        ${
          first < 0
            ? 'Every step ends alike by all five rules. Make a step fail above to tell them apart.'
            : 'What differs from the course is marked ≠. Press the name of a step to see why it ends as it does.'
        }
      </p>
      <div class="rows" tabindex="0" role="group" aria-label="Final states" data-scrolls>
        <table aria-label="Final states by each engine's rules">
          <thead>
            <tr>
              <th scope="col">Step</th>
              ${runs.map(({ policy }) => html`<th scope="col">${policy.name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${ids.slice(0, mostRows).map((id) => {
              const row = rows[id] ?? [];
              return html`<tr>
                <th scope="row">${name(id, html`<bdi class="mono">${clipped(steps[id]?.name ?? '')}</bdi>`)}</th>
                ${row.map((one) => html`<td class=${differs(one, row[0]) ? 'differs' : ''}>${one?.word}<span class="soft small"> ${one?.attempts ? `${one.attempts}×` : ''}</span></td>`)}
              </tr>
              ${reasons(id, (run) => row[run]?.why ?? '')}`;
            })}
            <tr>
              <th scope="row">${name(rows.length, 'the whole run')}</th>
              ${runs.map(({ run }) => html`<td class=${run.passed === runs[0]?.run.passed ? '' : 'differs'}>${run.passed ? 'passed' : 'failed'}</td>`)}
            </tr>
            ${reasons(rows.length, (at) => runs[at]?.run.sentence(runs[at].run.length - 1).text ?? '')}
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

/** What is the same is said once, of all whom it is said of. */
function alike(told: readonly (readonly [said: string, of: string])[]): [string, string[]][] {
  const grouped = new Map<string, string[]>();
  for (const [said, of] of told) grouped.set(said, [...(grouped.get(said) ?? []), of]);
  return [...grouped];
}

customElements.define('compare-rules', CompareRules);

export const show: Show = (session) => html`<compare-rules .session=${session}></compare-rules>`;
