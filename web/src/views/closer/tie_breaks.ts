/** Which of several ready steps goes next: the orders that four rules give, side by side. */
import { html, nothing } from 'lit';
import { tieBreaks } from '../../engine/questions';
import type { TieBreak } from '../../engine/studies';
import type { Session } from '../../state/session';
import { clipped, counted, grouped } from '../../state/words';
import { firstDifference } from './depth_facts';

const mostRows = 100;

interface Rule {
  label: string;
  says: string;
}

const told: Readonly<Record<TieBreak, Rule>> = {
  fifo: {
    label: 'First in, first out (FIFO)',
    says: 'The course: what has been ready longest goes first, so that one tier follows the other.',
  },
  lifo: {
    label: 'Last in, first out (LIFO)',
    says: 'What became ready last goes first, so that a branch is followed as far as it goes.',
  },
  name: {
    label: 'By name',
    says: 'The first by name goes first, so that it does not matter in which order the file lists the steps.',
  },
  'longest-path': {
    label: 'Longest path first',
    says: 'What has the longest path ahead of it goes first, for it holds up the most.',
  },
};
/** The first is what the others are compared with. */
const rules = tieBreaks.map((tieBreak) => told[tieBreak]);

export function tieBreakTable({ analysis }: Session, orders: readonly Uint32Array[]) {
  const [first = new Uint32Array()] = orders;
  const steps = analysis.definition.steps.length;
  const places = orders.map((order) => firstDifference(first, order));
  const cell = (order: Uint32Array, row: number) => {
    const step = order[row] ?? -1;
    const mark =
      step === first[row]
        ? nothing
        : html`<span aria-hidden="true">≠ </span><span class="unseen">differs: </span>`;
    return html`<td class=${mark === nothing ? '' : 'differs'}>
      ${mark}<bdi class="mono">${clipped(analysis.nameOf(step))}</bdi>
    </td>`;
  };
  return html`
    <p>
      The algorithm takes any step that is ready. Which one, when there are several, is a rule of its own,
      and each gives ${first.length < steps ? 'a beginning' : 'a valid order'}.
      ${
        first.length < steps
          ? `All of them stop after ${counted(first.length, 'step')}, the same ones: no rule gets past a cycle.`
          : nothing
      }
    </p>
    <dl>
      ${rules.map(
        ({ label, says }, at) => html`<dt>${label}</dt>
          <dd>
            ${says}
            ${
              at === 0
                ? nothing
                : html`<span class="soft"
                    >${
                      (places[at] ?? -1) < 0
                        ? 'Here it comes to the same order.'
                        : `Here it differs first at place ${grouped((places[at] ?? 0) + 1)}.`
                    }</span
                  >`
            }
          </dd>`,
      )}
    </dl>
    ${
      first.length > 0
        ? html`<div class="scroll" tabindex="0" role="region" aria-label="Orders side by side" data-scrolls>
            <table>
              <thead>
                <tr>
                  <th scope="col" class="number">Place</th>
                  ${rules.map(({ label }) => html`<th scope="col">${label}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${Array.from(
                  first.slice(0, mostRows),
                  (_, row) => html`<tr>
                    <th scope="row" class="number">${row + 1}</th>
                    ${orders.map((order) => cell(order, row))}
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`
        : nothing
    }
    ${
      first.length > mostRows
        ? html`<p class="soft small">The first ${mostRows} of ${counted(first.length, 'place')}.</p>`
        : nothing
    }
  `;
}
