/** All that is wrong with a text or with the pipeline in it, each with its place in the text. */
import type { Diagnostic } from '../../engine/index';
import { placeOf } from '../../formats/json_places';
import type { PipelineText } from '../../formats/text_reading';
import type { Mend } from '../../state/mend';
import { mendsOf } from '../../state/mends';
import type { Session } from '../../state/session';

export interface Finding {
  severity: 'error' | 'warning';
  message: string;
  hint: string;
  from: number;
  to: number;
  /** Worked out when they are asked for: there may be thousands of findings. */
  readonly mends: readonly Mend[];
}

/** These are about a field's name, not its value. */
const ofNames = ['unknown_field', 'duplicate_field'];

export function findingsOf(read: PipelineText, session: Session): Finding[] {
  const ofText = read.problems.map((problem) => ({ ...problem, hint: '', mends: [] }));
  if (read.value === undefined) return ofText;
  return [...diagnosed(read, session), ...ofText];
}

function diagnosed(read: PipelineText, session: Session): Finding[] {
  const { analysis, store, engine } = session;
  const { value } = read;
  let list: readonly Diagnostic[];
  if (!read.definition) list = engine.check(value);
  // None while the core has not looked at the pipeline yet: they would stand at the wrong places.
  else list = analysis.definition === store.definition ? analysis.diagnostics : [];
  // What an edit leaves alone it shares, so the definition is not the very value that was read.
  const definition = read.definition ? store.definition : (value as typeof store.definition);
  return list.map((diagnostic) => {
    const place = placeOf(read.places, diagnostic.path);
    const { from, to } = (ofNames.includes(diagnostic.code) && place.key) || place;
    const { severity, message, hint } = diagnostic;
    return {
      severity,
      message,
      hint,
      from,
      to,
      get mends() {
        return mendsOf(diagnostic, definition);
      },
    };
  });
}
