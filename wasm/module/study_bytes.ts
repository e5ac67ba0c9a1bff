/** Where the bytes of study.wasm come from: beside this module. Whoever delivers them otherwise replaces this file. */
import { bytesAt } from './core_bytes.js';

export const studyBytes = () => bytesAt(new URL('./generated/study.wasm', import.meta.url));
