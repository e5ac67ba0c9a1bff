/** The states' drawings in a run; of moved ones only `M` is absolute. */
import { addDrawings } from '../icons';

export function addRunDrawings(): void {
  addDrawings({
    running: 'M5 3v10l8-5z',
    succeeded: 'M3 8.5l3.2 3.2 6.8-6.7',
    skipped: 'M3 4l4 4-4 4M8.5 4l4 4-4 4',
    blocked: 'M8 2.8a5.2 5.2 0 1 0 0 10.4 5.2 5.2 0 0 0 0-10.4zM4.4 4.4l7.2 7.2',
    retry: 'M12.6 6.3a5 5 0 1 0 .2 3.2M13.2 2.8v3.6h-3.6',
  });
}
