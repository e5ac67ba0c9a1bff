/** Attempts over time: a lane for each worker, and the waits for another attempt below them. */
import { css, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Bar, RunFilm } from '../../state/run_film';
import type { StandingKind } from '../../state/standing';
import { clipped, counted } from '../../state/words';
import { type IconName, icon } from '../icons';
import { said } from './time';

export const lanesStyles = css`
  .lanes {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    border: 1px solid var(--rule);
    border-radius: var(--round);
    background: var(--surface);
  }
  .who {
    padding: 0 var(--s2);
    border-right: 1px solid var(--rule);
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .who div {
    height: 34px;
    line-height: 34px;
    white-space: nowrap;
  }
  .scroll {
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .time {
    position: relative;
    margin: 0 var(--s3);
  }
  .lane {
    position: relative;
    height: 34px;
    border-bottom: 1px solid var(--rule);
  }
  .bar {
    position: absolute;
    top: 3px;
    justify-content: start;
    gap: var(--s1);
    min-width: 14px;
    min-height: 27px;
    height: 27px;
    padding: 0 1px;
    border: 1.5px solid var(--hue);
    border-radius: 4px;
    background: var(--tint);
    font-size: var(--small);
    overflow: hidden;
  }
  .bar svg {
    width: 11px;
  }
  .bar.failed,
  .bar.retry {
    border-style: dashed;
  }
  .bar.critical {
    border-bottom: 5px solid var(--ink);
  }
  .bar.differs {
    outline: 2px dashed var(--accent);
    outline-offset: -2px;
  }
  .bar:hover {
    background: var(--accent-tint);
  }
  .bar:focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: -3px;
  }
  .now {
    position: absolute;
    top: 0;
    bottom: 24px;
    border-left: 2px solid var(--accent);
    pointer-events: none;
  }
  .ticks {
    display: flex;
    justify-content: space-between;
    height: 24px;
    font-size: var(--small);
    color: var(--ink-soft);
  }
  @media (max-width: 480px) {
    .ticks :nth-child(even) {
      display: none;
    }
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
    margin: var(--s2) 0;
    font-size: var(--small);
  }
`;

const mostBars = 400;
const mostLanes = 32;
/** Of waits, which no worker limits. */
const mostRows = 8;

const looks: Partial<Record<Bar['how'], [kind: StandingKind, drawing: IconName, word: string]>> = {
  succeed: ['succeeded', 'succeeded', 'succeeded'],
  fail: ['failed', 'failed', 'failed'],
  time_out: ['failed', 'behind', 'timed out'],
  cancel: ['skipped', 'remove', 'cancelled'],
  wait: ['retry', 'retry', 'waits'],
};
export const howSaid = ({ how }: Bar): string => looks[how]?.[2] ?? 'running';

export interface Lanes {
  film: RunFilm;
  label: string;
  /** The event to mark; null for none. */
  cursor: number | null;
  /** Milliseconds that the whole width stands for; 0 for the run's own. */
  span?: number;
  zoom?: number;
  /** Steps to be marked. */
  different?: ReadonlySet<number>;
  /** Told which bar was pressed. */
  press: (bar: Bar) => void;
}

export function lanes({ film, label, cursor, span = 0, zoom = 1, different, press }: Lanes) {
  const { makespan, criticalPath } = film.run;
  // Where no time passes, the events themselves are the time.
  const isTimed = (span || makespan) > 0;
  const whole = isTimed ? span || makespan : film.length - 1;
  const x = (time: number, event: number) => (100 * (isTimed ? time : event)) / whole;
  const path = new Set(criticalPath);
  const bars = film.bars.slice(0, mostBars);
  const workers = Math.min(film.run.workers, mostLanes);
  const bar = (one: Bar, at: number) => {
    const [kind, drawing, word] = looks[one.how] ?? ['running', 'running', 'running'];
    const left = x(one.start, one.from);
    const name = clipped(film.analysis.nameOf(one.step));
    const isCritical = one.worker >= 0 && path.has(one.step);
    const differs = different?.has(one.step);
    const times = isTimed ? `, ${said(one.start)} to ${said(one.end)}` : '';
    const told = `${name} ${word}: attempt ${one.number}${times}${isCritical ? ', on the critical path' : ''}${differs ? ', differs' : ''}`;
    return html`<button
      class="bar ${kind} ${isCritical ? 'critical' : ''} ${differs ? 'differs' : ''}"
      .style=${`left:${left}%;width:${Math.max(0, x(one.end, one.to) - left)}%`}
      tabindex=${at === 0 ? 0 : -1}
      aria-label=${told}
      title=${told}
      @click=${() => press(one)}
    >${icon(drawing)}<bdi class="mono">${name}</bdi>${kind === 'succeeded' ? nothing : html` ${word}`}</button>`;
  };
  const rows = waitRows(film.waits.slice(0, mostBars));
  const undrawn = film.waits.length - rows.flat().length;
  const who = (name: string) => html`<div>${name}</div>`;
  return html`<div class="lanes" role="group" aria-label=${label} @keydown=${walk}>
      <div class="who" aria-hidden="true">
        ${Array.from({ length: workers }, (_, at) => who(`Worker ${at + 1}`))}
        ${rows.map((_, at) => who(at === 0 ? 'Waiting' : ''))}
      </div>
      <div class="scroll" data-scrolls>
        <div class="time" .style=${`width:calc(${zoom * 100}% - 24px)`}>
          ${
            // From one event to the next they stay as they are.
            guard([film, whole, different], () => [
              Array.from(
                { length: workers },
                (_, lane) => html`<div class="lane">
                  ${bars.map((one, at) => (one.worker === lane ? bar(one, at) : nothing))}
                </div>`,
              ),
              rows.map((row) => html`<div class="lane">${row.map((one) => bar(one, 1))}</div>`),
            ])
          }
          <div class="ticks" aria-hidden="true">
            ${[0, 0.25, 0.5, 0.75, 1].map(
              (part) =>
                html`<span>${isTimed ? said(whole * part) : part === 0 || part === 1 ? `event ${Math.round(whole * part) + 1}` : ''}</span>`,
            )}
          </div>
          ${
            cursor === null
              ? nothing
              : html`<div class="now" .style=${`left:${x(film.run.event(cursor).time, cursor)}%`}></div>`
          }
        </div>
      </div>
    </div>
    ${
      film.bars.length > mostBars || film.run.workers > mostLanes
        ? html`<p class="soft small">
            Drawn are the first ${counted(Math.min(mostBars, film.bars.length), 'attempt')} on the
            first ${counted(workers, 'worker')}.
          </p>`
        : nothing
    }
    ${undrawn > 0 ? html`<p class="soft small">Not drawn: ${counted(undrawn, 'further wait')}.</p>` : nothing}`;
}

/** What the bars mean. */
export function keys() {
  return html`<div class="keys">
    ${Object.values(looks).map(
      ([kind, drawing, word]) => html`<span class="state ${kind}">${icon(drawing)} ${word}</span>`,
    )}
    <span>thick lower edge: critical path</span>
  </div>`;
}

/** Waits in as few rows as they need, as far as there is room. */
function waitRows(waits: readonly Bar[]): Bar[][] {
  const rows: Bar[][] = [];
  for (const wait of waits) {
    const row = rows.find((one) => (one.at(-1)?.end ?? 0) <= wait.start);
    if (row) row.push(wait);
    else if (rows.length < mostRows) rows.push([wait]);
  }
  return rows;
}

/** The arrow keys lead from bar to bar. */
function walk(event: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const bars = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('.bar')];
  const at = bars.indexOf(event.target as HTMLElement);
  if (!by || at < 0) return;
  event.preventDefault();
  bars[at + by]?.focus();
}
