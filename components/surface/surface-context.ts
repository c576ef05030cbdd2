import { createContext, type ComponentType } from 'preact';
import { useContext } from 'preact/hooks';
import type { QualityPlotProps } from '@/components/quality/quality-plot-props';
import type { Models } from '@/utils/models/context';

/** What only the browser can do for a surface. What is missing is not offered. */
export interface SurfaceActions {
  /** The page that explains and asks for the microphone. */
  openWelcome?(): void;
  openSettings?(): void;
  /** The settings of microphone, speaker and ring. */
  openSound?(): void;
  /** The same with more room, beside the page. */
  openSidePanel?(): void;
  /** Firefox: the window that lends the microphone. */
  openCallWindow?(): void;
  /** The window that keeps a number as a contact. */
  openAddContact?(number: string): void;
  /** The system's program for messages. */
  openMessage?(number: string): void;
  /** The plot of a call's quality; its code is read when it is first wanted. */
  loadQualityPlot?(): Promise<ComponentType<QualityPlotProps>>;
  /** Downloads a file made here. */
  saveFile?(name: string, text: string, type: string): void;
}

export interface Surface {
  readonly models: Models;
  readonly actions: SurfaceActions;
}

const SurfaceContext = createContext<Surface | null>(null);

export const SurfaceProvider = SurfaceContext.Provider;

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === null) throw new Error('a component that needs models was drawn outside a SurfaceProvider');
  return surface;
}
