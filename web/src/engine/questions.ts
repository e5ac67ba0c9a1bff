/** What can take longer than a blink to find out about a graph. Either thread can ask it: what goes in and out can be sent. */
import type {
  Mends,
  OrderCount,
  Sentence,
  Shape,
  StepPair,
  Study,
  TieBreak,
} from '../../../wasm/module/study_types';

/** Of more knots, and of more mends of one, nobody reads. */
const mostTold = 20;

export interface ToldKnot {
  steps: Uint32Array;
  sentences: readonly Sentence[];
  mends: (StepPair & { sentences: readonly Sentence[] })[];
  /** How many mends there are beyond these. */
  more: number;
}
export interface ToldMends {
  knots: ToldKnot[];
  /** How many knots there are beyond these. */
  more: number;
  sentences: readonly Sentence[];
  /** All dependencies to remove. */
  all: StepPair[];
}

export const tieBreaks: readonly TieBreak[] = ['fifo', 'lifo', 'name', 'longest-path'];

const questions = {
  orders: (study: Study): OrderCount => study.orders(),
  ties: (study: Study): Uint32Array[] => tieBreaks.map((by) => study.order(by)),
  shape: (study: Study): Shape => study.shape(),
  without: (study: Study, pair: StepPair): Shape => study.shapeWithout(pair),
  mends: (study: Study): ToldMends => toldOf(study.mends()),
};
type Questions = typeof questions;

export type About = keyof Questions;
export type Given<A extends About> =
  Parameters<Questions[A]> extends [Study, ...infer G] ? G : never;
export type Answer<A extends About> = ReturnType<Questions[A]>;

export function answerOf<A extends About>(study: Study, about: A, given: Given<A>): Answer<A> {
  const ask = questions[about] as (study: Study, ...given: unknown[]) => Answer<A>;
  return ask(study, ...given);
}

function toldOf({ knots, sentences }: Mends): ToldMends {
  return {
    knots: knots.slice(0, mostTold).map(({ steps, mends, sentences }) => ({
      steps,
      sentences,
      mends: mends.slice(0, mostTold).map(({ from, to, sentences }) => ({ from, to, sentences })),
      more: Math.max(0, mends.length - mostTold),
    })),
    more: Math.max(0, knots.length - mostTold),
    sentences,
    all: knots.flatMap(({ mends }) => mends.map(({ from, to }) => ({ from, to }))),
  };
}
