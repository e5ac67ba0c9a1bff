/** The raw core behind an orchestrator, for the module's own files. */
import type { FlatDocument } from './flatten.js';
import type { RawCore } from './raw.js';
import type { Core } from './types.js';

const cores = new WeakMap<Core, RawCore>();

export function remember(orchestrator: Core, core: RawCore): void {
  cores.set(orchestrator, core);
}

export function coreOf(orchestrator: Core): RawCore {
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
