import { trusted } from './trusted';

/** As {@link trusted}, but not the second click of a double click: that was meant for what stood here before. */
export function deliberate(handler: () => void): (event: MouseEvent) => void {
  return trusted((event) => {
    if (event.detail < 2) handler();
  });
}
