import type { PipelineDefinition } from './index';

/** How much a pipeline is: its steps and dependencies. */
export function sizeOf({ steps }: PipelineDefinition): number {
  let size = steps.length;
  for (const { depends_on } of steps) if (Array.isArray(depends_on)) size += depends_on.length;
  return size;
}

/** A picture of more takes longer to lay out than a frame may be late. */
const mostDrawnAtOnce = 300;

export function isLongToDraw(definition: PipelineDefinition): boolean {
  return sizeOf(definition) > mostDrawnAtOnce;
}

/** So much takes the page's own thread some ten milliseconds; what is larger goes to the worker. */
const mostAtOnce = 5000;

export function isLarge(definition: PipelineDefinition): boolean {
  return sizeOf(definition) > mostAtOnce;
}
