/** What the page and its worker say to each other. */
import type { FlatDocument, Phase, Prepared } from '../../../wasm/module/prepared';
import type { RunInput, RunOptions } from '../../../wasm/module/run_types';
import type { StudyGraph } from '../../../wasm/module/study_types';
import type {
  Diagnostic,
  Layout,
  LayoutOptions,
  PipelineDefinition,
  StepDefinition,
} from '../../../wasm/module/types';
import type { About } from './questions';
import type { ReportFormat } from './report';

export type Ask =
  /** First of all: the bytes of the wasm. */
  | { kind: 'open'; wasm: ArrayBuffer }
  /** A later one of the same kind replaces it. */
  | { kind: 'prepare'; id: number; flat: FlatDocument }
  /** With the bytes of run.wasm, which few need. */
  | {
      kind: 'run';
      id: number;
      flat: FlatDocument;
      options: RunOptions;
      format: ReportFormat;
      wasm: ArrayBuffer | Uint8Array;
    }
  | { kind: 'read'; id: number; file: Blob }
  | { kind: 'layout'; id: number; definition: PipelineDefinition; options: LayoutOptions }
  | StudyAsk;

/** Of the graph that came last, with the bytes of study.wasm; null where the worker has both already. */
export interface StudyAsk {
  kind: 'study';
  id: number;
  of: { graph: StudyGraph; wasm: ArrayBuffer | Uint8Array } | null;
  about: About;
  given: unknown[];
}

export type Told =
  | { kind: 'phase'; id: number; phase: Phase | 'read' | 'parse' }
  /** Some of them at a time, before `prepared`, `ran` or `end`: so that none takes the page long to receive. */
  | { kind: 'diagnostics'; id: number; diagnostics: Diagnostic[] }
  | { kind: 'steps'; id: number; steps: StepDefinition[]; of: number }
  | { kind: 'prepared'; id: number; graph: Prepared['graph'] }
  /** Null when the definition cannot be laid out. */
  | { kind: 'laid out'; id: number; layout: Layout | null }
  | { kind: 'ran'; id: number; report: Report | null; input: RunInput | null }
  | { kind: 'answered'; id: number; answer: unknown }
  /** The file's pipeline without its steps, which came before. */
  | { kind: 'end'; id: number; fields: Record<string, unknown> }
  /** The file is none that can be opened, and why. */
  | { kind: 'refused'; id: number; problem: string }
  | { kind: 'failed'; id: number; reason: string };

/** A report of any length: its first lines, and all of it where that is more. */
export interface Report {
  passed: boolean;
  text: string;
  /** How many lines there are beyond `text`. */
  more: number;
  whole: Blob;
}

/** A worker, or what stands in for one. */
export interface Port {
  postMessage(ask: Ask, transfer: Transferable[]): void;
  onmessage: ((event: { data: Told }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  terminate(): void;
}
