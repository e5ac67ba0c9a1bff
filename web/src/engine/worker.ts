/** The worker itself. */
import { listen } from './listen';

listen();
