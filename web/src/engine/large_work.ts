/**
 * Work on large pipelines, done so that no frame of the page freezes: in a worker, and what only the page can do in
 * slices. Loaded when it is first needed.
 */
import { type FlatDocument, flattenSlowly, openPrepared } from '../../../wasm/module/prepared';
import { runBytes } from '../../../wasm/module/run_bytes';
import type { RunInput, RunOptions } from '../../../wasm/module/run_types';
import type { StudyGraph } from '../../../wasm/module/study_types';
import { readPipeline } from '../formats/pipeline_file';
import type {
  Diagnostic,
  Findings,
  Layout,
  LayoutOptions,
  Orchestrator,
  PipelineDefinition,
  StepDefinition,
} from './index';
import type { Ask, Port, Report, Told } from './protocol';
import type { About, Answer, Given } from './questions';
import type { ReportFormat } from './report';
import { sizeOf } from './size';
import { inSlices } from './slices';

/** What is being done, in words, and how far it is, from 0 to 1. */
export type Progress = (phase: string, share: number) => void;

/** The work was cancelled, or newer work of its kind has taken its place. */
export class Stopped extends Error {
  override name = 'Stopped';
}
/** The file is none that can be opened. The message is a sentence. */
export class Refused extends Error {
  override name = 'Refused';
}

/** The input is for opening the same run in the page; null where that would hold it up. */
export type Ran =
  | { ok: true; report: Report; input: RunInput | null }
  | { ok: false; diagnostics: Diagnostic[] };

type Delivery = () => Promise<{ port: Port; wasm: ArrayBuffer }>;
type Kind = Exclude<Ask['kind'], 'open' | 'study'> | About;

/** Work from its beginning on, also while it has not come to the worker yet. */
interface Begun {
  /** Why it need not go on. */
  ended: Error | null;
}

interface Job {
  kind: Kind;
  told(told: Told): void;
  failed(error: Error): void;
}

/** What is smaller the page reads by itself. */
const smallFile = 100_000;
/** A browser's longest text is not much longer, and it would have to hold several of them. */
const largestFile = 200_000_000;

export class LargeWork {
  #port: Promise<Port> | null = null;
  #id = 0;
  readonly #jobs = new Map<number, Job>();

  constructor(
    private readonly engine: Orchestrator,
    private readonly open: Delivery = async () => (await import('./open_worker')).openWorker(),
  ) {}

  async prepare(definition: PipelineDefinition, progress: Progress): Promise<Findings> {
    const steps = `${definition.steps.length.toLocaleString('en')} steps`;
    const shares = { check: 0.3, tiers: 0.7, cycles: 0.8, 'hand over': 0.9, read: 0, parse: 0 };
    const phases = {
      check: `Checking ${steps}`,
      tiers: `Sorting ${steps}`,
      cycles: 'Looking for cycles',
      'hand over': 'Opening the trace',
      read: '',
      parse: '',
    };
    progress(`Gathering ${steps}`, 0);
    const diagnostics: Diagnostic[] = [];
    return this.#send(
      definition,
      async () => (id, flat) => ({ kind: 'prepare', id, flat }),
      'prepare',
      (share) => progress(`Gathering ${steps}`, share * 0.3),
      (told, done) => {
        if (told.kind === 'phase') progress(phases[told.phase], shares[told.phase]);
        if (told.kind === 'diagnostics') diagnostics.push(...told.diagnostics);
        if (told.kind !== 'prepared') return;
        const { graph } = told;
        if (!graph) {
          done({ diagnostics, trace: null, back: [], tiers: null, graph: null });
          return;
        }
        const names = definition.steps.map(({ name }) => name);
        const back: { from: string; to: string }[] = [];
        for (let at = 0; at < graph.back.length; at += 2) {
          const [from, to] = [names[graph.back[at] as number], names[graph.back[at + 1] as number]];
          if (from !== undefined && to !== undefined) back.push({ from, to });
        }
        const trace = openPrepared(this.engine, names, graph);
        const { nameText, nameEnds, dependencies, tiers } = graph;
        const study = { names: { bytes: nameText, ends: nameEnds }, dependencies };
        done({ diagnostics, trace, back, tiers, graph: study });
      },
    );
  }

  async run(
    definition: PipelineDefinition,
    options: RunOptions,
    format: ReportFormat,
    progress: Progress,
  ): Promise<Ran> {
    const steps = `${definition.steps.length.toLocaleString('en')} steps`;
    progress(`Running ${steps}`, 0);
    const diagnostics: Diagnostic[] = [];
    return this.#send(
      definition,
      async () => {
        const wasm = await runBytes();
        return (id, flat) => ({ kind: 'run', id, flat, options, format, wasm });
      },
      'run',
      (share) => progress(`Running ${steps}`, share * 0.5),
      (told, done) => {
        if (told.kind === 'diagnostics') diagnostics.push(...told.diagnostics);
        if (told.kind !== 'ran') return;
        const { report, input } = told;
        const names = definition.steps.map(({ name }) => name);
        done(
          report
            ? { ok: true, report, input: input && { ...input, names } }
            : { ok: false, diagnostics },
        );
      },
    );
  }

  async read(file: File, progress: Progress): Promise<PipelineDefinition> {
    if (file.size > largestFile) {
      const size = Math.round(file.size / 1e6).toLocaleString('en');
      throw new Refused(
        `It is too large: ${size} MB, and at most ${largestFile / 1e6} can be opened.`,
      );
    }
    if (file.size <= smallFile) {
      const read = readPipeline(await file.text());
      if (!read.ok) throw new Refused(read.problem);
      return read.definition;
    }
    progress('Reading the file', 0);
    const mine = this.#replace('read');
    const port = await this.#worker();
    if (mine.ended) throw mine.ended;
    const steps: StepDefinition[] = [];
    return this.#job(
      'read',
      port,
      (id) => [{ kind: 'read', id, file }, []],
      (told, done) => {
        if (told.kind === 'phase') progress('Reading the file', told.phase === 'parse' ? 0.3 : 0.1);
        if (told.kind === 'steps') {
          steps.push(...told.steps);
          const of = told.of.toLocaleString('en');
          progress(`Taking over ${of} steps`, 0.5 + (0.5 * steps.length) / told.of);
        }
        if (told.kind === 'end') done({ ...told.fields, steps });
        if (told.kind === 'refused') throw new Refused(told.problem);
      },
    );
  }

  /** Null when it cannot be laid out. */
  async layOut(definition: PipelineDefinition, options: LayoutOptions): Promise<Layout | null> {
    const mine = this.#replace('layout');
    const port = await this.#worker();
    if (mine.ended) throw mine.ended;
    return this.#job(
      'layout',
      port,
      (id) => [{ kind: 'layout', id, definition, options }, []],
      (told, done) => {
        if (told.kind === 'laid out') done(told.layout);
      },
    );
  }

  /** Asks about a graph; of the same question only the latest is answered. */
  async ask<A extends About>(
    graph: StudyGraph,
    wasm: ArrayBuffer | Uint8Array,
    about: A,
    given: Given<A>,
  ): Promise<Answer<A>> {
    const mine = this.#replace(about);
    const port = await this.#worker();
    if (mine.ended) throw mine.ended;
    const isKnown = this.#asked?.port === port && this.#asked.graph === graph;
    this.#asked = { port, graph };
    const of = isKnown ? null : { graph, wasm };
    return this.#job(
      about,
      port,
      (id) => [{ kind: 'study', id, of, about, given }, []],
      (told, done) => {
        if (told.kind === 'answered') done(told.answer as Answer<A>);
      },
    );
  }
  /** The graph that a worker has. */
  #asked: { port: Port; graph: StudyGraph } | null = null;

  /** Ends whatever is being done; what comes next gets a new worker. */
  stop(): void {
    this.#end(new Stopped('Cancelled.'));
  }

  async #send<Result>(
    definition: PipelineDefinition,
    asking: () => Promise<(id: number, flat: FlatDocument) => Ask>,
    kind: Kind,
    gathered: (share: number) => void,
    told: (told: Told, done: (result: Result) => void) => void,
  ): Promise<Result> {
    const mine = this.#replace(kind);
    const starting = this.#worker();
    const ask = asking();
    // Waited for below, after the slices.
    ask.catch(() => {});
    // A pause comes after some four thousand cells; a step has about five, a dependency one.
    const pauses = sizeOf(definition) / 1500;
    const flat = await inSlices(
      flattenSlowly(definition),
      (sofar) => gathered(Math.min(1, sofar / pauses)),
      () => mine.ended === null,
    );
    if (!flat) throw mine.ended;
    const port = await starting;
    const asked = await ask;
    if (mine.ended) throw mine.ended;
    return this.#job(kind, port, (id) => [asked(id, flat), buffersOf(flat)], told);
  }

  /** The work of each kind that counts. */
  readonly #begun = new Map<Kind, Begun>();

  /** Newer work takes the place of older work of its kind. */
  #replace(kind: Kind): Begun {
    const replaced = new Stopped('Replaced.');
    const before = this.#begun.get(kind);
    if (before) before.ended = replaced;
    const begun: Begun = { ended: null };
    this.#begun.set(kind, begun);
    for (const [id, job] of this.#jobs) {
      if (job.kind !== kind) continue;
      this.#jobs.delete(id);
      job.failed(replaced);
    }
    return begun;
  }

  #job<Result>(
    kind: Kind,
    port: Port,
    ask: (id: number) => [Ask, Transferable[]],
    told: (told: Told, done: (result: Result) => void) => void,
  ): Promise<Result> {
    this.#id += 1;
    const id = this.#id;
    return new Promise<Result>((resolve, reject) => {
      const settle = (act: () => void) => {
        this.#jobs.delete(id);
        act();
      };
      this.#jobs.set(id, {
        kind,
        failed: reject,
        told(message) {
          if (message.kind === 'failed') {
            settle(() => reject(new Error(message.reason)));
            return;
          }
          try {
            told(message, (result) => settle(() => resolve(result)));
          } catch (error) {
            settle(() => reject(error));
          }
        },
      });
      port.postMessage(...ask(id));
    });
  }

  #worker(): Promise<Port> {
    if (!this.#port) {
      const port = this.#start();
      this.#port = port;
      port.catch(() => {
        if (this.#port === port) this.#port = null;
      });
    }
    return this.#port;
  }

  async #start(): Promise<Port> {
    const { port, wasm } = await this.open();
    port.onmessage = ({ data }) => this.#jobs.get(data.id)?.told(data);
    const mine = this.#port;
    port.onerror = ({ message }) => {
      if (this.#port === mine) this.#end(new Error(message || 'it could not be started'));
    };
    port.postMessage({ kind: 'open', wasm }, [wasm]);
    return port;
  }

  #end(error: Error): void {
    const port = this.#port;
    this.#port = null;
    for (const begun of this.#begun.values()) begun.ended ??= error;
    this.#begun.clear();
    port?.then(
      (started) => started.terminate(),
      () => {},
    );
    const jobs = [...this.#jobs.values()];
    this.#jobs.clear();
    for (const job of jobs) job.failed(error);
  }
}

function buffersOf({ cells, text }: FlatDocument): ArrayBuffer[] {
  return [cells.buffer as ArrayBuffer, text.buffer as ArrayBuffer];
}
