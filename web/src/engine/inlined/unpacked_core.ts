/** The bytes of core.wasm where everything is in a single file. */
import { unpacked } from './unpacked';

export const coreBytes = async (): Promise<ArrayBuffer> => unpacked('core.wasm');
