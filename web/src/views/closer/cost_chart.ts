/** Events against steps + dependencies: a picture and the same as a table. */
import { html, nothing, svg } from 'lit';
import { clipped, counted, grouped } from '../../state/words';
import type { Measured } from './cost_measures';
import { scaleTo } from './cost_scale';

const [width, height] = [380, 260];
const [left, right, top, bottom] = [52, 8, 10, 40];
/** Where the largest is so many times the smallest, each line of the grid stands for ten times as much. */
const wide = 60;

const sizeOf = ({ steps, dependencies }: Measured) => steps + dependencies;

/** The last is the one that is shown on the page. */
export function costChart(all: readonly Measured[]) {
  const sizes = all.map(sizeOf).filter((size) => size > 0);
  const isTenfold = Math.max(...sizes) > wide * Math.min(...sizes);
  const mostSize = Math.max(...sizes, 1);
  const across = scaleTo(mostSize, isTenfold);
  const up = scaleTo(2 * mostSize + 2, isTenfold);
  const x = (size: number) => left + across.at(size) * (width - left - right);
  const y = (events: number) => height - bottom - up.at(events) * (height - top - bottom);
  return html`
    <p>
      Each dot is a pipeline: a sample, a copy that you keep, or this one. A trace that sorts puts each step
      in and out and takes each dependency off, with an event at its start and one at its end: so its dot
      lies between the lines of once and twice its steps + dependencies. Twice the pipeline, about
      twice the events, whatever its form. A trace that stalls ends early.
    </p>
    <figure>
      <svg
        viewBox="0 0 ${width} ${height}"
        role="img"
        aria-label="Events against steps + dependencies of ${counted(all.length, 'pipeline')}; the table has the numbers"
      >
        ${across.ticks.map(
          (tick) => svg`<path class="grid" d="M${x(tick)} ${top}V${height - bottom}" />
            <text x=${x(tick)} y=${height - bottom + 16} text-anchor="middle">${short(tick)}</text>`,
        )}
        ${up.ticks.map(
          (tick) => svg`<path class="grid" d="M${left} ${y(tick)}H${width - right}" />
            <text x=${left - 6} y=${y(tick) + 4} text-anchor="end">${short(tick)}</text>`,
        )}
        ${[1, 2].map((times) => {
          const points = Array.from({ length: 41 }, (_, at) => {
            const share = at / 40;
            const size = isTenfold ? mostSize ** share : mostSize * share;
            return `${x(size)} ${y(times * size + 2)}`;
          });
          return svg`<path class="line" d="M${points.join('L')}" />
            <text x=${x(mostSize)} y=${y(times * mostSize + 2) + (times === 1 ? 16 : -6)} text-anchor="end">${times === 1 ? 'once' : 'twice'}</text>`;
        })}
        ${all.map((one, at) => {
          const isShown = at === all.length - 1;
          const [cx, cy] = [x(sizeOf(one)), y(one.events)];
          const size = isShown ? 7 : 4;
          return one.isStalled
            ? svg`<path class=${isShown ? 'shown' : ''} d="M${cx - size} ${cy - size}l${2 * size} ${2 * size}M${cx - size} ${cy + size}l${2 * size} ${-2 * size}" />`
            : svg`<circle class=${isShown ? 'shown' : ''} cx=${cx} cy=${cy} r=${size} />`;
        })}
        <text x=${(left + width - right) / 2} y=${height - 6} text-anchor="middle">steps + dependencies</text>
        <text x=${-(top + height - bottom) / 2} y="12" text-anchor="middle" transform="rotate(-90)">events</text>
      </svg>
      <figcaption class="soft small">
        The large one is this pipeline. A cross has stalled.
        ${isTenfold ? 'Each line of the grid stands for ten times the one before.' : nothing}
      </figcaption>
    </figure>
    <details>
      <summary>The dots as a table</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Events of each pipeline" data-scrolls>
        <table>
          <thead>
            <tr>
              <th scope="col">Pipeline</th>
              <th scope="col" class="number">Steps</th>
              <th scope="col" class="number">Dependencies</th>
              <th scope="col" class="number">Events</th>
              <th scope="col">Ends</th>
            </tr>
          </thead>
          <tbody>
            ${all.map(
              (one) => html`<tr>
                <th scope="row"><bdi>${clipped(one.title)}</bdi></th>
                ${[one.steps, one.dependencies, one.events].map(
                  (value) => html`<td class="number">${grouped(value)}</td>`,
                )}
                <td>${one.isStalled ? 'stalled' : 'sorted'}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}

const short = (value: number): string =>
  value.toLocaleString('en', { notation: 'compact', maximumFractionDigits: 1 });
