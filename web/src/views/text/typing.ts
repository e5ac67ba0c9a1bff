/** What the keys do in a text with brackets: a text and its selection in, both anew out. */

export interface Selected {
  text: string;
  from: number;
  to: number;
}

const unit = '  ';

/** Tab: all selected lines further in; without a selection, blanks at the caret. */
export function indent({ text, from, to }: Selected): Selected {
  if (from === to) return replaced(text, from, to, unit);
  return eachLine({ text, from, to }, (line) => (line === '' ? line : unit + line));
}

/** Shift and Tab: the lines of the selection further out. */
export function outdent(selected: Selected): Selected {
  return eachLine(selected, (line) => line.replace(/^ {1,2}|^\t/, ''));
}

/** Enter: as far in as this line, further in behind an opening bracket, and the closing one on a line of its own. */
export function breakLine({ text, from, to }: Selected): Selected {
  const line = text.slice(lineStart(text, from), from);
  const margin = /^[ \t]*/.exec(line)?.[0] ?? '';
  const opens = /[{[][ \t]*$/.test(line);
  const closes = opens && /^[ \t]*[}\]]/.test(text.slice(to, to + 40));
  const inner = `\n${margin}${opens ? unit : ''}`;
  const after = replaced(text, from, to, inner + (closes ? `\n${margin}` : ''));
  const caret = from + inner.length;
  return { text: after.text, from: caret, to: caret };
}

/** A closing bracket that begins a line moves out to where its line belongs. */
export function closeBracket({ text, from, to }: Selected, bracket: string): Selected {
  const start = lineStart(text, from);
  const begins = text.slice(start, from).trim() === '';
  return replaced(text, begins ? Math.max(start, from - unit.length) : from, to, bracket);
}

/** Where the caret goes when a text has become another: behind what is new. */
export function caretAfter(old: string, now: string): number {
  let same = 0;
  const most = Math.min(old.length, now.length);
  while (same < most && old[old.length - 1 - same] === now[now.length - 1 - same]) same += 1;
  return now.length - same;
}

function replaced(text: string, from: number, to: number, by: string): Selected {
  const caret = from + by.length;
  return { text: text.slice(0, from) + by + text.slice(to), from: caret, to: caret };
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function eachLine({ text, from, to }: Selected, change: (line: string) => string): Selected {
  const start = lineStart(text, from);
  const behind = text.indexOf('\n', Math.max(from, to - 1));
  const end = behind < 0 ? text.length : behind;
  const lines = text.slice(start, end).split('\n');
  const changed = lines.map(change);
  const whole = changed.join('\n');
  const moved = (changed[0] ?? '').length - (lines[0] ?? '').length;
  return {
    text: text.slice(0, start) + whole + text.slice(end),
    from: Math.max(start, from + moved),
    to: Math.max(start, to + whole.length - (end - start)),
  };
}

/** What a key does to the text; none for those that a text field knows by itself. */
export function actionOf(key: string, shift: boolean): ((selected: Selected) => Selected) | null {
  if (key === 'Tab') return shift ? outdent : indent;
  if (key === 'Enter') return breakLine;
  return key === '}' || key === ']' ? (selected) => closeBracket(selected, key) : null;
}
