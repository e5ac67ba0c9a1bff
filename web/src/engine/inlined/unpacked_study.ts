/** The bytes of study.wasm where everything is in a single file. */
import { unpacked } from './unpacked';

export const studyBytes = async (): Promise<ArrayBuffer> => unpacked('study.wasm');
