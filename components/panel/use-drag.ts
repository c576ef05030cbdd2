import { useSurface } from '@/components/surface/surface-context';

type Handler = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => void;

export interface DragHandlers {
  readonly onPointerDown?: Handler;
  readonly onPointerMove?: Handler;
  readonly onPointerUp?: Handler;
  readonly onPointerCancel?: Handler;
}

/** Makes an element a handle of the panel. The pointer is followed over the screen, since the frame moves away under it. */
export function useDrag(): DragHandlers {
  const { panel } = useSurface().models;
  if (panel === null) return {};
  const at = ({ screenX, screenY }: PointerEvent) => ({ x: screenX, y: screenY });
  const drop = () => panel.drop();
  return {
    onPointerDown(event) {
      const button = (event.target as Element).closest('button');
      if (!event.isTrusted || event.button !== 0 || (button !== null && button !== event.currentTarget)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      panel.grab(at(event));
    },
    onPointerMove: (event) => panel.drag(at(event)),
    onPointerUp: drop,
    onPointerCancel: drop,
  };
}
