import type { StudyCore } from './study_raw.js';
import { sentencesOf } from './study_sentences.js';
import type {
  Colour,
  DependencyClass,
  DepthEventKind,
  DepthMoment,
  DepthTrace,
  Sentence,
  StepPair,
} from './study_types.js';

// In the order of the enumerations of core/dfs.h and core/dfs_walk.h.
const kinds: readonly DepthEventKind[] = ['start', 'discover', 'look', 'leave', 'finish'];
const classes: readonly DependencyClass[] = ['tree', 'back', 'forward', 'cross'];
const colours: readonly Colour[] = ['white', 'grey', 'black'];
const states: readonly DepthMoment['state'][] = ['running', 'sorted', 'cycle'];

/** What a trace needs of its study. */
export interface Opened {
  /** The study's address; throws once it is disposed of. */
  live(): number;
  /** A step as it is; throws when there is none. */
  checked(step: number): number;
}

export class CoreDepthTrace implements DepthTrace {
  readonly length: number;
  readonly discoveredIds: Uint32Array;
  readonly leftIds: Uint32Array;
  readonly back: readonly StepPair[];
  private readonly core: StudyCore;
  private readonly study: Opened;

  constructor(core: StudyCore, study: Opened) {
    this.core = core;
    this.study = study;
    const { raw } = core;
    this.length = raw.study_depth_size(study.live());
    raw.study_depth_discovered(study.live());
    this.discoveredIds = core.ids();
    raw.study_depth_left(study.live());
    this.leftIds = core.ids();
    raw.study_depth_back(study.live());
    this.back = pairsOf(core.ids());
  }

  moment(cursor: number): DepthMoment {
    this.core.raw.study_depth_moment(this.study.live(), this.checked(cursor));
    const [kind, step, dependent, found, line, discovered, left, state] = this.core.numbers();
    return {
      cursor,
      kind: kinds[kind as number] as DepthEventKind,
      step: step as number,
      dependent: dependent as number,
      found: classes[found as number] ?? null,
      line: line as number,
      discovered: discovered as number,
      left: left as number,
      state: states[state as number] as DepthMoment['state'],
    };
  }

  sentence(cursor: number): Sentence {
    this.core.raw.study_depth_sentence(this.study.live(), this.checked(cursor));
    return sentencesOf(this.core)[0] as Sentence;
  }

  colour(cursor: number, step: number): Colour {
    const { raw } = this.core;
    const colour = raw.study_depth_colour(
      this.study.live(),
      this.checked(cursor),
      this.study.checked(step),
    );
    return colours[colour] as Colour;
  }

  times(step: number): { discovered: number; left: number } {
    this.core.raw.study_depth_times(this.study.live(), this.study.checked(step));
    const [discovered = 0, left = 0] = this.core.numbers();
    return { discovered, left };
  }

  stack(cursor: number): Uint32Array {
    this.core.raw.study_depth_stack(this.study.live(), this.checked(cursor));
    return this.core.ids();
  }

  classOf(cursor: number, { from, to }: StepPair): DependencyClass | null {
    const found = this.core.raw.study_depth_class(
      this.study.live(),
      this.checked(cursor),
      this.study.checked(from),
      this.study.checked(to),
    );
    return classes[found] ?? null;
  }

  cycleAt(cursor: number): Uint32Array | null {
    this.core.raw.study_depth_cycle(this.study.live(), this.checked(cursor));
    const path = this.core.ids();
    return path.length > 0 ? path : null;
  }

  private checked(cursor: number): number {
    if (Number.isInteger(cursor) && cursor >= 0 && cursor < this.length) return cursor;
    throw new RangeError(`No event ${cursor}: cursors run from 0 to ${this.length - 1}.`);
  }
}

function pairsOf(ids: Uint32Array): StepPair[] {
  return Array.from({ length: ids.length / 2 }, (_, i) => ({
    from: ids[2 * i] as number,
    to: ids[2 * i + 1] as number,
  }));
}
