/** Which field of the editor a diagnostic belongs to. */
import type { Diagnostic, PipelineDefinition } from '../engine/index';

const stepFields = ['name', 'depends_on', 'max_retries', 'timeout_ms'];
const actionFields = ['output', 'duration_ms', 'fails', 'error'];

/**
 * The JSON pointer of the field that shows a diagnostic: "/steps/2/max_retries", "/steps/2" for what concerns the whole
 * step, "" for what concerns the whole pipeline.
 */
export function fieldOf(diagnostic: Diagnostic, definition: PipelineDefinition): string {
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
  const at = definition.steps.findIndex((step) => step.name === diagnostic.steps[0]);
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

/** The diagnostics of each field. */
export function byField(
  diagnostics: readonly Diagnostic[],
  definition: PipelineDefinition,
): Map<string, Diagnostic[]> {
  const fields = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const field = fieldOf(diagnostic, definition);
    fields.set(field, [...(fields.get(field) ?? []), diagnostic]);
  }
  return fields;
}
