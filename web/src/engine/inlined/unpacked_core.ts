/** The bytes of the wasm where everything is in a single file. */
import { unpacked } from './unpacked';

export const coreBytes = async (): Promise<ArrayBuffer> => unpacked('whole.wasm');
