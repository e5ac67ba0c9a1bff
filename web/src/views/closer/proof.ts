/**
 * The proof in one picture: the steps that are left over stand on both sides, and an arrow leads from each to a step that it
 * waits for. Every arrow ends among the same steps, so whoever were first would wait for somebody who comes before.
 */
import { html, nothing, svg } from 'lit';
import type { Analysis } from '../../state/analysis';
import { dependenciesOf } from '../../state/document';
import { clipped, counted, grouped } from '../../state/words';
import { fitted } from '../graph/label';
import { icon } from '../icons';

/** More would be no picture any more; what it shows is as true of the others. */
const mostDrawn = 10;

const row = 44;
const top = 26;
const box = { width: 160, height: 32, room: 138 };
const right = 280;

interface Waiting {
  step: number;
  /** One of the steps that it waits for, which is left over as well. */
  on: number;
}

/** The steps that are never taken out; those on a cycle first. */
function leftOver({ definition, trace, onCycle }: Analysis): number[] {
  const isSeen = new Uint8Array(definition.steps.length);
  for (const step of trace?.orderIds ?? []) isSeen[step] = 1;
  for (const step of onCycle) isSeen[step] = 1;
  const behind: number[] = [];
  isSeen.forEach((is, step) => {
    if (!is) behind.push(step);
  });
  return [...onCycle, ...behind];
}

/** One of the dependencies of a step left over that is left over, too: on a cycle where there is one, so that the arrows stay together. */
function waitingOf(step: number, analysis: Analysis): Waiting {
  const { definition, trace, onCycle } = analysis;
  const own = definition.steps[step];
  const upstream = own ? dependenciesOf(own).map((name) => analysis.indexOf(name)) : [];
  const on =
    upstream.find((one) => onCycle.has(one)) ??
    upstream.find((one) => trace?.standing?.[one] !== 0);
  return { step, on: on ?? step };
}

export function proofPicture(analysis: Analysis) {
  const all = leftOver(analysis);
  const drawn = withTargets(all, (step) => waitingOf(step, analysis));
  const place = new Map(drawn.map(({ step }, at) => [step, at]));
  const name = (step: number) => clipped(analysis.nameOf(step));
  const middle = (at: number) => top + at * row + box.height / 2;
  const boxAt = (
    step: number,
    at: number,
    x: number,
  ) => svg`<g class=${analysis.onCycle.has(step) ? 'cycle' : 'behind'}>
      <rect x=${x + 2} y=${top + at * row} width=${box.width} height=${box.height} rx="7" />
      <text x=${x + 2 + box.width / 2} y=${middle(at) + 5} text-anchor="middle">${fitted(analysis.nameOf(step), box.room)}</text>
    </g>`;
  const arrow = ({ on }: Waiting, at: number) => {
    const to = middle(place.get(on) ?? 0);
    const [start, end] = [box.width + 4, right - 6];
    const half = (start + end) / 2;
    return svg`<path d="M${start} ${middle(at)} C${half} ${middle(at)} ${half} ${to} ${end} ${to}" />
      <path class="head" d="M${right + 1} ${to}l-9 -4.5v9z" />`;
  };
  const rest = all.length - drawn.length;
  return html`
    ${
      drawn.length > 0
        ? html`<svg
      class="proof"
      viewBox="0 0 ${right + box.width + 4} ${top + drawn.length * row}"
      role="img"
      aria-label=${`Each waits for one of the same steps: ${drawn
        .map(({ step, on }) => `${name(step)} waits for ${step === on ? 'itself' : name(on)}`)
        .join(', ')}.`}
    >
      <text class="heading" x="2" y="14">left over</text>
      <text class="heading" x=${right + 2} y="14">waits for</text>
      ${drawn.map(arrow)} ${drawn.map(({ step }, at) => [boxAt(step, at, 0), boxAt(step, at, right)])}
    </svg>`
        : nothing
    }
    <p class="soft small">
      <span class="state cycle">${icon('cycle')} on a cycle</span>
      ${
        analysis.onCycle.size < all.length
          ? html`<span class="state behind">${icon('behind')} only waiting behind it</span>`
          : nothing
      }
    </p>
    <p>
      ${
        all.length === 1
          ? 'The step that is left over waits for itself. It would have to come before itself, so it can never be first.'
          : `Of the ${counted(all.length, 'step')} that are left over, each waits for one of the same ${grouped(all.length)}. Suppose one of them could be first: what it waits for would have to come before it, and is left over too. So none can be first, and the queue stays empty.`
      }
      ${rest > 0 && drawn.length > 0 ? `Drawn are ${drawn.length}; the same is true of the other ${grouped(rest)}.` : ''}
    </p>
  `;
}

/** Of more it is not tried whether they fit. */
const mostTried = 2000;

/** As many as fit, each with all that its arrow and those behind it lead to; none where a cycle alone is too long. */
function withTargets(all: readonly number[], waiting: (step: number) => Waiting): Waiting[] {
  const drawn = new Map<number, Waiting>();
  for (const first of all.slice(0, mostTried)) {
    const chain = new Map<number, Waiting>();
    let step = first;
    while (!drawn.has(step) && !chain.has(step) && drawn.size + chain.size <= mostDrawn) {
      const next = waiting(step);
      chain.set(step, next);
      step = next.on;
    }
    if (drawn.size + chain.size > mostDrawn) continue;
    for (const [step, own] of chain) drawn.set(step, own);
    if (drawn.size === mostDrawn) break;
  }
  return [...drawn.values()];
}
