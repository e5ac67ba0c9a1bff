/**
 * The in-degree of every step, at the start and now, or its attempts in a run, with the step's state. In its wide form, which adds the tier and
 * the neighbours, it is the picture's twin in words.
 */
import { css, html, noChange, nothing } from 'lit';
import type { Analysis } from '../state/analysis';
import { dependenciesOf } from '../state/document';
import type { Frame } from '../state/frame';
import { type Standing, wordsOf } from '../state/standing';
import { clipped, grouped, listed } from '../state/words';
import { base, controls, states, tables } from '../styles/shared';
import { afterRender } from './after_render';
import { keepInSight } from './graph/motion';
import { icon } from './icons';
import { PanelView } from './panel_view';
import { type Part, Sight } from './sight';

/** Longer tables scroll by themselves and are drawn in part: beside the picture sooner, where all is drawn at every event. */
const mostWhole = { beside: 24, wide: 100 };
/** So many names, and how many more there are. */
const mostNamed = 3;

/** A longer name may not fit in its cell. */
const longName = 10;

export class DegreesView extends PanelView {
  static override properties = { ...PanelView.properties, wide: { type: Boolean } };
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
        /* Below the heading, where that stays in sight as well. */
        top: var(--under, 0);
        background: var(--ground);
      }
      /* Fixed, lest words of other lengths move the columns at every event. */
      table {
        table-layout: fixed;
      }
      th.number {
        width: 48px;
        padding-left: 0;
      }
      th:last-child {
        width: 142px;
      }
      .run th.number {
        width: 44px;
        white-space: normal;
      }
      .run th.number:nth-child(2) {
        width: 68px;
      }
      .run th:last-child {
        width: 133px;
      }
      .run .number {
        padding-right: var(--s1);
      }
      .run td:first-child {
        padding-right: 0;
      }
      .wide th.number {
        width: 96px;
        padding-left: var(--s2);
      }
      .wide th:last-child {
        width: 150px;
      }
      .many {
        --under: 0;
        max-height: max(160px, min(60vh, 480px));
        overflow: auto;
        scrollbar-width: thin;
      }
      @media (min-width: 1100px) {
        .many:not(.wide) {
          max-height: max(150px, 100vh - 530px);
        }
      }
      .many tr {
        height: 33px;
      }
      .many td {
        white-space: nowrap;
      }
      tr.gap,
      tr.gap td {
        height: auto;
        padding: 0;
        border: 0;
      }
      .wide th {
        white-space: normal;
        vertical-align: bottom;
      }
      .wide td {
        padding-right: var(--s3);
        white-space: nowrap;
      }
      @media (max-width: 700px) {
        .wide table {
          min-width: 860px;
        }
        .wide {
          overflow-x: auto;
        }
      }
      td:last-child {
        padding-right: 0;
      }
      td:first-child {
        white-space: nowrap;
      }
      /* Only where something is cut off: each clip costs a layer at every frame. */
      td.long {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      tr.about {
        background: var(--accent-tint);
      }
      tr.about td:first-child {
        box-shadow: -6px 0 0 var(--accent-tint), inset 3px 0 0 var(--accent);
        padding-left: var(--s2);
      }
      @media (forced-colors: active) {
        tr.about {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
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

  declare wide: boolean;
  readonly #sight = new Sight(this, 'y', 33, 'tbody tr:not(.gap)');
  #neighbours: { analysis: Analysis; named: Map<number, [string, string]> } | null = null;
  #shown: { analysis: Analysis; cursor: number } | null = null;
  #drawn: { analysis: Analysis; rows: readonly Row[] } | null = null;

  constructor() {
    super();
    this.wide = false;
  }

  protected override updated(): void {
    const { analysis, cursor, frame } = this.session;
    const moved = this.#hasMoved;
    this.#shown = { analysis, cursor };
    const scroller = this.renderRoot.querySelector<HTMLElement>('.many');
    this.#sight.attach(scroller);
    if (!moved) return;
    const about = frame?.about ?? -1;
    if (!scroller) {
      const row = this.renderRoot.querySelector('.about');
      const head = this.renderRoot.querySelector('th');
      afterRender(() => keepInSight(this.closest('details'), row, head));
    } else if (about >= 0) this.#sight.reveal(about);
  }

  get #hasMoved(): boolean {
    const { analysis, cursor } = this.session;
    return this.#shown?.analysis !== analysis || this.#shown.cursor !== cursor;
  }

  override render() {
    const { analysis, frame } = this.session;
    const steps = analysis.definition.steps;
    if (!frame || steps.length === 0) this.#drawn = null;
    if (!frame) {
      return html`<p class="soft">In-degrees are counted once the problems are mended.</p>`;
    }
    if (steps.length === 0) return html`<p class="soft">No steps yet.</p>`;
    const { wide } = this;
    const isRun = frame.attempts !== undefined;
    const beside = isRun ? 'Statuses' : 'In-degrees';
    const isMany = steps.length > mostWhole[wide ? 'wide' : 'beside'];
    if (isMany && frame.about >= 0 && this.#hasMoved) this.#sight.reveal(frame.about, steps.length);
    const part = isMany ? this.#sight.part(steps.length) : { from: 0, to: steps.length };
    const gap = (room: number) =>
      isMany && room > 0
        ? html`<tr class="gap" aria-hidden="true"><td colspan=${wide ? 7 : 4} .style=${`height: ${room}px`}></td></tr>`
        : nothing;
    return html`
      <div
        class="${isMany ? 'many' : ''} ${wide ? 'wide' : ''} ${isRun && !wide ? 'run' : ''}"
        role=${isMany || wide ? 'group' : nothing}
        aria-label=${isMany || wide ? (wide ? 'Steps' : beside) : nothing}
        tabindex=${isMany || wide ? '0' : nothing}
        data-scrolls
      >
        <table
          aria-label=${wide ? 'Steps' : beside}
          aria-rowcount=${isMany ? steps.length + 1 : nothing}
        >
          <thead>
            <tr aria-rowindex=${isMany ? 1 : nothing}>
              <th scope="col">Step</th>
              ${
                wide
                  ? html`<th scope="col" class="number">Tier</th>
                      <th scope="col">Depends on</th>
                      <th scope="col">Dependents</th>`
                  : nothing
              }
              <th scope="col" class="number">${isRun ? 'Attempts' : wide ? 'In-degree at the start' : 'Start'}</th>
              <th scope="col" class="number">${isRun ? 'Waits for' : wide ? 'In-degree now' : 'Now'}</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            ${gap(this.#sight.before(part))}
            ${this.#rows(analysis, frame, part, isMany)}
            ${gap(this.#sight.behind(part))}
          </tbody>
        </table>
      </div>
    `;
  }

  /** To look at a row takes longer than to see that it is as it was. */
  #rows(analysis: Analysis, frame: Frame, { from, to }: Part, isMany: boolean): unknown[] {
    const { steps } = analysis.definition;
    const before = this.#drawn?.analysis === analysis ? this.#drawn.rows : [];
    const rows = Array.from({ length: to - from }, (_, at): Row => {
      const step = from + at;
      const about = step === frame.about;
      const standing = frame.standing(step);
      const changed = about && frame.moment.kind === 'decrement';
      const attempts = frame.attempts?.(step);
      return { step, now: frame.inDegree(step), attempts, standing, about, changed };
    });
    this.#drawn = { analysis, rows };
    return rows.map((row, at) => {
      if (isSame(row, before[at])) return noChange;
      return rowTemplate(row, {
        name: steps[row.step]?.name ?? '',
        place: isMany ? row.step + 2 : null,
        tier: analysis.tierOf(row.step) + 1,
        neighbours: this.wide ? this.#neighboursOf(analysis, row.step) : null,
        start: row.attempts ?? analysis.startInDegree(row.step),
      });
    });
  }

  /** What a step depends on and what depends on it, shortened. */
  #neighboursOf(analysis: Analysis, step: number): [string, string] {
    if (this.#neighbours?.analysis !== analysis) this.#neighbours = { analysis, named: new Map() };
    const { named } = this.#neighbours;
    const known = named.get(step);
    if (known) return known;
    const definition = analysis.definition.steps[step];
    const dependents = analysis.trace?.dependentsOf(step) ?? new Uint32Array();
    const first = Array.from(dependents.subarray(0, mostNamed), (at) => analysis.nameOf(at));
    const made: [string, string] = [
      definition ? listed(dependenciesOf(definition), mostNamed) : '',
      shortened(first, dependents.length),
    ];
    named.set(step, made);
    return made;
  }
}

function shortened(first: readonly string[], count: number): string {
  const rest = count - first.length;
  return rest > 0 ? `${listed(first)} and ${grouped(rest)} more` : listed(first);
}

/** What an event may change of a row. */
interface Row {
  step: number;
  now: number;
  attempts: number | undefined;
  standing: Standing;
  about: boolean;
  changed: boolean;
}

/** What it keeps as long as the pipeline is the same. */
interface Rest {
  name: string;
  /** Among the rows of a table that is drawn in part. */
  place: number | null;
  tier: number;
  neighbours: [string, string] | null;
  start: number;
}

function isSame(row: Row, before: Row | undefined): boolean {
  return (
    before !== undefined &&
    row.step === before.step &&
    row.now === before.now &&
    row.standing.kind === before.standing.kind &&
    row.attempts === before.attempts &&
    row.standing.place === before.standing.place &&
    row.standing.words === before.standing.words &&
    row.about === before.about &&
    row.changed === before.changed
  );
}

function rowTemplate({ now, standing, about, changed }: Row, rest: Rest) {
  const { name, place, tier, neighbours, start } = rest;
  return html`<tr class=${about ? 'about' : ''} aria-rowindex=${place ?? nothing}>
    <td title=${clipped(name)} class=${name.length > longName ? 'long' : ''}><bdi class="mono">${clipped(name)}</bdi></td>
    ${
      neighbours
        ? html`<td class="number soft">${tier}</td>
            ${neighbours.map((names) => html`<td title=${names} class=${names.length > longName ? 'long' : ''}><bdi class="mono">${names || '–'}</bdi></td>`)}`
        : nothing
    }
    <td class="number soft">${start}</td>
    <td class="number ${changed ? 'changed' : ''}">${now}</td>
    <td><span class="state ${standing.kind}">${icon(standing.kind)} ${wordsOf(standing)}</span></td>
  </tr>`;
}
