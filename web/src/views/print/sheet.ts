/** A pipeline on paper: its picture, its order and tiers, its problems, and the trace, or the run, as a table. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Analysis } from '../../state/analysis';
import { dependenciesOf } from '../../state/document';
import type { Session } from '../../state/session';
import { textOf } from '../../state/typed';
import { clipped, counted, grouped, listed } from '../../state/words';
import { pictureOf } from './picture';
import { traceTable } from './trace_table';

/** A longer list says how much is left out. */
const most = 300;
const mostInTier = 40;

export function sheet(session: Session): TemplateResult {
  const { analysis, cursor, frame } = session;
  const { steps } = analysis.definition;
  const picture = pictureOf(session);
  return html`
    <h1><bdi>${clipped(textOf(session.store.definition.name) || 'A pipeline without a name')}</bdi></h1>
    <p>${counted(steps.length, 'step')}. Made with Run Orchestrator.</p>
    ${
      picture && frame
        ? html`<figure>
            ${picture}
            <figcaption>
              After event ${cursor + 1} of ${grouped(session.length)}${session.film ? ' of the run' : ''}: <bdi>${frame.sentence}</bdi>
            </figcaption>
          </figure>`
        : frame && steps.length > 0
          ? html`<p>The picture is left out: so many steps could not be read on paper.</p>`
          : nothing
    }
    ${problems(analysis)} ${frame ? orderAndTiers(analysis) : stepTable(analysis)} ${traceTable(session)}
  `;
}

function problems({ diagnostics, stall }: Analysis) {
  if (diagnostics.length === 0) return nothing;
  return html`<h2>Problems (${grouped(diagnostics.length)})</h2>
    <ul>
      ${diagnostics
        .slice(0, most)
        .map(
          ({ severity, message, hint }) =>
            html`<li>${severity}: <bdi>${message}</bdi>${hint ? html`<br />${hint}` : nothing}</li>`,
        )}
    </ul>
    ${more(diagnostics.length, 'problem')}
    ${stall?.cycles
      .slice(0, most)
      .map(
        (path) =>
          html`<p>Closed path: <bdi class="mono">${path.slice(0, most).map(clipped).join(' → ')}</bdi></p>`,
      )}`;
}

function orderAndTiers(analysis: Analysis) {
  const order = analysis.trace?.orderIds ?? new Uint32Array();
  const all = analysis.definition.steps.length;
  return html`<h2>Order</h2>
    ${
      analysis.stall
        ? html`<p>
            The trace stalls after ${grouped(order.length)} of ${counted(all, 'step')}: a cycle keeps
            the others out.
          </p>`
        : nothing
    }
    <ol class="order">
      ${Array.from(order.subarray(0, most), (step) => html`<li><bdi class="mono">${nameOf(analysis, step)}</bdi></li>`)}
    </ol>
    ${more(order.length, 'step')} ${analysis.stall ? nothing : tiers(analysis)}`;
}

function tiers(analysis: Analysis) {
  const rows: string[][] = [];
  analysis.definition.steps.forEach(({ name }, step) => {
    const tier = analysis.tierOf(step);
    while (rows.length <= tier) rows.push([]);
    rows[tier]?.push(name);
  });
  if (rows.length === 0) return nothing;
  return html`<h2>Tiers</h2>
    <p>The steps of a tier depend only on tiers above it, so they could run at the same time.</p>
    <ol>
      ${rows.slice(0, most).map((names) => html`<li><bdi class="mono">${listed(names, mostInTier)}</bdi></li>`)}
    </ol>
    ${more(rows.length, 'tier')}`;
}

/** Where errors keep it from being traced. */
function stepTable({ definition: { steps } }: Analysis) {
  return html`<h2>Steps</h2>
    <table>
      <thead>
        <tr><th scope="col">Step</th><th scope="col">Depends on</th></tr>
      </thead>
      <tbody>
        ${steps.slice(0, most).map(
          (step) => html`<tr>
            <td><bdi class="mono">${clipped(textOf(step.name))}</bdi></td>
            <td><bdi class="mono">${listed(dependenciesOf(step), mostInTier) || 'nothing'}</bdi></td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${more(steps.length, 'step')}`;
}

function nameOf(analysis: Analysis, step: number): string {
  return clipped(analysis.nameOf(step));
}

function more(count: number, what: string) {
  return count > most ? html`<p>And ${counted(count - most, `more ${what}`)}.</p>` : nothing;
}
