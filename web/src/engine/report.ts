/** A run's report in its formats, and as much of it as is shown. */
import type { RunTrace } from '../../../wasm/module/run_types';
import type { Report } from './protocol';

export type ReportFormat = 'text' | 'json' | 'junit';

/** The course's text, or JSON to be read by people too, or JUnit XML. */
export function reportIn(format: ReportFormat, run: RunTrace): string {
  if (format === 'json') return `${JSON.stringify(JSON.parse(run.json()), null, 2)}\n`;
  return format === 'junit' ? run.junit() : run.reportText();
}

/** More lines than this nobody reads on a page, and laying them out would hold it up. */
const mostLines = 400;

export function reportOf(passed: boolean, text: string): Report {
  let end = -1;
  for (let line = 0; line < mostLines; line += 1) {
    end = text.indexOf('\n', end + 1);
    if (end === -1 || end === text.length - 1) break;
  }
  const isCut = end !== -1 && end < text.length - 1;
  let more = 0;
  for (let at = isCut ? end + 1 : text.length; at < text.length; more += 1) {
    const next = text.indexOf('\n', at);
    at = next === -1 ? text.length : next + 1;
  }
  return {
    passed,
    text: isCut ? text.slice(0, end + 1) : text,
    more,
    whole: new Blob([text], { type: 'text/plain' }),
  };
}
