/** By which rules a pipeline is run, beside what its definition says. They are undone like any edit. */
import type { PolicyId, RetryDelay } from '../engine/runs';
import type { Document, Edit } from './document';

export interface Rules {
  policy: PolicyId;
  delay: Required<Pick<RetryDelay, 'kind' | 'base_ms' | 'jitter' | 'seed'>>;
}

const policies: Readonly<Record<PolicyId, true>> = {
  course: true,
  'github-actions': true,
  gitlab: true,
  airflow: true,
  argo: true,
};
const kinds: Readonly<Record<RetryDelay['kind'], true>> = {
  none: true,
  constant: true,
  exponential: true,
};
/** Of the first wait, in milliseconds; later ones are cut off by the core. */
export const longestBase = 3_600_000;
export const largestSeed = 999_999;

let read: { from: unknown; rules: Rules } = { from: undefined, rules: readRules(undefined) };

/** Whatever a storage or a link holds: what makes no sense is as it usually is. */
export function rulesOf({ rules: from }: Document): Rules {
  if (from !== read.from) read = { from, rules: readRules(from) };
  return read.rules;
}

function readRules(from: unknown): Rules {
  const { policy, delay } = fieldsOf(from);
  const { kind, base_ms, jitter, seed } = fieldsOf(delay);
  return {
    policy: oneOf(policies, policy, 'course'),
    delay: {
      kind: oneOf(kinds, kind, 'none'),
      base_ms: within(base_ms, longestBase, 1000),
      jitter: within(jitter, 1, 0),
      seed: Math.floor(within(seed, largestSeed, 1)),
    },
  };
}

/** Whether a page like this one has written them. */
export function areRules(from: unknown): boolean {
  return JSON.stringify(from) === JSON.stringify(readRules(from));
}

export function changeRules(label: string, change: Partial<Rules>): Edit {
  return {
    label,
    apply: (document) => ({ ...document, rules: { ...rulesOf(document), ...change } }),
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value ? (value as Record<string, unknown>) : {};
}
function oneOf<Choice extends string>(
  choices: Readonly<Record<Choice, true>>,
  value: unknown,
  usual: Choice,
): Choice {
  return typeof value === 'string' && Object.hasOwn(choices, value) ? (value as Choice) : usual;
}
function within(value: unknown, most: number, usual: number): number {
  return typeof value === 'number' && value >= 0 && value <= most ? value : usual;
}
