/** Rows of a spreadsheet as one edit: steps of names that are there are changed, the others are added. */
import type { StepDefinition } from '../engine/index';
import type { StepRow } from '../formats/rows';
import { type Edit, withField, withSteps } from './document';
import { valueTyped } from './typed';
import { counted, grouped } from './words';

export interface Pasted {
  edit: Edit;
  added: number;
  changed: number;
}

export function pasteRows(rows: readonly StepRow[], steps: readonly StepDefinition[]): Pasted {
  const known = new Set(steps.map(({ name }) => name));
  const changed = rows.filter(({ name }) => known.has(name)).length;
  return {
    edit: {
      label: `paste ${counted(rows.length, 'row')}`,
      apply: (document) => withSteps(document, merged(document.definition.steps, rows)),
    },
    added: rows.length - changed,
    changed,
  };
}

/** "3 new steps, 1 brought up to date." */
export function pastedInWords({ added, changed }: Pasted): string {
  return `${counted(added, 'new step')}, ${grouped(changed)} brought up to date.`;
}

function merged(steps: readonly StepDefinition[], rows: readonly StepRow[]): StepDefinition[] {
  const left = new Map(rows.map((row) => [row.name, row]));
  const kept = steps.map((step) => {
    const row = left.get(step.name);
    // Of several steps with one name the first is meant.
    left.delete(step.name);
    return row ? withRow(step, row) : step;
  });
  return [...kept, ...[...left.values()].map((row) => withRow({ name: row.name }, row))];
}

/** An empty cell leaves the field to its default, as an empty field of the table does. */
function withRow(step: StepDefinition, row: StepRow): StepDefinition {
  const { depends_on, max_retries, timeout_ms } = row;
  let after = step;
  if (depends_on) {
    after = withField(after, 'depends_on', depends_on.length > 0 ? depends_on : undefined);
  }
  if (max_retries !== undefined) after = withField(after, 'max_retries', valueTyped(max_retries));
  if (timeout_ms !== undefined) after = withField(after, 'timeout_ms', valueTyped(timeout_ms));
  return after;
}
