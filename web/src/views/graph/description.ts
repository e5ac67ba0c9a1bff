/** The picture in words, for those who do not see it. */
import type { Layout } from '../../engine/index';
import type { Analysis } from '../../state/analysis';
import { textOf } from '../../state/typed';
import { clipped, counted } from '../../state/words';

const mostTold = 10;

/** "Graph of demo ETL: 5 steps in 5 tiers." and what closes a cycle. */
export function describe({ definition, back }: Analysis, layout: Layout): string {
  const all = definition.steps.length;
  const shown = layout.steps.length;
  const tiers = new Set(layout.steps.map(({ tier }) => tier)).size;
  const part = shown < all ? `${shown} of ${counted(all, 'step')}` : counted(all, 'step');
  const closing = back
    .slice(0, mostTold)
    .map(({ from, to }) => ` That ${clipped(to)} depends on ${clipped(from)} closes a cycle.`);
  const name = clipped(textOf(definition.name) || 'the pipeline');
  return `Graph of ${name}: ${part} in ${counted(tiers, 'tier')}.${closing.join('')}`;
}
