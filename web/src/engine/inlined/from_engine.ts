/** Stands in for the modules that are in the other script of the file: engine.ts, which ran before. */
declare const runOrchestratorEngine: typeof import('./engine');

export const {
  answerOf,
  coreBytes,
  exportsOf,
  flattenSlowly,
  loadCore,
  loadRuns,
  loadStudies,
  openPrepared,
  PlainWasm,
  readPipeline,
  reportOf,
  runInputOf,
  runInputOfFlat,
  shapeProblem,
  studyOf,
  tieBreaks,
  tokenAt,
  walkJson,
  weightOf,
} = runOrchestratorEngine;
