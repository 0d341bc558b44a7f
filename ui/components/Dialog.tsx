import { lazy, Suspense, useRef } from 'react';
import type { ModalFrameProps } from './ModalFrame.tsx';

const ModalFrame = lazy(async () => ({ default: (await import('./ModalFrame.tsx')).ModalFrame }));

/** The same as its frame, which is loaded when it is first wanted. */
export type DialogProps = ModalFrameProps;

/** A page on top of the page. What it is made of is loaded when the first one opens. */
export function Dialog(props: DialogProps) {
  const needed = useRef(false);
  needed.current ||= props.open;
  if (!needed.current) return null;
  return (
    <Suspense fallback={null}>
      <ModalFrame {...props} />
    </Suspense>
  );
}
