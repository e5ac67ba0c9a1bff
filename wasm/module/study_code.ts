/** The algorithms as code, as study.wasm has them. */
import type { StudyCore } from './study_raw.js';
import type { Algorithm, Code, CodeLine, CodeRow } from './study_types.js';

/** In the order of the enumerations of core/pseudocode.h. */
export const algorithms: readonly Algorithm[] = ['kahn', 'dfs'];
const languages = ['words', 'python', 'cpp'] as const;
/** Words, explanation, and three variables at most. */
const textsEach = 5;

export function codeOf(core: StudyCore, algorithm: Algorithm): Code {
  const number = placeIn(algorithms, algorithm);
  core.raw.study_code_rows(number);
  const texts = core.texts();
  const rows = Array.from({ length: texts.length / textsEach }, (_, i): CodeRow => {
    const at = i * textsEach;
    const [words = '', explanation = '', ...variables] = texts.slice(at, at + textsEach);
    return { words, explanation, variables: variables.filter((name) => name !== '') };
  });
  const program = (language: (typeof languages)[number]): CodeLine[] => {
    core.raw.study_program(number, languages.indexOf(language));
    const numbers = core.numbers();
    return core.texts().map((text, i) => ({ text, row: numbers[i] as number }));
  };
  return { rows, words: program('words'), python: program('python'), cpp: program('cpp') };
}

/** The number by which C++ knows one of its enumerators. */
export function placeIn<Name extends string>(names: readonly Name[], name: Name): number {
  const place = names.indexOf(name);
  if (place < 0) throw new RangeError(`There is no ${name}: one of ${names.join(', ')}.`);
  return place;
}
