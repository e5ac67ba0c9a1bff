/**
 * A large pipeline's analysis, made in one thread and used in another: all of it is numbers and texts that can be handed
 * over, and opening a trace from them takes a few milliseconds.
 */
import { coreOf, send } from './cores.js';
import type { FlatDocument } from './flatten.js';
import { diagnosticsOf, type RawStall, stallOf } from './raw.js';
import { CoreTrace } from './trace.js';
import type { Core, Diagnostic, Trace } from './types.js';

export { type FlatDocument, flattenSlowly } from './flatten.js';

export interface Prepared {
  diagnostics: Diagnostic[];
  /** Null when errors keep the pipeline from being traced. */
  graph: PreparedGraph | null;
}

/** Steps are numbers here, their places in the definition. */
export interface PreparedGraph {
  /** All names in UTF-8, one after another, and where each ends. */
  nameText: Uint8Array;
  nameEnds: Uint32Array;
  /** Pairs (upstream, dependent), as the definition lists them. */
  dependencies: Uint32Array;
  /** Tiers of the graph without its back dependencies. */
  tiers: Uint32Array;
  /** Pairs (upstream, dependent): the dependencies that close a cycle. */
  back: Uint32Array;
  stall: RawStall | null;
}

/** What comes next. */
export type Phase = 'check' | 'tiers' | 'cycles' | 'hand over';

/** Stops before every phase, so that whoever asked can be told, or can change their mind. */
export function* prepare(orchestrator: Core, flat: FlatDocument): Generator<Phase, Prepared> {
  const core = coreOf(orchestrator);
  yield 'check';
  send(core, flat);
  const handle = core.open(false, false);
  const diagnostics = diagnosticsOf(core);
  if (!handle) return { diagnostics, graph: null };
  try {
    yield 'tiers';
    core.columnsOf(handle);
    const tiers = core.ids().slice();
    const back = core.ends().slice();
    yield 'cycles';
    const stall = stallOf(core, handle);
    yield 'hand over';
    core.names(handle);
    const nameText = core.bytes().slice();
    const nameEnds = core.ends().slice();
    core.dependencies(handle);
    const dependencies = core.ids().slice();
    return { diagnostics, graph: { nameText, nameEnds, dependencies, tiers, back, stall } };
  } finally {
    core.close(handle);
  }
}

/** The memory that can be handed to another thread instead of being copied. */
export function buffersOf({ graph }: Prepared): ArrayBufferLike[] {
  if (!graph) return [];
  const { nameText, nameEnds, dependencies, tiers, back, stall } = graph;
  const arrays = [nameText, nameEnds, dependencies, tiers, back];
  if (stall) arrays.push(stall.standing, stall.ids, stall.ends);
  return arrays.map(({ buffer }) => buffer);
}

/** The same trace as `orchestrator.trace` opens; `names` are those of the definition's steps. */
export function openPrepared(
  orchestrator: Core,
  names: readonly string[],
  graph: PreparedGraph,
): Trace {
  const core = coreOf(orchestrator);
  core.pairsRoom(graph.dependencies.length / 2).set(graph.dependencies);
  core.namesRoom(graph.nameText.length).set(graph.nameText);
  core.nameEndsRoom(graph.nameEnds.length).set(graph.nameEnds);
  return new CoreTrace(core, core.openPrepared(), names, graph.stall);
}
