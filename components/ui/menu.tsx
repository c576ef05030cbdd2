import type { ComponentChildren } from 'preact';
import { useEffect, useRef, type MutableRef } from 'preact/hooks';
import type { LucideIcon } from 'lucide-preact';
import { Icon } from './icon';
import { useBeside } from './use-beside';
import './menu.css';

interface MenuProps {
  label: string;
  /** Closes it itself. */
  opener: MutableRef<HTMLElement | null>;
  /** It floats beside its opener, wherever that is. */
  beside?: boolean;
  /** Shown above the choices. */
  header?: ComponentChildren;
  children: ComponentChildren;
  onClose: () => void;
}

const items = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];

/** Arrow keys move, Escape closes, a click outside closes; the opener takes focus back. */
export function Menu({ label, opener, beside = false, header, children, onClose }: MenuProps) {
  const box = useRef<HTMLDivElement>(null);
  useBeside(box, beside ? opener : null, onClose);
  useEffect(() => {
    const element = box.current;
    if (element) items(element)[0]?.focus();
    const outside = (event: Event) => {
      const path = event.composedPath();
      if (![element, opener.current].some((own) => own && path.includes(own))) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose, opener]);

  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const all = items(event.currentTarget);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    if (event.key === 'Escape') event.preventDefault();
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  };

  return (
    <div class={beside ? 'menu menu-beside' : 'menu'} ref={box}>
      {header}
      <div role="menu" aria-label={label} onKeyDown={move}>
        {children}
      </div>
    </div>
  );
}

interface MenuItemProps {
  icon: LucideIcon;
  children: ComponentChildren;
  onClick: () => void;
}

export function MenuItem({ icon, children, onClick }: MenuItemProps) {
  return (
    <button type="button" role="menuitem" class="menu-item" tabIndex={-1} onClick={onClick}>
      <Icon of={icon} />
      {children}
    </button>
  );
}

interface MenuSwitchProps extends MenuItemProps {
  checked: boolean;
}

/** A choice that is on or off; the menu stays, so that one sees it change. */
export function MenuSwitch({ icon, children, checked, onClick }: MenuSwitchProps) {
  return (
    <button type="button" role="menuitemcheckbox" aria-checked={checked} class="menu-item" tabIndex={-1} onClick={onClick}>
      <Icon of={icon} />
      <span class="menu-item-text truncate">{children}</span>
      <i class="menu-switch" aria-hidden="true" />
    </button>
  );
}
