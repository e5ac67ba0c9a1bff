/** The bytes of run.wasm where they are part of the script. */
import text from 'virtual:run';
import { inflated } from './core_bytes';

export const runBytes = (): Promise<ArrayBuffer> => inflated(text);
