/**
 * What the page and its worker both need, as one script where all is in a single file: in the page it hands this over to
 * the rest, and the worker is made of the very same text.
 */
import { listen } from '../listen';

export { loadCore } from '../../../../wasm/module/core';
export { coreBytes } from '../../../../wasm/module/core_bytes';
export { flattenSlowly, openPrepared } from '../../../../wasm/module/prepared';
export { runInputOf, runInputOfFlat } from '../../../../wasm/module/run_of';
export { loadRuns } from '../../../../wasm/module/runs';
export { loadStudies } from '../../../../wasm/module/study';
export { studyOf } from '../../../../wasm/module/study_of';
export { tokenAt, walkJson } from '../../formats/json_walk';
export { readPipeline, weightOf } from '../../formats/pipeline_file';
export { shapeProblem } from '../../formats/shape';
export { answerOf, tieBreaks } from '../questions';
export { reportIn, reportOf } from '../report';

if (typeof document === 'undefined') listen();
