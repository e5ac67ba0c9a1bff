/** What is under way beside the page: one thing at a time, how far it is, and what comes of it. */
import type { LargeWork } from '../engine/large_work';

/** Work that takes a while: what is being done, in words, and how far it is, from 0 to 1. */
export interface Preparing {
  phase: string;
  share: number;
}

export interface Job {
  kind: 'prepare' | 'run' | 'read';
  /** What it is for. */
  of: object;
}

/** The newest job is the one that counts. */
export class Jobs {
  #job: Job | null = null;
  #preparing: Preparing | null = null;
  #work: Promise<LargeWork> | null = null;

  constructor(
    private readonly open: () => Promise<LargeWork>,
    private readonly changed: () => void,
    /** Told what to say of the job that counts when it fails. */
    private readonly failed: (text: string, canReload: boolean) => void,
  ) {}

  get job(): Job | null {
    return this.#job;
  }
  get preparing(): Preparing | null {
    return this.#preparing;
  }
  get work(): Promise<LargeWork> {
    this.#work ??= this.open();
    return this.#work;
  }

  /** Null when it was cancelled, replaced by something newer, or failed, which is said then. */
  async do<Result>(
    job: Job,
    act: (work: LargeWork) => Promise<Result>,
    failed: string,
  ): Promise<Result | null> {
    this.#job = job;
    this.progressOf(job)('Getting ready', 0);
    try {
      const result = await act(await this.work);
      if (this.#job !== job) return null;
      this.settle();
      this.changed();
      return result;
    } catch (error) {
      if (this.#job !== job) return null;
      this.settle();
      const reason = error instanceof Error ? error.message : String(error);
      const isRefused = error instanceof Error && error.name === 'Refused';
      if (isRefused) this.failed(`${failed} ${reason}`, false);
      else this.failed(`${failed} The page's helper for large pipelines failed: ${reason}.`, true);
      return null;
    }
  }
  progressOf(job: Job): (phase: string, share: number) => void {
    return (phase, share) => {
      if (this.#job !== job) return;
      this.#preparing = { phase, share };
      this.changed();
    };
  }
  /** What it was doing no longer counts. */
  settle(): void {
    this.#job = null;
    this.#preparing = null;
  }
  /** Ends it. */
  stop(): void {
    this.settle();
    void this.#work?.then((work) => work.stop());
  }
}
