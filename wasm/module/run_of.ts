/** What a run is made from, out of a definition. */
import { coreOf, send } from './cores.js';
import { type FlatDocument, flatten } from './flatten.js';
import { diagnosticsOf, textsOf } from './raw.js';
import type { RunInput } from './run_types.js';
import type { CheckOptions, Core, Failure } from './types.js';

/** Reads a definition once. Runnable definitions only. */
export function runInputOf(
  core: Core,
  definition: unknown,
  options: CheckOptions = {},
): ({ ok: true } & RunInput) | Failure {
  return runInputOfFlat(core, flatten(definition), options);
}

/** The same of one that is flat already. */
export function runInputOfFlat(
  of: Core,
  flat: FlatDocument,
  { validation }: CheckOptions = {},
): ({ ok: true } & RunInput) | Failure {
  const core = coreOf(of);
  send(core, flat);
  if (!core.runInput(validation === 'course'))
    return { ok: false, diagnostics: diagnosticsOf(core) };
  const numbers = core.numbers();
  return {
    ok: true,
    names: textsOf(core).filter((_, text) => text % 3 === 1),
    failFast: numbers[0] === 1,
    workers: numbers[1] as number,
    numbers: numbers.slice(2),
    dependencies: core.ids().slice(),
    text: core.bytes().slice(),
    ends: core.ends().slice(),
  };
}
