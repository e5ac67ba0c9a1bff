/** The worker's address where its script is part of the page's. */
import script from 'virtual:worker';

export default URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
