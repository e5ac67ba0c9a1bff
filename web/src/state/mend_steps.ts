/** Mends of steps: their names and what they depend on. */
import type { StepDefinition } from '../engine/index';
import { addStep, renameStep, setDependency } from './edits';
import { valueAt, withValueAt } from './json_pointer';
import { type Case, changing, type Mend } from './mend';
import { nearestName } from './nearest_name';
import { ordinal } from './standing';
import { quoted } from './words';

/** A dependency out of the list; a list that would be empty goes as a whole. */
export function removeEntry(found: Case): Mend {
  const { path, step, value } = found;
  const list = path.slice(0, path.lastIndexOf('/'));
  const on = typeof value === 'string' ? quoted(value) : 'a dependency';
  return changing('Remove this dependency', `free ${quoted(step)} from ${on}`, (whole) => {
    const items = valueAt(whole, list);
    const last = Array.isArray(items) && items.length === 1;
    return withValueAt(whole, last ? list : path, undefined);
  });
}

export function listOnce({ definition, path, step, value }: Case): Mend {
  const list = path.slice(0, path.lastIndexOf('/'));
  const items = valueAt(definition, list) as unknown[];
  const once = items.filter((item, at) => item !== value || items.indexOf(value) === at);
  const title = items.length - once.length > 1 ? 'List it only once' : 'Remove the second one';
  const label = `list ${quoted(String(value))} once in ${quoted(step)}`;
  return changing(title, label, (whole) => withValueAt(whole, list, once));
}

/** Looking for near names in a very long list would hold up the page. */
const mostCompared = 4000;

export function changeToNearest({ steps, path, value, step }: Case): Mend | null {
  if (typeof value !== 'string' || value === '' || steps.length > mostCompared) return null;
  const near = nearestName(value, namesOf(steps));
  // To depend on itself is what nobody means.
  if (near === null || near === step) return null;
  return changing(
    `Change it to ${quoted(near)}`,
    `make ${quoted(step)} depend on ${quoted(near)}`,
    (whole) => withValueAt(whole, path, near),
  );
}

export function createStep({ value }: Case): Mend | null {
  if (typeof value !== 'string' || value === '') return null;
  return { title: `Create step ${quoted(value)}`, edit: addStep(value) };
}

export function openCycle({ at, step, value }: Case): Mend | null {
  if (typeof value !== 'string') return null;
  return {
    title: `Remove ${quoted(value)} from what ${quoted(step)} depends on`,
    edit: setDependency(at, step, value, false),
  };
}

export function renameDuplicate({ steps, path, at, step }: Case): Mend {
  const place = namesOf(steps.slice(0, at + 1)).filter((name) => name === step).length;
  const which = ['first', 'second', 'third'][place - 1] ?? ordinal(place);
  const title = `Rename the ${which} ${quoted(step)}`;
  // Dependents go on meaning the first of that name.
  const rename = changing(title, `rename the ${which} ${quoted(step)}`, (whole) =>
    withValueAt(whole, path, freeNameLike(step, steps)),
  );
  return { ...rename, next: path };
}

export function giveName(found: Case): Mend {
  const { steps, at } = found;
  let number = at + 1;
  const taken = namesOf(steps);
  while (taken.includes(`step ${number}`)) number += 1;
  const name = `step ${number}`;
  return { ...renaming(found, name, `Name it ${quoted(name)}`), next: found.path };
}

/** Dependents follow, unless another step has the name too. */
export function renaming(
  { steps, path, at, step, value }: Case,
  name: string,
  title: string,
): Mend {
  const label = `rename ${step === '' ? `step ${at + 1}` : quoted(step)}`;
  const alone = namesOf(steps).filter((other) => other === value).length === 1;
  if (!alone || typeof value !== 'string') {
    return changing(title, label, (whole) => withValueAt(whole, path, name));
  }
  return { title, edit: { label, apply: renameStep(at, step, name).apply } };
}

/** As core/text.cpp has them: what leaves no mark, and what is no character at all. */
const invisible =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/gu;

export function takeOutInvisible(found: Case): Mend {
  const seen = found.step.replaceAll(invisible, '').trim() || `step ${found.at + 1}`;
  return renaming(found, freeNameLike(seen, found.steps), 'Take out what is invisible');
}

/** The name itself, or else the first of "name 2", "name 3", … that is free. */
export function freeNameLike(name: string, steps: readonly StepDefinition[]): string {
  const taken = new Set(namesOf(steps));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} ${number}`;
  return free;
}

/** A text that cannot be shown yet may hold anything for a step. */
function namesOf(steps: readonly (StepDefinition | null)[]): string[] {
  return steps.map((step) => step?.name).filter((name) => typeof name === 'string');
}
