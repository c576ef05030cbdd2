import * as v from 'valibot';
import { panelSpotSchema, type PanelSpot } from '@/utils/contract/panel-spot';

const KEY = 'panelSpots';
/** Sites remembered; the one moved longest ago is forgotten first. */
export const MOST_SITES = 200;

const spotsSchema = v.array(v.tuple([v.string(), panelSpotSchema]));

/** Where the person has moved the panel to, by site. */
export interface PanelSpots {
  read(site: string): PanelSpot | null;
  keep(site: string, spot: PanelSpot): void;
}

/** In `localStorage`: the offscreen document has no other storage that answers at once. */
export function createPanelSpots(storage: Pick<Storage, 'getItem' | 'setItem'>): PanelSpots {
  const all = (): Map<string, PanelSpot> => {
    try {
      const read = v.safeParse(spotsSchema, JSON.parse(storage.getItem(KEY) ?? '[]'));
      return new Map(read.success ? read.output : []);
    } catch {
      return new Map();
    }
  };
  return {
    read: (site) => all().get(site) ?? null,
    keep(site, spot) {
      const spots = all();
      spots.delete(site);
      spots.set(site, spot);
      storage.setItem(KEY, JSON.stringify([...spots].slice(-MOST_SITES)));
    },
  };
}
