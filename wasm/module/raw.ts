/**
 * The raw bindings of wasm/bindings.cpp: functions of numbers. What a call answers beyond a number stands in lists until
 * the next call. Views show the wasm's memory: copy them before the next call.
 */
import type { Diagnostic } from './types.js';

/** What keeps a trace from its end: closed paths, and for each step its `enum class Standing` of core/cycle.h. */
export interface RawStall extends RawLists {
  standing: Uint8Array;
}

/** Several lists in one: all ids, and where each list ends. */
export interface RawLists {
  ids: Uint32Array;
  ends: Uint32Array;
}

export interface RawCore {
  makeRoom(cells: number, textBytes: number): void;
  cellsRoom(): Uint8Array;
  textRoom(): Uint8Array;
  pairsRoom(pairs: number): Uint32Array;
  boxesRoom(boxes: number): Float64Array;
  namesRoom(bytes: number): Uint8Array;
  nameEndsRoom(names: number): Uint32Array;
  /** Where the centres of the next neighbourhood are written. */
  idsRoom(ids: number): Uint32Array;

  /** The lists of the last answer. */
  ids(): Uint32Array;
  ends(): Uint32Array;
  numbers(): Float64Array;
  bytes(): Uint8Array;

  /** Answers texts. */
  version(): void;
  pseudocode(): void;
  /** Answers diagnostics. So do those below when they return false. */
  check(course: boolean): void;
  /** Answers ids. */
  sort(course: boolean): boolean;
  /** Answers lists. */
  tiers(course: boolean): boolean;
  /** Answers the column of each step as ids, and the pairs (upstream, dependent) that lead back as ends. */
  columns(course: boolean): boolean;
  /** Answers numbers. */
  layout(course: boolean, down: boolean): boolean;
  /** Answers numbers, ids and texts; see wasm/bindings.cpp. */
  runInput(course: boolean): boolean;
  hasRoom(bytes: number): boolean;
  /** Sorts pairsRoom; answers ids. 0: sorted; 1: stalled; -1: there is no such step. */
  sortIds(stepCount: number): number;

  /** A handle for the calls below, or 0 when the definition cannot be traced. Answers diagnostics. */
  open(course: boolean, traced: boolean): number;
  /** Of what stands in pairsRoom, namesRoom and nameEndsRoom. */
  openPrepared(): number;
  close(handle: number): void;
  /** Answers bytes, and where each name ends. */
  names(handle: number): void;
  /** Answers pairs (upstream, dependent) as ids. */
  dependencies(handle: number): void;
  /** As `columns`. */
  columnsOf(handle: number): void;
  /** False unless a trace stalls. Answers lists, and the standing of each step as bytes. */
  stall(handle: number): boolean;

  // The calls from here on are for what was opened as a trace.
  size(handle: number): number;
  /** Answers numbers: kind, step, dependent (or -1), taken, entered, lowered, line and state. */
  moment(handle: number, cursor: number): void;
  /** Answers one text. */
  sentence(handle: number, cursor: number): void;
  /** Answers ids, as the two below. */
  inDegrees(handle: number, cursor: number): void;
  order(handle: number): void;
  dependents(handle: number, step: number): void;
  inDegree(handle: number, cursor: number, step: number): number;
  /** Answers ids: steps, hidden dependencies and hidden dependents, lists of equal length. */
  neighbourhood(handle: number, most: number): void;
  /** Answers bytes. */
  relatives(handle: number, step: number): void;
}

export type CreateCore = (options: { wasmBinary?: ArrayBuffer | Uint8Array }) => Promise<RawCore>;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The texts of the last answer. */
export function textsOf(core: RawCore): string[] {
  const bytes = core.bytes();
  let start = 0;
  return Array.from(core.ends(), (end) => {
    const text = start === end ? '' : decoder.decode(bytes.subarray(start, end));
    start = end;
    return text;
  });
}

export function diagnosticsOf(core: RawCore): Diagnostic[] {
  const texts = textsOf(core);
  let place = 0;
  const next = () => texts[place++] as string;
  return Array.from(core.ids(), (length) => {
    const [code, severity] = [next(), next() as Diagnostic['severity']];
    const [message, hint, path] = [next(), next(), next()];
    return { code, severity, message, hint, steps: Array.from({ length }, next), path };
  });
}

/** Null unless a trace of it stalls. */
export function stallOf(core: RawCore, handle: number): RawStall | null {
  if (!core.stall(handle)) return null;
  return {
    standing: core.bytes().slice(),
    ids: core.ids().slice(),
    ends: core.ends().slice(),
  };
}
