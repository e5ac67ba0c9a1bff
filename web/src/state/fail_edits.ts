/** Edits that make a step fail, or work, when it is run. */
import type { StepDefinition } from '../engine/index';
import { type Document, type Edit, withField, withStep, withSteps } from './document';
import { counted, quoted } from './words';

const long = 40_000;

/** What a step is made to do, with the words for it. */
export const doings = {
  works: 'works',
  always: 'always fails',
  once: 'fails once, then works',
  twice: 'fails twice, then works',
  slow: 'takes 40 s',
} as const;
export type Doing = keyof typeof doings;

const fails = { works: undefined, once: 1, twice: 2, always: 'always', slow: undefined } as const;

/** What it does now; null for anything else. */
export function doingOf({ action }: StepDefinition): Doing | null {
  if (action?.duration_ms === long) return action.fails ? null : 'slow';
  const wanted = action?.fails || undefined;
  return (
    (['works', 'once', 'twice', 'always'] as const).find((one) => fails[one] === wanted) ?? null
  );
}

/** It may then make enough attempts for it: one more than fail. */
export function makeStep(
  index: number,
  name: string,
  doing: Doing,
): { edit: Edit; message: string } {
  const count = fails[doing];
  const least = typeof count === 'number' ? count + 1 : 0;
  const apply = (document: Document) =>
    withStep(document, index, (step) => {
      let action = withField(typeof step.action === 'object' ? step.action : {}, 'fails', count);
      if (doing === 'slow') action = withField(action, 'duration_ms', long);
      else if (action.duration_ms === long) action = withField(action, 'duration_ms', undefined);
      const attempts = Math.max(Number(step.max_retries) || 1, least);
      const retried = least > 0 ? withField(step, 'max_retries', attempts) : step;
      return withField(retried, 'action', Object.keys(action).length > 0 ? action : undefined);
    });
  const may = least > 0 ? `, so it may make at least ${counted(least, 'attempt')}` : '';
  const what = `${quoted(name)} now ${doings[doing]}${may}.`;
  return { edit: { label: `make ${quoted(name)} behave: ${doings[doing]}`, apply }, message: what };
}

/** A second for each step whose attempts take no time. */
export function giveDurations(): Edit {
  return {
    label: 'give every step a second',
    apply: (document) =>
      withSteps(
        document,
        document.definition.steps.map((step) =>
          step.action?.duration_ms
            ? step
            : { ...step, action: { ...step.action, duration_ms: 1000 } },
        ),
      ),
  };
}

export function setWorkers(workers: number): Edit {
  return {
    label: `run on ${counted(workers, 'worker')}`,
    apply: (document) => ({
      ...document,
      definition: withField(document.definition, 'workers', workers),
    }),
  };
}
