import type { LucideIcon } from 'lucide-preact';
import { Ellipsis } from 'lucide-preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { IconButton } from './icon-button';
import { Menu, MenuItem } from './menu';
import './menu-button.css';

export interface MenuChoice {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly run: () => void;
}

interface MenuButtonProps {
  /** Names the button and its menu. */
  label: string;
  choices: readonly MenuChoice[];
  tabIndex?: number;
}

/** What is done now and then, behind one button. */
export function MenuButton({ label, choices, tabIndex = 0 }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => {
    setOpen(false);
    opener.current?.focus({ preventScroll: true });
  }, []);
  return (
    // While it is open, keys are not meant for the list below.
    <span class="menu-button" onKeyDown={open ? (event) => event.stopPropagation() : undefined}>
      <IconButton icon={Ellipsis} label={label} tabIndex={tabIndex} popup="menu" expanded={open} buttonRef={opener} onClick={() => setOpen(!open)} />
      {open && (
        <Menu label={label} opener={opener} beside onClose={close}>
          {choices.map((choice) => (
            <MenuItem
              key={choice.label}
              icon={choice.icon}
              onClick={() => {
                close();
                choice.run();
              }}
            >
              {choice.label}
            </MenuItem>
          ))}
        </Menu>
      )}
    </span>
  );
}
