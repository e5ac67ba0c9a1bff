/** Where the bytes of run.wasm come from: beside this module. Whoever delivers them otherwise replaces this file. */
import { bytesAt } from './core_bytes.js';

export const runBytes = () => bytesAt(new URL('./generated/run.wasm', import.meta.url));
