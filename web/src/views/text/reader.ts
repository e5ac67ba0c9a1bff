/** All that follows from the text that is shown, worked out once for each text. */
import { sizeOf } from '../../engine/size';
import { bracketsIn } from '../../formats/json_brackets';
import { type PipelineText, readText } from '../../formats/text_reading';
import type { Analysis } from '../../state/analysis';
import type { Session } from '../../state/session';
import { draftOf, textOf } from '../../state/writing';
import { type Finding, findingsOf } from './findings';
import { Lines } from './lines';

/** Steps and dependencies; as many as the browser's storage is asked to keep. */
const mostShown = 40_000;
/** Pairing the brackets of a longer text would hold up the caret. */
const longestPaired = 300_000;

export class Reader {
  #read: PipelineText | null = null;
  #lines: Lines | null = null;
  #brackets: { text: string; partners: ReadonlyMap<number, number> } | null = null;
  #findings: { read: PipelineText; analysis: Analysis; list: Finding[] } | null = null;

  constructor(private readonly session: Session) {}

  /** Null for a pipeline that is too long or nested too deep to be written as a text. */
  get text(): string | null {
    const { document, definition } = this.session.store;
    if (!draftOf(document) && sizeOf(definition) > mostShown) return null;
    try {
      return textOf(document);
    } catch {
      return null;
    }
  }
  get reading(): PipelineText {
    return this.read(this.text ?? '');
  }
  read(text: string): PipelineText {
    if (this.#read?.text !== text) this.#read = readText(text);
    return this.#read;
  }
  get lines(): Lines {
    const { text } = this.reading;
    if (this.#lines?.text !== text) this.#lines = new Lines(text);
    return this.#lines;
  }
  get findings(): readonly Finding[] {
    const { analysis } = this.session;
    const read = this.reading;
    if (this.#findings?.read !== read || this.#findings.analysis !== analysis) {
      this.#findings = { read, analysis, list: findingsOf(read, this.session) };
    }
    return this.#findings.list;
  }

  /** The bracket before or behind the caret, and its partner. */
  bracketsAt(caret: number): number[] {
    const { text } = this.reading;
    if (text.length > longestPaired) return [];
    if (this.#brackets?.text !== text) this.#brackets = { text, partners: bracketsIn(text) };
    const { partners } = this.#brackets;
    const at = [caret - 1, caret].find((place) => partners.has(place));
    return at === undefined ? [] : [at, partners.get(at) ?? at];
  }
  /** "Line 4, column 12. Its bracket is closed in line 9." */
  caretInWords(caret: number): string {
    const { line, column } = this.lines.placeOf(caret);
    const here = `Line ${line}, column ${column}`;
    const [bracket, partner] = this.bracketsAt(caret);
    if (bracket === undefined || partner === undefined) return here;
    const does = partner > bracket ? 'closed' : 'opened';
    return `${here}. Its bracket is ${does} in line ${this.lines.placeOf(partner).line}.`;
  }
}
