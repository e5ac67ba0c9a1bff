/** What a study is made from, out of a definition. */
import { coreOf, send } from './cores.js';
import { flatten } from './flatten.js';
import { diagnosticsOf } from './raw.js';
import type { StudyOf } from './study_types.js';
import type { CheckOptions, Core, Failure, PipelineDefinition } from './types.js';

/**
 * Reads a definition once, and answers its graph for `Studies.open`. Well-formed definitions only, but cyclic ones too.
 */
export function studyOf(
  orchestrator: Core,
  definition: unknown,
  { validation }: CheckOptions = {},
): ({ ok: true } & StudyOf) | Failure {
  const core = coreOf(orchestrator);
  send(core, flatten(definition));
  const handle = core.open(validation === 'course', false);
  if (!handle) return { ok: false, diagnostics: diagnosticsOf(core) };
  core.dependencies(handle);
  const dependencies = core.ids().slice();
  core.close(handle);
  const names = (definition as PipelineDefinition).steps.map(({ name }) => name);
  return { ok: true, names, dependencies };
}
