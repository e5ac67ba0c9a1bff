/** Every event of the trace as a row, or of the run that is shown in its place; of very many only the first. */
import { html, nothing } from 'lit';
import type { Analysis } from '../../state/analysis';
import type { Frame } from '../../state/frame';
import type { Session } from '../../state/session';
import { clipped, grouped, listed } from '../../state/words';

const mostEvents = 500;
const mostInQueue = 12;

export function traceTable({ analysis, film, length }: Session) {
  if (!analysis.trace)
    return html`<p>There is no trace: the errors above have to be mended first.</p>`;
  const shown = Math.min(length, mostEvents);
  return html`<h2>${film ? 'Events of the run' : 'Trace'}</h2>
    ${
      shown < length
        ? html`<p>
            The first ${shown} of ${grouped(length)} events; the page shows the others.
          </p>`
        : nothing
    }
    <table class="trace">
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col">What happens</th>
          <th scope="col">Ready queue</th>
          <th scope="col">${film ? 'Settled' : 'In-degree'}</th>
        </tr>
      </thead>
      <tbody>
        ${Array.from({ length: shown }, (_, at) => row(analysis, (film ?? analysis).frame(at), at))}
      </tbody>
    </table>`;
}

function row(analysis: Analysis, frame: Frame | null, at: number) {
  if (!frame) return nothing;
  const queue = Array.from(frame.queue.subarray(0, mostInQueue), (step) => analysis.nameOf(step));
  const rest = frame.queue.length - queue.length;
  return html`<tr>
    <td class="number">${at + 1}</td>
    <td><bdi>${frame.sentence}</bdi></td>
    <td>
      <bdi class="mono">${listed(queue) || 'empty'}</bdi>${rest > 0 ? ` and ${grouped(rest)} more` : nothing}
    </td>
    <td>${frame.attempts ? frame.order.length : change(analysis, frame)}</td>
  </tr>`;
}

function change(analysis: Analysis, { moment }: Frame) {
  if (moment.kind !== 'decrement') return nothing;
  const now = analysis.trace?.inDegreeOf(moment.cursor, moment.dependent) ?? 0;
  const name = clipped(analysis.nameOf(moment.dependent));
  return html`<bdi class="mono">${name}</bdi> ${now + 1} → ${now}`;
}
