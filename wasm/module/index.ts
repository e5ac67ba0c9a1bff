/** Run Orchestrator's core for pages and Node: plain objects in, plain objects out. */
export { loadOrchestrator } from './orchestrator.js';
export type * from './run_types.js';
export { loadStudies } from './study.js';
export { studyOf } from './study_of.js';
export type * from './study_types.js';
export type * from './types.js';
