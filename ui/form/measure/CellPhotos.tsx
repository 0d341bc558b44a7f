import { IconAlertTriangle } from '@tabler/icons-react';
import { judgeCell } from '../../../engine/form/measure/judge-cell.ts';
import { pointer } from '../../../engine/model/problem.ts';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { FieldProblem } from '../Field.tsx';
import { useForm } from '../FormContext.tsx';
import styles from './CellPanel.module.css';
import type { GridProps } from './MeasureGrid.tsx';
import { type CellPlace, cellsInOrder } from './next-cell.ts';
import { isSame, photosAt } from './use-measuring.ts';
import { wantsPhoto } from './ValueCell.tsx';

/**
 * The photos of pieces that do not conform; those of the others are not asked.
 *
 * Each failed cell keeps its own field while one is elsewhere, so that a photo on its way is not lost.
 */
export function CellPhotos({ control, measuring }: GridProps) {
  const { rows, at } = measuring;
  if (!wantsPhoto(control)) return null;
  const failed = cellsInOrder(rows).filter(({ row, piece }) => {
    const characteristic = rows[row];
    return characteristic !== undefined && judgeCell(characteristic, piece).kind === 'nok';
  });
  return failed.map((place) => (
    <div key={`${place.row}-${place.piece}`} hidden={!isSame(place, at)}>
      <PhotosOf {...{ control, place }} />
    </div>
  ));
}

function PhotosOf({ control, place }: Pick<GridProps, 'control'> & { readonly place: CellPlace }) {
  const { measure } = useLateTexts();
  const form = useForm();
  const schema = control.schema.items?.properties?.['values']?.items?.properties?.['photo'];
  if (schema === undefined) return null;
  const path = [...control.path, place.row, 'values', place.piece, 'photo'];
  const id = `${control.id}-photo-${place.row}-${place.piece}`;
  const photos = photosAt(control.value, place);
  const problem = form.problemAt(pointer(...path));
  const { Control } = form.kindOf(schema, false);
  return (
    <div className={styles.photos}>
      {photos === undefined && (
        <p id={`${id}-why`} className={styles.needed}>
          <IconAlertTriangle size={18} aria-hidden />
          {measure.photoNeeded}
        </p>
      )}
      <Control
        {...{ id, schema, path }}
        value={photos}
        required
        wrong={problem !== null}
        disabled={control.disabled}
        label={measure.photo}
        naming={{ 'aria-label': measure.photo, 'aria-describedby': photos === undefined ? `${id}-why` : undefined }}
        tight
        onChange={(value) => form.put(path, value)}
      />
      {problem !== null && <FieldProblem id={`${id}-problem`} text={problem.message} />}
    </div>
  );
}
