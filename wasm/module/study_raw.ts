/**
 * The raw bindings of wasm/study_bindings.cpp: plain functions of numbers, without any glue. What a call answers beyond a
 * number stands in lists until the next call; here they are copied out.
 */
import { exportsOf } from './plain_exports.js';
import { type PlainExports, PlainWasm } from './plain_wasm.js';
import type { StudyGraph, Texts } from './study_types.js';

/** What the wasm exports. The first argument is the address of a study. */
export interface RawStudy extends PlainExports {
  study_open(): number;
  study_close(study: number): void;
  /** Answers ids: cursors. */
  study_events(study: number, kinds: number, step: number): void;
  /** Answers ids. */
  study_order(study: number, tieBreak: number): void;
  /** Of the steps in the ids room. Answers ids: a dependency or none. */
  study_broken_by(study: number): void;
  /** Answers ids, ends and numbers, as the one below. */
  study_shape(study: number): void;
  study_shape_without(study: number, from: number, to: number): void;
  /** Answers ids, ends and numbers, as wasm/study_bindings.cpp says. */
  study_mends(study: number): void;
  /** Each answers sentences: of a knot, of a dependency, of all knots. */
  study_tell_knot(study: number, knot: number): void;
  study_tell_mend(study: number, from: number, to: number): void;
  study_tell_mends(study: number): void;
  study_exact_up_to(): number;
  /** Of the pairs in their room. Answers ids. */
  study_freed_by(study: number): void;
  /** Answers one text, and numbers. */
  study_orders(study: number): void;

  /** How many events Kahn's trace has. */
  study_size(study: number): number;
  /** Answers texts and numbers; see study_sentences.ts. */
  study_sentence(study: number, cursor: number): void;
  study_why(study: number, step: number, cursor: number): void;

  /** Answers texts, five a row. */
  study_code_rows(algorithm: number): void;
  /** Answers texts and numbers, one a line. */
  study_program(algorithm: number, language: number): void;
  /** Answers texts: name and value in turn. */
  study_values(study: number, algorithm: number, cursor: number): void;
  /** Answers three numbers. */
  study_cost(study: number, algorithm: number, cursor: number): void;
  /** Answers one text. */
  study_lines(
    study: number,
    algorithm: number,
    tieBreak: number,
    format: number,
    from: number,
    to: number,
  ): void;

  study_depth_size(study: number): number;
  /** Answers ids, as those below. */
  study_depth_discovered(study: number): void;
  study_depth_left(study: number): void;
  study_depth_back(study: number): void;
  study_depth_stack(study: number, cursor: number): void;
  study_depth_cycle(study: number, cursor: number): void;
  /** Answers numbers: kind, step, dependent, class (or -1), line, discovered, left and state. */
  study_depth_moment(study: number, cursor: number): void;
  /** Answers numbers: discovery and finishing time. */
  study_depth_times(study: number, step: number): void;
  study_depth_sentence(study: number, cursor: number): void;
  study_depth_colour(study: number, cursor: number, step: number): number;
  /** -1 for none. */
  study_depth_class(study: number, cursor: number, from: number, to: number): number;
}

export class StudyCore extends PlainWasm<RawStudy> {
  static async of(bytes: ArrayBuffer | Uint8Array): Promise<StudyCore> {
    return new StudyCore(await exportsOf<RawStudy>(bytes));
  }

  /** The address of a study of what is sound. */
  open({ names, dependencies }: StudyGraph): number {
    const { bytes, ends } = 'bytes' in names ? names : textsToSend(names);
    this.sendPairs(dependencies);
    this.sendText(bytes);
    this.sendEnds(ends);
    return this.raw.study_open() >>> 0;
  }

  /** Steps that the next call is about. */
  send(ids: ArrayLike<number>): void {
    this.words(this.raw.plain_ids(ids.length), ids.length).set(ids);
  }
}

const encoder = new TextEncoder();

function textsToSend(names: readonly string[]): Texts {
  const ends = new Uint32Array(names.length);
  let bytes = new Uint8Array(1024);
  let length = 0;
  names.forEach((name, step) => {
    const needed = length + name.length * 3;
    if (needed > bytes.length) {
      const larger = new Uint8Array(needed * 2);
      larger.set(bytes);
      bytes = larger;
    }
    length += encoder.encodeInto(name, bytes.subarray(length)).written;
    ends[step] = length;
  });
  return { bytes: bytes.subarray(0, length), ends };
}
