/** The facade of study.wasm: what else can be asked of a pipeline's graph. */
import { studyBytes } from './study_bytes.js';
import { algorithms, codeOf, placeIn } from './study_code.js';
import { CoreDepthTrace, type Opened } from './study_depth.js';
import { mendsFound } from './study_mends.js';
import { StudyCore } from './study_raw.js';
import { sentencesOf } from './study_sentences.js';
import type {
  Algorithm,
  Code,
  CodeValue,
  Cost,
  DepthTrace,
  Mends,
  OrderCount,
  Sentence,
  Shape,
  StepPair,
  Studies,
  Study,
  StudyGraph,
  TieBreak,
} from './study_types.js';
import type { EventKind, LoadOptions } from './types.js';

/** In the order of `enum class EventKind` in core/trace.h. */
const eventKinds: readonly EventKind[] = ['start', 'enqueue', 'dequeue', 'decrement', 'finish'];
/** In the order of `enum class TieBreak` in core/tie_break.h. */
const tieBreaks: readonly TieBreak[] = ['fifo', 'lifo', 'name', 'longest-path'];
/** In the order of `enum class LineFormat` in core/trace_lines.h. */
const formats = ['text', 'json'] as const;
const noStep = 0xffffffff;

/** Loads study.wasm and makes it ready. Rejects when it cannot be had or compiled. */
export async function loadStudies({ wasmBinary }: LoadOptions = {}): Promise<Studies> {
  const core = await StudyCore.of(wasmBinary ?? (await studyBytes()));
  return { open: (of) => new CoreStudy(core, of) };
}

class CoreStudy implements Study, Opened {
  private readonly core: StudyCore;
  private readonly stepCount: number;
  /** 0 once it is disposed of. */
  private address: number;
  /** How many events Kahn's trace has. */
  private readonly length: number;
  private depthTrace: DepthTrace | null = null;

  constructor(core: StudyCore, of: StudyGraph) {
    this.core = core;
    this.stepCount = 'ends' in of.names ? of.names.ends.length : of.names.length;
    if (of.dependencies.length % 2 !== 0) {
      throw new RangeError('Pairs come in twos: upstream, dependent.');
    }
    for (const step of of.dependencies) this.checked(step);
    this.address = core.open(of);
    this.length = core.raw.study_size(this.address);
  }

  sentence(cursor: number): Sentence {
    this.raw.study_sentence(this.live(), this.checkedEvent(cursor));
    return sentencesOf(this.core)[0] as Sentence;
  }

  why(step: number, cursor: number): Sentence[] {
    this.raw.study_why(this.live(), this.checked(step), this.checkedEvent(cursor));
    return sentencesOf(this.core);
  }

  get depth(): DepthTrace {
    this.depthTrace ??= new CoreDepthTrace(this.core, this);
    return this.depthTrace;
  }

  events(kinds: readonly EventKind[], step: number): Uint32Array {
    const wanted = kinds.length > 0 ? kinds : eventKinds;
    const bits = wanted.reduce((sum, kind) => sum | (1 << eventKinds.indexOf(kind)), 0);
    this.raw.study_events(this.live(), bits, step < 0 ? noStep : this.checked(step));
    return this.core.ids();
  }

  order(tieBreak: TieBreak): Uint32Array {
    this.raw.study_order(this.live(), placeIn(tieBreaks, tieBreak));
    return this.core.ids();
  }

  brokenBy(order: ArrayLike<number>): StepPair | null {
    const study = this.live();
    for (let place = 0; place < order.length; place++) this.checked(order[place] as number);
    this.core.send(order);
    this.raw.study_broken_by(study);
    const [from, to] = this.core.ids();
    return from === undefined || to === undefined ? null : { from, to };
  }

  shape(): Shape {
    this.raw.study_shape(this.live());
    return this.shapeFound();
  }

  shapeWithout({ from, to }: StepPair): Shape {
    this.raw.study_shape_without(this.live(), this.checked(from), this.checked(to));
    return this.shapeFound();
  }

  mends(): Mends {
    this.raw.study_mends(this.live());
    return mendsFound(this.core, {
      freed: (pairs) => this.freedBy(pairs),
      told: (about) => this.mendsTold(about),
    });
  }

  orders(): OrderCount {
    this.raw.study_orders(this.live());
    const [[count = ''], [unique, exact]] = [this.core.texts(), this.core.numbers()];
    return { unique: unique === 1, count, exact: exact === 1 };
  }

  code(algorithm: Algorithm): Code {
    this.live();
    return codeOf(this.core, algorithm);
  }

  values(algorithm: Algorithm, cursor: number): CodeValue[] {
    const at = this.checkedEventOf(algorithm, cursor);
    this.raw.study_values(this.live(), placeIn(algorithms, algorithm), at);
    const texts = this.core.texts();
    return Array.from({ length: texts.length / 2 }, (_, i) => {
      const [name = '', text = ''] = texts.slice(2 * i);
      return { name, text };
    });
  }

  cost(algorithm: Algorithm, cursor: number): Cost {
    const at = this.checkedEventOf(algorithm, cursor);
    this.raw.study_cost(this.live(), placeIn(algorithms, algorithm), at);
    const [put = 0, taken = 0, followed = 0] = this.core.numbers();
    return { put, taken, followed };
  }

  lines(
    algorithm: Algorithm,
    format: 'text' | 'json',
    from: number,
    to: number,
    tieBreak: TieBreak = 'fifo',
  ): string {
    if (from >= to) return '';
    this.checkedEventOf(algorithm, from);
    this.checkedEventOf(algorithm, to - 1);
    this.raw.study_lines(
      this.live(),
      placeIn(algorithms, algorithm),
      placeIn(tieBreaks, tieBreak),
      placeIn(formats, format),
      from,
      to,
    );
    return this.core.texts()[0] ?? '';
  }

  dispose(): void {
    if (this.address) this.raw.study_close(this.address);
    this.address = 0;
  }

  private freedBy(pairs: StepPair[]): Uint32Array {
    const study = this.live();
    this.core.sendPairs(pairs.flatMap(({ from, to }) => [from, to]));
    this.raw.study_freed_by(study);
    return this.core.ids();
  }

  private mendsTold(about: number | StepPair | null): Sentence[] {
    const study = this.live();
    if (about === null) this.raw.study_tell_mends(study);
    else if (typeof about === 'number') this.raw.study_tell_knot(study, about);
    else this.raw.study_tell_mend(study, about.from, about.to);
    return sentencesOf(this.core);
  }

  private shapeFound(): Shape {
    const [depth = 0, width = 0] = this.core.numbers();
    return { tiers: new Int32Array(this.core.ids().buffer), depth, width, path: this.core.ends() };
  }

  private get raw() {
    return this.core.raw;
  }

  live(): number {
    if (this.address) return this.address;
    throw new Error('This study has been disposed of.');
  }

  checked(step: number): number {
    if (Number.isInteger(step) && step >= 0 && step < this.stepCount) return step;
    throw new RangeError(`No step ${step}: steps run from 0 to ${this.stepCount - 1}.`);
  }

  private checkedEventOf(algorithm: Algorithm, cursor: number): number {
    return this.checkedEvent(cursor, algorithm === 'dfs' ? this.depth.length : this.length);
  }

  private checkedEvent(cursor: number, length = this.length): number {
    if (Number.isInteger(cursor) && cursor >= 0 && cursor < length) return cursor;
    throw new RangeError(`No event ${cursor}: cursors run from 0 to ${length - 1}.`);
  }
}
