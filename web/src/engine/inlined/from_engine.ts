/** Stands in for the modules that are in the other script of the file: engine.ts, which ran before. */
declare const runOrchestratorEngine: typeof import('./engine');

export const {
  answerOf,
  coreBytes,
  flattenSlowly,
  loadCore,
  loadRuns,
  loadStudies,
  openPrepared,
  readPipeline,
  reportIn,
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
