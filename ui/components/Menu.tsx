import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { classNames } from './class-names.ts';
import styles from './Menu.module.css';

/** What the button of a menu gets, so that it is known as such. */
export interface MenuTarget {
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string | undefined;
  readonly onClick: () => void;
}

/** A menu belongs to the button that opens it. */
export interface MenuProps {
  readonly label: string;
  readonly place: 'above-start' | 'below-end';
  readonly target: (props: MenuTarget) => ReactNode;
  readonly children: ReactNode;
}

const CloseContext = createContext<() => void>(() => undefined);

/**
 * A button that opens a list of acts and choices.
 *
 * Arrow keys move in it, Escape and Tab leave it, and so does a press beside it; the focus goes back to the button.
 */
export function Menu({ label, place, target, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
  };

  useEffect(() => {
    if (!open) return;
    (list.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? items(list.current)[0])?.focus();
    const onPress = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);

  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (!moveFocus(items(list.current), event.key)) return;
    if (event.key !== 'Tab') event.preventDefault();
  };

  return (
    <div ref={root} className={styles.root}>
      {target({
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: () => setOpen(!open),
      })}
      {open && (
        <div
          ref={list}
          id={id}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          className={classNames(styles.dropdown, place === 'above-start' ? styles.above : styles.below)}
          onKeyDown={handleKey}
        >
          <CloseContext value={close}>{children}</CloseContext>
        </div>
      )}
    </div>
  );
}

/** How to close the menu one stands in. */
export function useCloseMenu(): () => void {
  return useContext(CloseContext);
}

/** One act of a menu. */
export interface MenuItemProps {
  readonly icon?: ReactNode;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** One act of a menu. */
export function MenuItem({ icon, onPress, children }: MenuItemProps) {
  const close = useCloseMenu();
  const handlePress = () => {
    close();
    onPress();
  };
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={styles.item} onClick={handlePress}>
      {icon}
      {children}
    </button>
  );
}

/** A line between groups of a menu. */
export function MenuDivider() {
  return <hr className={styles.divider} />;
}

/** What can be chosen, in order: the arrow keys go from one to the next. */
function items(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

/** Moves the focus for a key that moves; answers whether it did. Past the last comes the first. */
function moveFocus(all: readonly HTMLElement[], key: string): boolean {
  const at = all.indexOf(document.activeElement as HTMLElement);
  const places: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const place = places[key];
  if (place === undefined) return false;
  all.at(place % all.length)?.focus();
  return true;
}
