/** What a view has asked about the pipeline, and what has come of it. Another pipeline is asked about anew. */
import type { About, Answer, Given } from '../engine/questions';
import type { Analysis } from './analysis';
import type { StudyDesk } from './study_desk';

/** What work that has been ended by hand rejects with. */
const cancelled = 'Cancelled.';

interface Asked<A extends About> {
  analysis: Analysis;
  given: Given<A>;
  state: 'asking' | 'answered' | 'cancelled' | 'failed';
  answer: Answer<A> | null;
}

export class Inquiry<A extends About> {
  #asked: Asked<A> | null = null;

  constructor(
    private readonly desk: StudyDesk,
    private readonly about: A,
    /** Told when there is something new, but not during `ask`. */
    private readonly changed: () => void,
  ) {}

  get state(): Asked<A>['state'] {
    return this.#asked?.state ?? 'asking';
  }

  /** Null while it is on its way, and when it does not come: see `state`. */
  ask(...given: Given<A>): Answer<A> | null {
    const { analysis } = this.desk.session;
    const before = this.#asked;
    const isSame =
      before?.analysis === analysis && JSON.stringify(before.given) === JSON.stringify(given);
    if (!isSame) this.#ask(analysis, given);
    return this.#asked?.answer ?? null;
  }
  again(): void {
    if (!this.#asked) return;
    this.#ask(this.#asked.analysis, this.#asked.given);
    this.changed();
  }
  cancel(): void {
    if (this.#asked) this.#asked.state = 'cancelled';
    this.desk.stop();
    this.changed();
  }

  #ask(analysis: Analysis, given: Given<A>): void {
    const asked: Asked<A> = { analysis, given, state: 'asking', answer: null };
    this.#asked = asked;
    const answer = this.desk.ask(this.about, given);
    if (!(answer instanceof Promise)) {
      Object.assign(asked, { state: 'answered', answer });
      return;
    }
    const settle = (state: Asked<A>['state'], answer: Answer<A> | null) => {
      if (this.#asked !== asked || asked.state !== 'asking') return;
      Object.assign(asked, { state, answer });
      this.changed();
    };
    answer.then(
      (came) => settle('answered', came as Answer<A>),
      (error) => {
        if (this.#asked !== asked || asked.state !== 'asking') return;
        const { name, message } = error instanceof Error ? error : new Error();
        // Something else was cancelled, and the worker with it; what somebody else asks anew is not asked again.
        if (name === 'Stopped' && message === cancelled) this.again();
        else settle(name === 'Stopped' ? 'cancelled' : 'failed', null);
      },
    );
  }
}
