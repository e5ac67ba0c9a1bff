/** The pipeline shown, opened for study: not before somebody asks, and until the pipeline is another. */
import type { LargeWork } from '../engine/large_work';
import { type About, type Answer, answerOf, type Given } from '../engine/questions';
import { isLarge } from '../engine/size';
import {
  openStudies,
  type Studies,
  type Study,
  type StudyGraph,
  studyBytes,
} from '../engine/studies';
import type { Analysis } from './analysis';
import { dependenciesOf } from './document';
import type { Session } from './session';
import { partMissing } from './words';

/** Of more steps, counting orders or finding the fewest mends may take longer than a blink. */
const mostTried = 12;

export class StudyDesk {
  #studies: Studies | null = null;
  #loading: Promise<void> | null = null;
  #opened: { analysis: Analysis; graph: StudyGraph; study: Study } | null = null;
  #work: Promise<LargeWork> | null = null;

  constructor(
    readonly session: Session,
    private readonly load = openStudies,
    /** A worker of its own, which can be stopped whatever else is under way. */
    private readonly openWork = async () =>
      new (await import('../engine/large_work')).LargeWork(session.engine),
    private readonly bytes = studyBytes,
  ) {}

  /** Null while the wasm is on its way, of which `arrived` is told, and when the pipeline cannot be traced. */
  study(arrived: () => void): Study | null {
    const { analysis } = this.session;
    if (this.#opened?.analysis === analysis) return this.#opened.study;
    this.#opened?.study.dispose();
    this.#opened = null;
    if (!analysis.trace) return null;
    if (!this.#studies) {
      this.#loading ??= this.#load();
      void this.#loading.then(arrived, () => {});
      return null;
    }
    const graph = analysis.graph ?? graphOf(analysis);
    const study = this.#studies.open(graph);
    this.#opened = { analysis, graph, study };
    return study;
  }

  /**
   * Asks about the pipeline that is open. What takes no longer than a blink is answered at once, everything else beside the
   * page; it rejects with what is called 'Stopped' when it was cancelled.
   */
  ask<A extends About>(about: A, given: Given<A>): Answer<A> | Promise<Answer<A>> {
    const opened = this.#opened;
    if (!opened) throw new Error('There is no pipeline open to ask about.');
    const { definition } = opened.analysis;
    const isTried = about === 'orders' || about === 'mends';
    const isShort = isTried ? definition.steps.length <= mostTried : !isLarge(definition);
    const atOnce = () => answerOf(opened.study, about, given);
    if (isShort) return atOnce();
    this.#work ??= this.openWork();
    return Promise.all([this.#work, this.bytes()])
      .then(([work, bytes]) => work.ask(opened.graph, bytes, about, given))
      .catch((error) => {
        // Without a worker an answer that holds up the page is better than none.
        if ((error instanceof Error && error.name === 'Stopped') || this.#opened !== opened) {
          throw error;
        }
        return atOnce();
      });
  }
  /** Cancels whatever is asked. */
  stop(): void {
    void this.#work?.then((work) => work.stop());
  }

  /** The same as soon as the wasm has arrived; null also when it does not come, which is said then. */
  opened(): Promise<Study | null> {
    return new Promise((resolve) => {
      const study = this.study(() => resolve(this.study(() => {})));
      if (study || !this.session.analysis.trace) resolve(study);
      else this.#loading?.catch(() => resolve(null));
    });
  }

  async #load(): Promise<void> {
    try {
      this.#studies = await this.load();
    } catch (error) {
      this.#loading = null;
      this.session.notify(partMissing, undefined, true);
      throw error;
    }
  }
}

const desks = new WeakMap<Session, StudyDesk>();

/** One for all views of a session. */
export function deskOf(session: Session): StudyDesk {
  const desk = desks.get(session) ?? new StudyDesk(session);
  desks.set(session, desk);
  return desk;
}

/** What has a trace has no mistakes: every name is one step's, and every dependency is one of these names. */
function graphOf(analysis: Analysis) {
  const { steps } = analysis.definition;
  const dependencies = steps.flatMap((step, to) =>
    dependenciesOf(step).flatMap((name) => [analysis.indexOf(name), to]),
  );
  return { names: steps.map(({ name }) => name), dependencies: Uint32Array.from(dependencies) };
}
