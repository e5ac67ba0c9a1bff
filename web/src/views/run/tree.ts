/** Retry or skip: what is asked of a step while the run goes, a step's way through it, and where all of them end. */
import { css, html, nothing } from 'lit';
import type { StepState } from '../../engine/runs';
import type { RunFilm } from '../../state/run_film';
import type { RunKind } from '../../state/standing';
import { clipped, listed, quoted } from '../../state/words';
import { base, states } from '../../styles/shared';
import { type IconName, icon } from '../icons';
import type { Show } from '../tabbed_view';
import { RunPanel } from './run_panel';

interface Row {
  question: string;
  /** The answer that leads to the leaf, and the one that leads on. */
  out: string;
  on: string;
  leaf: string;
  kind: RunKind;
  endsHere(state: StepState): boolean;
}

const rows: readonly Row[] = [
  {
    question: 'Has the run stopped? By fail-fast after another failure, say.',
    out: 'yes',
    on: 'no',
    leaf: 'SKIPPED with the rest',
    kind: 'skipped',
    endsHere: ({ status, reason }) => status === 'SKIPPED' && reason !== 'upstream',
  },
  {
    question: 'Do all its dependencies let it run?',
    out: 'no',
    on: 'yes: an attempt starts',
    leaf: 'SKIPPED: blocked upstream',
    kind: 'blocked',
    endsHere: ({ status, reason }) => status === 'SKIPPED' && reason === 'upstream',
  },
  {
    question: 'Does the attempt end well, and in time?',
    out: 'yes',
    on: 'no',
    leaf: 'SUCCESS',
    kind: 'succeeded',
    endsHere: ({ status }) => status === 'SUCCESS',
  },
  {
    question: 'May it try again?',
    out: 'no',
    on: 'yes: it waits, then makes a further attempt, and that is asked again',
    leaf: 'FAILED',
    kind: 'failed',
    endsHere: ({ status }) => status === 'FAILED',
  },
];

/** Larger pipelines are not looked through at every event. */
const mostNamed = 8;

export class RetryTree extends RunPanel {
  static override styles = [
    base,
    states,
    css`
      p {
        max-width: 75ch;
      }
      ol {
        max-width: 860px;
        margin: var(--s3) 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 5fr) minmax(44px, 1fr) minmax(0, 5fr);
        align-items: stretch;
      }
      .question,
      .leaf {
        padding: var(--s2) var(--s3);
        border: 1.25px solid var(--edge);
        border-radius: var(--round);
        background: var(--surface);
      }
      .leaf {
        border-color: var(--hue);
        background: var(--tint);
        overflow-wrap: anywhere;
      }
      .leaf .state {
        white-space: normal;
      }
      .leaf .small {
        display: block;
      }
      .out {
        align-self: center;
        border-bottom: 2px solid var(--edge);
        text-align: center;
        font-size: var(--small);
      }
      .out::after {
        content: '';
        float: right;
        width: 9px;
        height: 9px;
        margin: 16px 0 -6px;
        border: solid var(--edge);
        border-width: 2px 2px 0 0;
        transform: rotate(45deg);
      }
      .on {
        grid-column: 1 / -1;
        min-height: 34px;
        margin-left: var(--s5);
        padding: var(--s1) var(--s3);
        border-left: 2px solid var(--edge);
        font-size: var(--small);
        line-height: 26px;
      }
      li:last-child .on {
        border-left: 0;
      }
      .lit,
      .lit::after {
        border-color: var(--accent);
      }
      .question.lit,
      .leaf.lit {
        border-width: 3px;
      }
      .out.lit,
      .on.lit {
        border-width: 0 0 4px 4px;
        font-weight: var(--strong);
      }
      .out.lit {
        border-left: 0;
      }
      .on.lit {
        border-bottom: 0;
      }
      .here {
        color: var(--accent);
        font-weight: var(--strong);
      }
    `,
  ];

  protected override draw(film: RunFilm) {
    const { session } = this;
    const cursor = this.cursor ?? film.length - 1;
    const about = film.run.event(cursor).step;
    const step = session.chosen ?? Math.max(about, 0);
    const states = film.run.stepStates(cursor);
    const name = quoted(film.analysis.nameOf(step));
    const its = states[step];
    if (!its) return nothing;
    const leafAt = rows.findIndex((row) => row.endsHere(its));
    const asked = leafAt >= 0 ? leafAt : askedOf(its);
    return html`
      <p>
        <bdi>${lastSentence(film, cursor, step) ?? `${name} has not started yet.`}</bdi>
        <span class="soft">${session.chosen === null ? 'Choose a step in the picture to follow it instead.' : `You follow ${name}, which is chosen.`}</span>
      </p>
      <ol aria-label="Decisions for ${name}">
        ${rows.map((row, at) => {
          const here = states.flatMap((state, id) =>
            row.endsHere(state) ? [clipped(film.analysis.nameOf(id))] : [],
          );
          const isLeaf = at === leafAt;
          const isOn = at < asked || (at === 3 && its.attempts > 1 && leafAt !== 3);
          return html`<li aria-current=${at === asked ? 'step' : nothing}>
            <div class="question ${at <= asked ? 'lit' : ''}">
              ${row.question}
              ${at === asked && leafAt < 0 ? html`<span class="here"><br />${name} is here.</span>` : nothing}
            </div>
            <div class="out ${isLeaf ? 'lit' : ''}">${row.out}</div>
            <div class="leaf ${row.kind} ${isLeaf ? 'lit' : ''}">
              <span class="state">${icon(row.kind as IconName)} <b>${row.leaf}</b></span>
              <bdi class="small">${here.length > 0 ? listed(here, mostNamed) : 'no step so far'}</bdi>
            </div>
            <div class="on ${isOn ? 'lit' : ''}">${at === 3 ? '↺' : '↓'} ${row.on}</div>
          </li>`;
        })}
      </ol>
      <p class="soft small">
        A step that has FAILED decides about others: with fail-fast the run stops, otherwise what
        depends on it is skipped.
      </p>
    `;
  }
}

/** The question that a step waits at which has not ended yet. */
function askedOf({ status, worker }: StepState): number {
  if (status === 'PENDING') return 1;
  return worker >= 0 ? 2 : 3;
}

/** Of the last event about the step. */
function lastSentence(film: RunFilm, cursor: number, step: number): string | null {
  for (let at = cursor; at >= 0; at -= 1) {
    if (film.run.event(at).step === step) return film.run.sentence(at).text;
  }
  return null;
}

customElements.define('retry-tree', RetryTree);

export const show: Show = (session) => html`<retry-tree .session=${session}></retry-tree>`;
