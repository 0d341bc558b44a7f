import { useTexts } from '../../texts/TextsProvider.tsx';
import type { ControlProps, FieldKind } from '../control.ts';
import { Choose } from './Choose.tsx';
import { Tiles } from './Tiles.tsx';

/** Yes or no, as two tiles: a box without a check cannot tell "no" from "not answered". */
function YesNoControl(props: ControlProps) {
  const { form } = useTexts();
  const options = [
    { value: 'yes', label: form.yes },
    { value: 'no', label: form.no },
  ];
  const value = props.value === true ? 'yes' : props.value === false ? 'no' : null;
  const handlePick = (picked: string | null) => props.onChange(picked === null ? undefined : picked === 'yes');
  return props.tight ? (
    <Choose {...props} {...{ options, value }} onPick={handlePick} />
  ) : (
    <Tiles {...props} {...{ options, value }} onPick={handlePick} />
  );
}

/** Yes or no. */
export const yesNoField: FieldKind = {
  kind: 'yes-no',
  recognises: (schema) => schema.type === 'boolean',
  Control: YesNoControl,
  shape: 'group',
  columnWidth: 80,
};
