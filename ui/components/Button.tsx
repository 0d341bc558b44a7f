import { IconLock } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';
import { Spinner } from './Spinner.tsx';

/** How much a button wants to be pressed. */
export type ButtonKind = 'main' | 'line' | 'soft' | 'quiet';

/** What buttons and links that look like them have in common. */
interface Look {
  /** `main` once on a page; `line` for what stands beside it; `soft` in toolbars; `quiet` for what is rarely wanted. */
  readonly kind?: ButtonKind;
  readonly size?: 'toolbar' | 'desk' | 'main';
  readonly icon?: ReactNode;
  /** A key that does the same, shown in the button. */
  readonly hotkey?: string;
  readonly wide?: boolean;
}

/** A button of HTML, with its look and with what keeps it from being pressed. */
export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'>, Look {
  readonly submit?: boolean;
  /** Keeps its width, shows a spinner in place of the icon, and ignores presses. */
  readonly working?: boolean;
  /** Set where it is not offered: the reason in a few words. It stays focusable, so that the reason can be read. */
  readonly notOffered?: string | null;
}

/** A button. What is not offered is dashed, has a lock and says why; it is never just grey. */
export function Button(props: ButtonProps) {
  const {
    kind,
    size,
    icon,
    hotkey,
    wide,
    submit,
    working = false,
    notOffered,
    className,
    children,
    onClick,
    ...rest
  } = props;
  const refused = notOffered !== undefined && notOffered !== null;
  const idle = working || refused;
  return (
    <button
      {...rest}
      type={submit && !idle ? 'submit' : 'button'}
      aria-disabled={idle || undefined}
      aria-busy={working || undefined}
      onClick={idle ? undefined : onClick}
      className={classNames(look({ kind, size, wide }), refused && styles.refused, className)}
    >
      <Content icon={refused ? <IconLock size={16} aria-hidden /> : icon} hotkey={hotkey} working={working}>
        {children}
        {refused && notOffered !== '' && <span className={styles.reason}>{notOffered}</span>}
      </Content>
    </button>
  );
}

/** The same look for what leads to another page. */
export interface LinkButtonProps extends Look {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link that looks like a button, for what leads to another page. */
export function LinkButton({ kind, size, icon, hotkey, wide, href, className, children }: LinkButtonProps) {
  return (
    <Link href={href} className={classNames(look({ kind, size, wide }), className)}>
      <Content icon={icon} hotkey={hotkey} working={false}>
        {children}
      </Content>
    </Link>
  );
}

/** What stands in a button, in this order. */
interface ContentProps {
  readonly icon: ReactNode;
  readonly hotkey: string | undefined;
  readonly working: boolean;
  readonly children: ReactNode;
}

/** The inside of a button: its sign, its words, its key. */
function Content({ icon, hotkey, working, children }: ContentProps) {
  return (
    <>
      {working ? <Spinner className={icon ? undefined : styles.over} /> : icon}
      <span className={classNames(styles.label, working && !icon && styles.under)}>{children}</span>
      {hotkey && (
        <kbd className={styles.hotkey} aria-hidden>
          {hotkey}
        </kbd>
      )}
    </>
  );
}

/** The parts of a look that decide its classes. */
type LookOf = { readonly [key in 'kind' | 'size' | 'wide']: Look[key] | undefined };

/** The classes of a look. */
function look({ kind = 'line', size = 'desk', wide = false }: LookOf): string {
  return classNames(styles.button, styles[kind], styles[size === 'main' ? 'tall' : size], wide && styles.wide);
}
