/** The bytes of run.wasm where everything is in a single file, where study.wasm is the same. */
import { unpacked } from './unpacked';

export const runBytes = async (): Promise<ArrayBuffer> => unpacked('asides.wasm');
