/** Which bracket belongs to which, in a text that need not be JSON yet. */
import { tokenAt } from './json_walk';

/** From each bracket's place to its partner's, both ways. */
export function bracketsIn(text: string): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; ) {
    const { from, to } = tokenAt(text, at);
    const sign = text[from];
    if (sign === '{' || sign === '[') open.push(from);
    else if (sign === '}' || sign === ']') {
      const partner = open.at(-1);
      if (partner !== undefined && text[partner] === (sign === '}' ? '{' : '[')) {
        open.pop();
        partners.set(partner, from).set(from, partner);
      }
    }
    at = to > from ? to : behindUnknown(text, from);
  }
  return partners;
}

/** Text in quotes that is not closed is over where its line is. */
function behindUnknown(text: string, at: number): number {
  const end = text[at] === '"' ? text.indexOf('\n', at) : at + 1;
  return end < 0 ? text.length : end;
}
