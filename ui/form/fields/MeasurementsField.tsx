import { lazy, Suspense } from 'react';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import type { ControlProps, FieldKind } from '../control.ts';

// Most forms measure nothing.
const MeasureGrid = lazy(async () => ({ default: (await import('../measure/MeasureGrid.tsx')).MeasureGrid }));

function MeasurementsControl(props: ControlProps) {
  return (
    <Suspense fallback={<CardSkeleton />}>
      <MeasureGrid {...props} />
    </Suspense>
  );
}

/** Measured values, as a grid of characteristic × piece with a number pad. */
export const measurementsField: FieldKind = {
  kind: 'measurements',
  recognises: (schema) => schema['x-widget'] === 'measurements',
  Control: MeasurementsControl,
  shape: 'group',
  isWide: () => true,
  columnWidth: 640,
};
