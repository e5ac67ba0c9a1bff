/** What a button can do about each diagnostic, or why no button can. */
import type { Diagnostic, PipelineDefinition } from '../engine/index';
import { type Case, caseOf, type Mend } from './mend';
import { removeField, renameField, setDefault, setFittingType, setValue } from './mend_fields';
import {
  changeToNearest,
  createStep,
  giveName,
  listOnce,
  openCycle,
  removeEntry,
  renameDuplicate,
  takeOutInvisible,
} from './mend_steps';

/** The mends, the plainest first; or why there are none. */
type Entry = ((found: Case) => (Mend | null)[]) | { why: string };

export type Code =
  | 'unknown_dependency'
  | 'cyclic_dependency'
  | 'duplicate_step'
  | 'invalid_name'
  | 'invalid_max_retries'
  | 'invalid_timeout'
  | 'invalid_duration'
  | 'invalid_fails'
  | 'invalid_workers'
  | 'invalid_type'
  | 'missing_field'
  | 'unreadable_file'
  | 'invalid_json'
  | 'too_large'
  | 'too_many_mistakes'
  | 'unknown_field'
  | 'duplicate_field'
  | 'duplicate_dependency'
  | 'invisible_character';

export const mends: Record<Code, Entry> = {
  unknown_dependency: (found) => [changeToNearest(found), createStep(found), removeEntry(found)],
  cyclic_dependency: (found) => [openCycle(found)],
  duplicate_step: (found) => [renameDuplicate(found)],
  invalid_name: (found) => [giveName(found)],
  invalid_max_retries: (found) => [setDefault(found)],
  invalid_timeout: (found) => [setDefault(found)],
  invalid_duration: (found) => [setDefault(found)],
  invalid_fails: (found) => [setDefault(found)],
  invalid_workers: (found) => [setDefault(found)],
  invalid_type: (found) => [setFittingType(found)],
  missing_field: (found) => [setValue(found, [])],
  unreadable_file: { why: 'Only the learner can choose another file.' },
  invalid_json: {
    why: 'What was meant is for the writer to say; the text view leads to the place.',
  },
  too_large: { why: 'Which steps are to go is for the learner to say.' },
  too_many_mistakes: { why: 'It stands for mistakes that are not listed.' },
  unknown_field: (found) => [renameField(found), removeField(found)],
  duplicate_field: {
    why: 'Only a text holds a field twice; the text view offers to keep the last.',
  },
  duplicate_dependency: (found) => [listOnce(found)],
  invisible_character: (found) => [takeOutInvisible(found)],
};

const mayBeMissing = ['invalid_name', 'missing_field'];

const known = new WeakMap<Diagnostic, { definition: PipelineDefinition; mends: Mend[] }>();

/** The definition is the one that was diagnosed; it may be of any shape. */
export function mendsOf(diagnostic: Diagnostic, definition: PipelineDefinition): Mend[] {
  const kept = known.get(diagnostic);
  if (kept?.definition === definition) return kept.mends;
  const entry = mends[diagnostic.code as Code];
  const found = caseOf(diagnostic, definition);
  // Half characters in a field's name do not come back from the core as they were: then it cannot be found.
  const isThere = found.value !== undefined || mayBeMissing.includes(diagnostic.code);
  const offered = typeof entry === 'function' && isThere ? entry(found) : [];
  const list = offered.filter((mend) => mend !== null);
  known.set(diagnostic, { definition, mends: list });
  return list;
}
