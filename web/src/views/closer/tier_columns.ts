/** Tiers side by side, each a column of its steps; one below the other where there is little room. */
import { html, nothing } from 'lit';
import type { Shape } from '../../engine/studies';
import type { Session } from '../../state/session';
import { clipped, counted, grouped } from '../../state/words';
import { icon } from '../icons';

/** More tiers, and more steps of one, are told by their number. */
const mostTiers = 40;
const mostSteps = 8;

export interface Columns {
  session: Session;
  shape: Shape;
  label: string;
  /** The tier that the trace is at; -1 for none. */
  now?: number;
  /** What it was before: steps that come from elsewhere are marked. */
  before?: Shape;
}

export function tierColumns({ session, shape, label, now = -1, before }: Columns) {
  const { analysis, chosen } = session;
  const { columns, out } = stepsByTier(shape, analysis.trace?.orderIds ?? []);
  // Where nothing waits, no path says anything.
  const onPath = new Set(shape.depth > 1 ? shape.path : []);
  const step = (id: number) => {
    const was = before?.tiers[id] ?? -1;
    const moved = before && was !== shape.tiers[id];
    return html`<li class=${onPath.has(id) ? 'path' : ''}>
      <button aria-pressed=${id === chosen} @click=${() => session.choose(id)}>
        ${onPath.has(id) ? html`${icon('taken')}<span class="unseen">on the longest path: </span>` : nothing}
        <bdi class="mono">${clipped(analysis.nameOf(id))}</bdi>
        ${
          moved
            ? html`<span class="moved">${was < 0 ? 'new' : `from tier ${was + 1}`}</span>`
            : nothing
        }
      </button>
    </li>`;
  };
  const column = (
    title: string,
    steps: readonly number[],
    note: string,
    current = false,
  ) => html`<li
    aria-current=${current ? 'step' : nothing}
  >
    <h4>${title}</h4>
    <p class="small soft">${counted(steps.length, 'step')}${note}</p>
    <ul>
      ${steps.slice(0, mostSteps).map(step)}
    </ul>
    ${
      steps.length > mostSteps
        ? html`<p class="small soft">and ${grouped(steps.length - mostSteps)} more</p>`
        : nothing
    }
  </li>`;
  // Both pictures have as many columns, so that they can be compared.
  const most = Math.max(shape.depth, before?.depth ?? 0);
  const room = Math.min(most, mostTiers) + (out.length > 0 ? 1 : 0);
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${label} data-scrolls>
      <ol class="tiers" .style=${`--columns: ${room}`}>
        ${columns
          .slice(0, mostTiers)
          .map((steps, tier) =>
            column(
              `Tier ${tier + 1}`,
              steps,
              (steps.length === shape.width && shape.width > 1 ? ', widest' : '') +
                (tier === now ? ', now' : ''),
              tier === now,
            ),
          )}
        ${out.length > 0 ? column('No tier', out, '') : nothing}
      </ol>
    </div>
    ${
      columns.length > mostTiers
        ? html`<p class="soft small">And ${counted(columns.length - mostTiers, 'more tier')}.</p>`
        : nothing
    }
  `;
}

interface Tiers {
  columns: readonly number[][];
  /** The steps without a tier. */
  out: number[];
}

const known = new WeakMap<Shape, Tiers>();

/** Within a tier as in the order, so that it can be read column by column; what is not in the order stands behind. */
function stepsByTier(shape: Shape, order: ArrayLike<number>): Tiers {
  const before = known.get(shape);
  if (before) return before;
  const { tiers, depth } = shape;
  const columns = Array.from({ length: depth }, (): number[] => []);
  const out: number[] = [];
  const isIn = new Uint8Array(tiers.length);
  const put = (step: number) => (columns[tiers[step] ?? -1] ?? out).push(step);
  for (let place = 0; place < order.length; place += 1) {
    const step = order[place] as number;
    isIn[step] = 1;
    put(step);
  }
  isIn.forEach((is, step) => {
    if (!is) put(step);
  });
  const found = { columns, out };
  known.set(shape, found);
  return found;
}
