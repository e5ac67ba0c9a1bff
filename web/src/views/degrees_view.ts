/** The in-degree of every step, at the start and now, with the step's state: the picture's twin in words. */
import { css, html, nothing } from 'lit';
import { type Standing, wordsOf } from '../state/standing';
import { clipped } from '../state/words';
import { base, controls, states, tables } from '../styles/shared';
import { keepInSight } from './graph/motion';
import { icon } from './icons';
import { View } from './view';

/** More rows than this are shown as a window around the step of the event. */
const windowSize = 100;

export class DegreesView extends View {
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      td {
        height: 32px;
      }
      .state {
        font-size: var(--small);
      }
      th {
        position: sticky;
        top: 0;
        background: var(--ground);
      }
      /* Fixed, lest words of other lengths move the columns at every event. */
      table {
        table-layout: fixed;
      }
      th:nth-child(2),
      th:nth-child(3) {
        width: 50px;
      }
      th:last-child {
        width: 126px;
      }
      td:last-child {
        padding-right: 0;
      }
      td:first-child {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      tr {
        transition: background var(--quick);
      }
      tr.about {
        background: var(--accent-tint);
      }
      tr.about td:first-child {
        box-shadow: -6px 0 0 var(--accent-tint), inset 3px 0 0 var(--accent);
        padding-left: var(--s2);
      }
      .zero {
        color: var(--ink-soft);
      }
      .changed {
        font-weight: var(--strong);
        color: var(--accent);
      }
    `,
  ];

  protected override updated(): void {
    keepInSight(this.closest('details'), this.renderRoot.querySelector('.about'));
  }

  override render() {
    const { analysis, frame } = this.session;
    const steps = analysis.definition.steps;
    if (!frame) {
      return html`<p class="soft">In-degrees are counted once the problems are mended.</p>`;
    }
    if (steps.length === 0) return html`<p class="soft">No steps yet.</p>`;
    const { about } = frame;
    const from = windowStart(steps.length, about);
    const rows = steps.slice(from, from + windowSize);
    return html`
      ${
        steps.length > windowSize
          ? html`<p class="soft small">
              Steps ${from + 1} to ${from + rows.length} of ${steps.length.toLocaleString('en')}, around
              the current event.
            </p>`
          : nothing
      }
      <table aria-label="In-degrees">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" class="number">Start</th>
            <th scope="col" class="number">Now</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(({ name }, offset) => {
            const step = from + offset;
            return rowTemplate({
              name,
              start: analysis.startInDegree(step),
              now: frame.inDegree(step),
              standing: frame.standing(step),
              about: step === about,
              changed: frame.moment.kind === 'decrement' && step === about,
            });
          })}
        </tbody>
      </table>
    `;
  }
}

interface Row {
  name: string;
  start: number;
  now: number;
  standing: Standing;
  about: boolean;
  changed: boolean;
}

function rowTemplate({ name, start, now, standing, about, changed }: Row) {
  return html`<tr class=${about ? 'about' : ''}>
    <td title=${clipped(name)}><bdi class="mono">${clipped(name)}</bdi></td>
    <td class="number soft">${start}</td>
    <td class="number ${changed ? 'changed' : ''}">${now}</td>
    <td><span class="state ${standing.kind}">${icon(standing.kind)} ${wordsOf(standing)}</span></td>
  </tr>`;
}

function windowStart(count: number, about: number): number {
  if (count <= windowSize || about < 0) return 0;
  return Math.max(0, Math.min(about - Math.floor(windowSize / 2), count - windowSize));
}
