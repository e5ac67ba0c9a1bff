/** Which field of the editor a diagnostic belongs to. */
import type { Diagnostic, PipelineDefinition } from '../engine/index';

const stepFields = ['name', 'depends_on', 'max_retries', 'timeout_ms'];
const actionFields = ['output', 'duration_ms', 'fails', 'error'];

/**
 * The JSON pointer of the field that shows a diagnostic: "/steps/2/max_retries", "/steps/2" for what concerns the whole
 * step, "" for what concerns the whole pipeline.
 */
export function fieldOf(
  diagnostic: Diagnostic,
  definition: PipelineDefinition,
  indexOf = (name: string) => definition.steps.findIndex((step) => step.name === name),
): string {
  const [, top, index, field, inner] = diagnostic.path.split('/');
  if (top === 'name' || top === 'fail_fast') return `/${top}`;
  if (top === 'steps' && index !== undefined) {
    if (field === undefined) return `/steps/${index}`;
    if (stepFields.includes(field)) return `/steps/${index}/${field}`;
    if (field !== 'action') return `/steps/${index}`;
    return inner !== undefined && actionFields.includes(inner)
      ? `/steps/${index}/action/${inner}`
      : `/steps/${index}/action`;
  }
  // A cycle belongs to no field of its own: the dependencies of its first step are a place to start.
  const [first] = diagnostic.steps;
  const at = first === undefined ? -1 : indexOf(first);
  return at === -1 ? '' : `/steps/${at}/depends_on`;
}

/** Whether an error keeps the pipeline from being traced: those of names and dependencies do, but for cycles. */
export function blocksTrace({ severity, code, path }: Diagnostic): boolean {
  if (severity !== 'error' || code === 'cyclic_dependency') return false;
  const [, top, , field] = path.split('/');
  return (
    (top === undefined || top === 'steps') &&
    (field === undefined || field === 'name' || field === 'depends_on')
  );
}

/** The diagnostics of each field, and under "…/*" those of all fields within. */
export function byField(
  diagnostics: readonly Diagnostic[],
  definition: PipelineDefinition,
  indexOf?: (name: string) => number,
): Map<string, Diagnostic[]> {
  const fields = new Map<string, Diagnostic[]>();
  const add = (field: string, diagnostic: Diagnostic) => {
    const list = fields.get(field);
    if (list) list.push(diagnostic);
    else fields.set(field, [diagnostic]);
  };
  for (const diagnostic of diagnostics) {
    const field = fieldOf(diagnostic, definition, indexOf);
    add(field, diagnostic);
    const [, , , outer, inner] = field.split('/');
    if (outer !== undefined && inner !== undefined) {
      add(`${field.slice(0, field.lastIndexOf('/'))}/*`, diagnostic);
    }
  }
  return fields;
}
