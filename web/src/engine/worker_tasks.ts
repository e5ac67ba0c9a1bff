/** What the worker does: everything about large pipelines that would hold up the page. */
import { loadCore } from '../../../wasm/module/core';
import { buffersOf, prepare } from '../../../wasm/module/prepared';
import { runInputOfFlat } from '../../../wasm/module/run_of';
import type { RunInput } from '../../../wasm/module/run_types';
import { loadRuns } from '../../../wasm/module/runs';
import type { Core, Diagnostic } from '../../../wasm/module/types';
import { readPipeline, weightOf } from '../formats/pipeline_file';
import type { Ask, Report, StudyAsk, Told } from './protocol';
import { reportIn, reportOf } from './report';
import { mostWatched } from './size';

type Post = (told: Told, transfer: Transferable[]) => void;

/** How much goes into one message; the page takes a few milliseconds for it. */
const weightAtOnce = 3000;
const diagnosticsAtOnce = 500;

export class Tasks {
  #engine: Promise<Core> | null = null;
  readonly #latest = new Map<string, number>();

  constructor(
    private readonly post: Post,
    /** Not everybody who has tasks studies. */
    private readonly study: ((ask: StudyAsk) => Promise<unknown>) | null = null,
  ) {}

  async handle(ask: Ask): Promise<void> {
    if (ask.kind === 'open') {
      this.#engine = loadCore({ wasmBinary: ask.wasm });
      // Whoever needs it is told; here it is only kept from being called unhandled.
      this.#engine.catch(() => {});
      return;
    }
    this.#latest.set(kindOf(ask), ask.id);
    try {
      if (ask.kind === 'prepare') await this.#prepare(ask);
      else if (ask.kind === 'run') await this.#run(ask);
      else if (ask.kind === 'layout') await this.#layOut(ask);
      else if (ask.kind === 'study') await this.#study(ask);
      else await this.#read(ask);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.post({ kind: 'failed', id: ask.id, reason }, []);
    }
  }

  async #prepare({ id, flat }: Ask & { kind: 'prepare' }): Promise<void> {
    const phases = prepare(await this.#core(), flat);
    for (;;) {
      const { done, value } = phases.next();
      if (done) {
        this.#diagnostics(id, value.diagnostics);
        const { graph } = value;
        const transfer = buffersOf(value) as ArrayBuffer[];
        this.post({ kind: 'prepared', id, graph }, transfer);
        return;
      }
      this.post({ kind: 'phase', id, phase: value }, []);
      await pause();
      if (this.#latest.get('prepare') === id) continue;
      phases.return(undefined as never);
      return;
    }
  }

  async #run({ id, flat, options, format, wasm }: Ask & { kind: 'run' }): Promise<void> {
    const input = runInputOfFlat(await this.#core(), flat);
    let report: Report | null = null;
    let watched: RunInput | null = null;
    if (input.ok) {
      const run = (await loadRuns({ wasmBinary: wasm })).openForReport(input, options);
      const text = reportIn(format, run);
      run.dispose();
      report = reportOf(run.passed, text);
      // The page has the names.
      if (input.names.length <= mostWatched) watched = { ...input, names: [] };
    } else {
      this.#diagnostics(id, input.diagnostics);
    }
    const { numbers, dependencies, text, ends } = watched ?? {};
    const buffers = [numbers, dependencies, text, ends].flatMap((list) => list?.buffer ?? []);
    this.post({ kind: 'ran', id, report, input: watched }, buffers as ArrayBuffer[]);
  }

  async #layOut({ id, definition, options }: Ask & { kind: 'layout' }): Promise<void> {
    const core = await this.#core();
    // Only the latest counts: edits in a row need not all be drawn.
    await pause();
    if (this.#latest.get('layout') !== id) return;
    const layout = core.layout(definition, options);
    this.post({ kind: 'laid out', id, layout: layout.ok ? layout : null }, []);
  }

  async #study(ask: StudyAsk): Promise<void> {
    // In a single file its functions are the core's.
    await this.#core();
    await pause();
    // What comes with a graph is looked at all the same: later questions are about it.
    if (!ask.of && this.#latest.get(kindOf(ask)) !== ask.id) return;
    const answer = await this.study?.(ask);
    this.post({ kind: 'answered', id: ask.id, answer }, []);
  }

  async #read({ id, file }: Ask & { kind: 'read' }): Promise<void> {
    this.post({ kind: 'phase', id, phase: 'read' }, []);
    const text = await file.text();
    this.post({ kind: 'phase', id, phase: 'parse' }, []);
    const read = readPipeline(text);
    if (!read.ok) {
      this.post({ kind: 'refused', id, problem: read.problem }, []);
      return;
    }
    const { steps, ...fields } = read.definition;
    const of = steps.length;
    for (let from = 0; from < of; ) {
      let to = from;
      for (let weight = 0; to < of && weight < weightAtOnce; to += 1) {
        weight += weightOf(steps[to]);
      }
      this.post({ kind: 'steps', id, steps: steps.slice(from, to), of }, []);
      from = to;
    }
    this.post({ kind: 'end', id, fields }, []);
  }

  #diagnostics(id: number, all: readonly Diagnostic[]): void {
    for (let from = 0; from < all.length; from += diagnosticsAtOnce) {
      const diagnostics = all.slice(from, from + diagnosticsAtOnce);
      this.post({ kind: 'diagnostics', id, diagnostics }, []);
    }
  }

  async #core(): Promise<Core> {
    if (!this.#engine) throw new Error('The worker was asked before it got its core.');
    return this.#engine;
  }
}

/** What a later one of replaces it. */
function kindOf(ask: Exclude<Ask, { kind: 'open' }>): string {
  return ask.kind === 'study' ? ask.about : ask.kind;
}

/** Lets newer messages in. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
