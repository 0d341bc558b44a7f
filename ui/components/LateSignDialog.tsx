import { lazy, Suspense } from 'react';
import type { SignDialogProps } from './SignDialog.tsx';

const SignDialog = lazy(async () => ({ default: (await import('./SignDialog.tsx')).SignDialog }));

/** The dialog of a signature, loaded with its words when the first one is asked for. */
export function LateSignDialog(props: SignDialogProps) {
  return (
    <Suspense fallback={null}>
      <SignDialog {...props} />
    </Suspense>
  );
}
