/** The raw bindings of wasm/bindings.cpp. Views show the wasm's memory: copy them before the next call. */
import type { Diagnostic, Failure, Report, Status } from './types.js';

/** A moment of a trace; steps by id, -1 for none. */
export interface RawMoment {
  kind: number;
  step: number;
  dependent: number;
  taken: number;
  entered: number;
  lowered: number;
  line: number;
  state: number;
}

/** Several lists in one: all ids, and where each list ends. */
export interface RawLists {
  ids: Uint32Array;
  ends: Uint32Array;
}

export interface RawTrace {
  size(): number;
  at(cursor: number): RawMoment;
  sentence(cursor: number): string;
  inDegrees(cursor: number): Uint32Array;
  inDegree(cursor: number, step: number): number;
  order(): Uint32Array;
  dependents(step: number): Uint32Array;
  stall(): RawStall | null;
  /** Where the centres of the next neighbourhood are written. */
  idsRoom(ids: number): Uint32Array;
  /** Steps, hidden dependencies and hidden dependents: three lists of equal length, one after another. */
  neighbourhood(most: number): Uint32Array;
  relatives(step: number): Uint8Array;
  delete(): void;
}

/** What keeps a trace from its end: closed paths, and for each step its `enum class Standing` of core/cycle.h. */
export interface RawStall extends RawLists {
  standing: Uint8Array;
}

/** All about one definition, piece by piece. All but the first two only when it is traceable. */
export interface RawChecked {
  diagnostics(): Diagnostic[];
  traceable(): boolean;
  names(): { text: Uint8Array; ends: Uint32Array };
  /** Pairs (upstream, dependent). */
  dependencies(): Uint32Array;
  columns(): { column: Uint32Array; back: Uint32Array };
  stall(): RawStall | null;
  delete(): void;
}

export interface RawResult {
  step: number;
  status: Status;
  attempts: number;
  duration_ms: number;
  output: string;
  error: string;
}
export type RawReport = Omit<Report, 'results'> & { ok: true; results: RawResult[] };

export interface RawCore {
  version(): string;
  pseudocode(): string[];
  makeRoom(cells: number, textBytes: number): void;
  cellsRoom(): Uint8Array;
  textRoom(): Uint8Array;
  pairsRoom(pairs: number): Uint32Array;
  boxesRoom(boxes: number): Float64Array;
  namesRoom(bytes: number): Uint8Array;
  nameEndsRoom(names: number): Uint32Array;
  check(course: boolean): Diagnostic[];
  sort(course: boolean): { ok: true; order: Uint32Array } | Failure;
  tiers(course: boolean): ({ ok: true } & RawLists) | Failure;
  columns(course: boolean): { ok: true; column: Uint32Array; back: Uint32Array } | Failure;
  layout(course: boolean, down: boolean): { ok: true; numbers: Float64Array } | Failure;
  simulate(course: boolean, failFast: number): RawReport | Failure;
  reportText(
    course: boolean,
    failFast: number,
  ): { ok: true; passed: boolean; text: string } | Failure;
  sortIds(
    stepCount: number,
  ): { ok: true; order: Uint32Array; stalled: boolean } | { ok: false; message: string };
  openTrace(course: boolean): RawTrace | null;
  /** Of what stands in pairsRoom, namesRoom and nameEndsRoom. */
  openPreparedTrace(): RawTrace;
  openChecked(course: boolean): RawChecked;
}

export type CreateCore = (options: { wasmBinary?: ArrayBuffer | Uint8Array }) => Promise<RawCore>;
