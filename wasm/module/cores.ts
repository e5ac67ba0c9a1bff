/** The raw core behind an orchestrator, for the module's own files. */
import type { FlatDocument } from './flatten.js';
import { diagnosticsOf, type RawCore, textsOf } from './raw.js';
import type { Orchestrator } from './types.js';

const cores = new WeakMap<Orchestrator, RawCore>();

export function remember(orchestrator: Orchestrator, core: RawCore): void {
  cores.set(orchestrator, core);
}

export function coreOf(orchestrator: Orchestrator): RawCore {
  const core = cores.get(orchestrator);
  if (!core) throw new TypeError('This orchestrator was not made by loadOrchestrator.');
  return core;
}

/** Writes a definition to where the core's next call reads it. */
export function send(core: RawCore, { cells, text }: FlatDocument): void {
  core.makeRoom(cells.byteLength / 16, text.byteLength);
  core.cellsRoom().set(cells);
  core.textRoom().set(text);
}

/** The report of a run of the definition that was sent. */
export function reportFrom(
  core: RawCore,
  course: boolean,
  failFast: number,
): ReturnType<Orchestrator['reportText']> {
  if (!core.reportText(course, failFast)) return { ok: false, diagnostics: diagnosticsOf(core) };
  return { ok: true, passed: core.numbers()[0] === 1, text: textsOf(core)[0] as string };
}
