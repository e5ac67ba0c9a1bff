/** Two runs of the same pipeline one above the other, with what differs marked and said. */
import { css, html, nothing } from 'lit';
import type { RunOptions, RunResult } from '../../engine/runs';
import { RunFilm } from '../../state/run_film';
import { listed, quoted } from '../../state/words';
import { base, controls, states } from '../../styles/shared';
import { keys, lanes, lanesStyles } from './lanes';
import { RunPanel } from './run_panel';
import { said } from './time';

export interface Side {
  title: string;
  options: RunOptions;
}

export interface Both {
  first: RunFilm;
  second: RunFilm;
  /** The steps whose ends differ. */
  different: ReadonlySet<number>;
}

export abstract class PairPanel extends RunPanel {
  static override styles = [
    base,
    controls,
    states,
    lanesStyles,
    css`
      h3 {
        margin: var(--s3) 0 var(--s1);
        font-size: var(--text);
        font-weight: var(--strong);
      }
      p {
        max-width: 75ch;
        margin-bottom: var(--s2);
      }
    `,
  ];

  protected abstract readonly sides: readonly [Side, Side];
  /** What the two are about. */
  protected abstract readonly about: string;
  /** What differs, and why. */
  protected abstract tell(both: Both): string;

  protected override draw() {
    const [first, second] = this.sides.map(({ options }) => this.desk.run(options));
    if (!(first instanceof RunFilm && second instanceof RunFilm)) return nothing;
    const different = differences(first, second);
    const both: Both = { first, second, different };
    const span = Math.max(first.run.makespan, second.run.makespan);
    return html`<p class="soft">${this.about}</p>
      <p role="status"><bdi>${this.tell(both)}</bdi></p>
      ${[first, second].map((film, at) => {
        const title = this.sides[at]?.title ?? '';
        const { passed, makespan } = film.run;
        return html`<h3>${title}: ${passed ? 'passed' : 'failed'} after ${said(makespan)}</h3>
          ${lanes({ film, label: title, cursor: null, span, different, press: ({ step }) => this.session.choose(step) })}`;
      })}
      ${keys()}
      ${different.size > 0 ? html`<p class="small">A dashed inner line marks steps that end otherwise or at another time in the other run. Press one to find it in the picture.</p>` : nothing}
      ${span === 0 ? this.noTime() : nothing}`;
  }
}

function byStep(film: RunFilm): Map<number, RunResult> {
  return new Map(film.run.report.results.map((result) => [result.id, result]));
}

function differences(first: RunFilm, second: RunFilm): Set<number> {
  const others = byStep(second);
  const { results } = first.run.report;
  const differ = results.filter(({ id, status, ended }) => {
    const other = others.get(id);
    return status !== other?.status || ended !== other.ended;
  });
  return new Set(differ.map(({ id }) => id));
}

/** The steps that end otherwise, in words. */
export function endOtherwise({ first, second }: Both): { names: string; count: number } {
  const others = byStep(second);
  const differ = first.run.report.results.filter(
    ({ id, status }) => status !== others.get(id)?.status,
  );
  return {
    names: listed(
      differ.map(({ step }) => quoted(step)),
      6,
    ),
    count: differ.length,
  };
}
