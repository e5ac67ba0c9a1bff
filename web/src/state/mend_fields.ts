/** Mends of fields: another value, another name, or none at all. */
import type { PipelineDefinition } from '../engine/index';
import { shapeProblem } from '../formats/shape';
import { valueAt, withFieldRenamed, withValueAt } from './json_pointer';
import { type Case, changing, type Mend, of } from './mend';
import { removeEntry } from './mend_steps';
import { nearestName } from './nearest_name';
import { quoted } from './words';

export function setValue(found: Case, value: unknown): Mend {
  const to = `set ${found.field}`;
  const written = JSON.stringify(value);
  return changing(`S${to.slice(1)} to ${written}`, `${to}${of(found)} to ${written}`, (whole) =>
    withValueAt(whole, found.path, value),
  );
}

const defaults: Record<string, number | boolean> = {
  fail_fast: true,
  workers: 1,
  max_retries: 1,
  timeout_ms: 30000,
  duration_ms: 0,
  fails: 0,
};

export function setDefault(found: Case): Mend | null {
  const usual = defaults[found.field];
  return usual === undefined ? null : setValue(found, usual);
}

export function removeField(found: Case): Mend {
  const { path, field } = found;
  return changing(`Remove the field ${quoted(field)}`, `remove ${field}${of(found)}`, (whole) =>
    withValueAt(whole, path, undefined),
  );
}

/** By how deep the field is. */
const fieldsAt: Record<number, readonly string[]> = {
  1: ['name', 'fail_fast', 'workers', 'steps'],
  3: ['name', 'depends_on', 'max_retries', 'timeout_ms', 'action', 'run'],
  4: ['output', 'duration_ms', 'fails', 'error'],
};

export function renameField(found: Case): Mend | null {
  const { definition, keys, path, field } = found;
  const owner = path.slice(0, path.lastIndexOf('/'));
  const meant = nearestName(field, fieldsAt[keys.length] ?? []);
  if (meant === null || Object.hasOwn(valueAt(definition, owner) as object, meant)) return null;
  const value = meant === 'depends_on' ? listOf(found.value) : found.value;
  const rename = (whole: PipelineDefinition) => withFieldRenamed(whole, path, meant, value);
  if (spoilsStep(definition, rename(definition), found.at)) return null;
  return changing(`Rename the field to ${quoted(meant)}`, `rename ${field} to ${meant}`, rename);
}

/** A definition that the page cannot show would not outlive a reload. */
function spoilsStep(before: PipelineDefinition, after: PipelineDefinition, at: number): boolean {
  const problem = ({ steps }: PipelineDefinition) => shapeProblem({ steps: [steps[at]] });
  return at >= 0 && problem(before) === null && problem(after) !== null;
}

function listOf(value: unknown): unknown {
  return typeof value === 'string' ? [value] : value;
}

export function setFittingType(found: Case): Mend | null {
  const { keys, path, field, value } = found;
  const isText = typeof value === 'string';
  const inList = keys.at(-2);
  if (inList === 'depends_on') return removeEntry(found);
  if (inList === 'steps' && keys.length === 2) {
    return isText ? setValue({ ...found, field: 'it' }, { name: value }) : null;
  }
  if (field === 'depends_on' && isText) return setValue(found, [value]);
  if (field === 'fail_fast') return setValue(found, value !== 'false' && value !== 0);
  if (field in defaults) return isWhole(value) ? setValue(found, Number(value)) : setDefault(found);
  if (['name', 'run', 'output', 'error'].includes(field) && isPlain(value)) {
    return setValue(found, String(value));
  }
  return path === '' || path === '/steps' ? null : removeField(found);
}

function isPlain(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

/** A number in quotes that no field would refuse. */
function isWhole(value: unknown): boolean {
  return typeof value === 'string' && /^[1-9]\d?$/.test(value);
}
