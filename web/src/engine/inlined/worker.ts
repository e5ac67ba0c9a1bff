/** The worker's address where its script is one of the page's own. */
import { unpacked } from './unpacked';

export default URL.createObjectURL(new Blob([unpacked('engine.js')], { type: 'text/javascript' }));
