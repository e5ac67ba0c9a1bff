/** The plain functions where everything is in a single file: of the wasm that serves the core already. */
import type { PlainExports } from '../../../../wasm/module/plain_wasm';
import { wholeExports } from './whole';

/** Whoever asks has a definition read by the core before. */
export const exportsOf = async <Raw extends PlainExports>(): Promise<Raw> => wholeExports() as Raw;
