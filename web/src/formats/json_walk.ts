/** One walk through a JSON text, for all that want to know where in it something stands. */

/** What may stand next. `first`: the first item or field of a list or an object, or its end. */
export type Wanted = 'value' | 'first' | 'key' | 'colon' | 'next';

/** What has been found: a field's name, a value or the beginning of one, or the end of a list or an object. */
export type Found = 'key' | 'value' | 'end';

export interface Walked {
  /** Where the text stops being JSON; its length when it is JSON to its end, or ends too early. */
  at: number;
  whole: boolean;
  wanted: Wanted;
  /** The brackets that are open there. */
  open: readonly string[];
}

export interface Token {
  from: number;
  to: number;
}

const space = /[ \t\n\r]*/y;
const token =
  /[{}[\],:]|"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The next token; an empty one where there is none. */
export function tokenAt(text: string, at: number): Token {
  space.lastIndex = at;
  space.exec(text);
  const from = space.lastIndex;
  token.lastIndex = from;
  return { from, to: token.test(text) ? token.lastIndex : from };
}

export function walkJson(
  text: string,
  see: (found: Found, token: Token) => void = () => {},
): Walked {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  for (let at = 0; ; ) {
    const next = tokenAt(text, at);
    const found = text.slice(next.from, next.to);
    const role = roleOf(found, wanted, open.at(-1));
    if (role === null) {
      const whole = wanted === 'next' && open.length === 0 && next.from === text.length;
      return { at: next.from, whole, wanted, open };
    }
    at = next.to;
    if (role === 'end') open.pop();
    if (role === 'key' || role === 'value' || role === 'end') see(role, next);
    wanted = 'next';
    if (role === 'key') wanted = 'colon';
    else if (role === 'colon') wanted = 'value';
    else if (role === 'comma') wanted = open.at(-1) === '{' ? 'key' : 'value';
    else if (found === '{' || found === '[') {
      open.push(found);
      wanted = 'first';
    }
  }
}

/** What a token is in its place; null when it cannot be there. */
function roleOf(
  found: string,
  wanted: Wanted,
  within: string | undefined,
): Found | 'colon' | 'comma' | null {
  if (found === '') return null;
  const mayEnd = wanted === 'next' || wanted === 'first';
  if (mayEnd && within && found === (within === '{' ? '}' : ']')) return 'end';
  if (wanted === 'next') return found === ',' && within ? 'comma' : null;
  if (wanted === 'colon') return found === ':' ? 'colon' : null;
  if (wanted === 'key' || (wanted === 'first' && within === '{')) {
    return found.startsWith('"') ? 'key' : null;
  }
  return '}],:'.includes(found) ? null : 'value';
}
