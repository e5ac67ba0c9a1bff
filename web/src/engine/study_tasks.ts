/** In the worker: questions about a graph. */
import { loadStudies } from '../../../wasm/module/study';
import type { Studies, Study } from '../../../wasm/module/study_types';
import type { StudyAsk } from './protocol';
import { answerOf } from './questions';

export class StudyTasks {
  #studies: Promise<Studies> | null = null;
  #study: Study | null = null;

  async answer({ of, about, given }: StudyAsk): Promise<unknown> {
    if (of) {
      this.#studies ??= loadStudies({ wasmBinary: of.wasm });
      const studies = await this.#studies;
      this.#study?.dispose();
      this.#study = studies.open(of.graph);
    }
    if (!this.#study) throw new Error('The worker was asked before it got its graph.');
    return answerOf(this.#study, about, given as never);
  }
}
