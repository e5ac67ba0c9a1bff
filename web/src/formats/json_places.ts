/** Where in a JSON text each value stands. */
import { pointerTo } from '../state/json_pointer';
import { type Token, type Walked, walkJson } from './json_walk';

export interface Place extends Token {
  /** The field's name, where it is one's value. */
  key: Token | null;
}

export interface Places {
  walked: Walked;
  /** By JSON pointer. Of several fields of one name the last counts, as for JSON.parse. */
  values: ReadonlyMap<string, Place>;
  /** Names that their object has had before. */
  repeated: readonly (Token & { name: string })[];
}

interface Owner {
  pointer: string;
  /** Of an object, its names so far. */
  names: Set<string> | null;
  items: number;
}

export function placesIn(text: string): Places {
  const values = new Map<string, Place>();
  const repeated: (Token & { name: string })[] = [];
  const owners: Owner[] = [];
  let key: (Token & { name: string }) | null = null;
  const walked = walkJson(text, (found, token) => {
    const owner = owners.at(-1);
    if (found === 'key') {
      key = { ...token, name: JSON.parse(text.slice(token.from, token.to)) };
      if (owner?.names?.has(key.name)) repeated.push(key);
      owner?.names?.add(key.name);
    } else if (found === 'end') {
      const place = values.get(owners.pop()?.pointer ?? '');
      if (place) place.to = token.to;
    } else {
      let pointer = '';
      if (owner) pointer = pointerTo(owner.pointer, key ? key.name : owner.items++);
      values.set(pointer, { ...token, key });
      key = null;
      const opens = text[token.from];
      if (opens !== '{' && opens !== '[') return;
      owners.push({ pointer, names: opens === '{' ? new Set() : null, items: 0 });
    }
  });
  return { walked, values, repeated };
}

/** The place of what a pointer leads to, or else of the nearest thing around it that is there. */
export function placeOf({ values }: Places, pointer: string): Place {
  for (let path = pointer; ; path = path.slice(0, path.lastIndexOf('/'))) {
    const place = values.get(path);
    if (place) return place;
    if (path === '') return { from: 0, to: 0, key: null };
  }
}
