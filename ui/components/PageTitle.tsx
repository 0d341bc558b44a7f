import { type ReactNode, useEffect, useRef } from 'react';
import { arrives } from './page-focus.ts';

/** The heading, and the words of the window. */
export interface PageTitleProps {
  readonly children: ReactNode;
  /** For the title of the window, which holds plain words only. */
  readonly windowTitle: string;
  readonly className?: string | undefined;
}

/** The heading of a page. It names the window, and takes the focus when the reader comes from another page. */
export function PageTitle({ children, windowTitle, className }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${windowTitle} · Gembaflow`;
  }, [windowTitle]);
  useEffect(() => {
    if (arrives()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
