/** The bytes of study.wasm where everything is in a single file, where run.wasm is the same. */
import { unpacked } from './unpacked';

export const studyBytes = async (): Promise<ArrayBuffer> => unpacked('asides.wasm');
