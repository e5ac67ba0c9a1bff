import type { PipelineDefinition } from './index';

/** How much a pipeline is: its steps and dependencies. */
export function sizeOf({ steps }: PipelineDefinition): number {
  let size = steps.length;
  for (const { depends_on } of steps) if (Array.isArray(depends_on)) size += depends_on.length;
  return size;
}

/** A picture with more dependencies takes longer to lay out than a frame may be late. */
const mostDrawnAtOnce = 110;
/** With every event of a large pipeline another part of it may have to be drawn, beside much else. */
const mostOfPartAtOnce = 40;

/** `drawn` is all of a pipeline, or the part of it that is drawn. */
export function isLongToDraw(drawn: PipelineDefinition, whole: PipelineDefinition): boolean {
  const most = drawn.steps.length < whole.steps.length ? mostOfPartAtOnce : mostDrawnAtOnce;
  return sizeOf(drawn) - drawn.steps.length > most;
}

/** So much takes the page's own thread some ten milliseconds; what is larger goes to the worker. */
const mostAtOnce = 5000;

/** Steps. The page itself looks at a run event by event, and more would hold it up when it opens one. */
export const mostWatched = 20_000;

export function isLarge(definition: PipelineDefinition): boolean {
  return sizeOf(definition) > mostAtOnce;
}
