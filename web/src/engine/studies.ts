/** The page's door to study.wasm: what else can be asked of a graph. Nothing of it is loaded before somebody asks. */
import type { Studies } from '../../../wasm/module/study_types';

export { studyBytes } from '../../../wasm/module/study_bytes';
export { studyOf } from '../../../wasm/module/study_of';
export type * from '../../../wasm/module/study_types';

let opened: Promise<Studies> | undefined;

/** One for the whole page. After a failure, as without a network, asking again tries again. */
export function openStudies(): Promise<Studies> {
  opened ??= import('../../../wasm/module/study').then(({ loadStudies }) => loadStudies());
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}
