/** The picture in words, for those who do not see it. */
import type { Columns, PipelineDefinition } from '../../engine/index';
import { dependenciesOf } from '../../state/document';
import { textOf } from '../../state/typed';
import { clipped, counted } from '../../state/words';

/** Above this many steps the picture is left out. */
export const mostDrawn = 300;
const mostTold = 40;

export function describe(definition: PipelineDefinition, { columns, back }: Columns): string {
  const { steps } = definition;
  const tiers = `${counted(steps.length, 'step')} in ${counted(columns.length, 'tier')}`;
  const told = steps.slice(0, mostTold).map((step) => {
    const on = dependenciesOf(step);
    return on.length > 0
      ? `${clipped(step.name)} depends on ${on.map(clipped).join(' and ')}.`
      : `${clipped(step.name)} depends on nothing.`;
  });
  const rest = steps.length - told.length;
  if (rest > 0) told.push(`And ${counted(rest, 'more step')}.`);
  const name = clipped(textOf(definition.name) || 'the pipeline');
  const closing = back.map(
    ({ from, to }) => `That ${clipped(to)} depends on ${clipped(from)} closes a cycle.`,
  );
  return [`Graph of ${name}: ${tiers}.`, ...told, ...closing].join(' ');
}
