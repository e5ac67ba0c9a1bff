/** The pipeline shown, opened for study: not before somebody asks, and until the pipeline is another. */
import { openStudies, type Studies, type Study } from '../engine/studies';
import type { Analysis } from './analysis';
import { dependenciesOf } from './document';
import type { Session } from './session';
import { partMissing } from './words';

export class StudyDesk {
  #studies: Studies | null = null;
  #loading: Promise<void> | null = null;
  #opened: { analysis: Analysis; study: Study } | null = null;

  constructor(
    private readonly session: Session,
    private readonly load = openStudies,
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
    const study = this.#studies.open(graphOf(analysis));
    this.#opened = { analysis, study };
    return study;
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
