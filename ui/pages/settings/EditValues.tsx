import { useState } from 'react';
import type { Json } from '../../../engine/model/json.ts';
import type { SettingGroupView, SettingView } from '../../../server/services/views/plant-view.ts';
import { ApiError } from '../../api/api-error.ts';
import { useChangeSettings, useLadders } from '../../api/plant-parts.ts';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { readNumber } from '../../form/read-number.ts';
import { MomentInput } from '../../form/MomentInput.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import styles from './card.module.css';
import { readValues } from './read-values.ts';
import { SaveChange } from './SaveChange.tsx';

/** A group of settings to be changed, on top of a version. */
export interface EditValuesProps {
  readonly group: SettingGroupView;
  readonly version: number;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Changes values of a group, from now on or from a later moment. Only what was changed is sent. */
export function EditValues({ group, version, onDone, onCancel }: EditValuesProps) {
  const { settings } = useLateTexts();
  const { language } = useFormat();
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [from, setFrom] = useState<string | null>(null);
  const change = useChangeSettings();
  const values = readValues(group.settings, typed, (text) => readNumber(text, language));
  const problems = change.error instanceof ApiError ? change.error.problems : [];
  const save = (reason: string) => {
    change.mutate({ version, reason, values, ...(from === null ? {} : { from }) }, { onSuccess: onDone });
  };
  return (
    <SaveChange
      label={group.title}
      working={change.isPending}
      error={change.error}
      notOffered={Object.keys(values).length === 0 ? settings.nothingChanged : null}
      onSave={save}
      onCancel={onCancel}
    >
      <h2 className={styles.title}>{group.title}</h2>
      <div className={styles.fields}>
        {group.settings
          .filter(({ editable }) => editable)
          .map((setting) => (
            <ValueField
              key={setting.pointer}
              setting={setting}
              typed={typed.get(setting.pointer)}
              problem={problems.find(({ path }) => path.endsWith(escaped(setting.pointer)))?.message ?? null}
              onChange={(text) => setTyped(new Map(typed).set(setting.pointer, text))}
            />
          ))}
        <MomentInput label={settings.fromLabel} value={from} onChange={setFrom} />
      </div>
    </SaveChange>
  );
}

/** A pointer as one key of another pointer. */
function escaped(pointer: string): string {
  return pointer.replaceAll('/', '~1');
}

/** A setting, what was typed for it, and what is wrong with that. */
interface ValueFieldProps {
  readonly setting: SettingView;
  readonly typed: string | undefined;
  readonly problem: string | null;
  readonly onChange: (text: string) => void;
}

/** One value: a list for ladders and for yes or no, else a line. */
function ValueField({ setting, typed, problem, onChange }: ValueFieldProps) {
  const { parts } = useTexts();
  const { language } = useFormat();
  const ladders = useLadders().data?.items ?? [];
  const options = {
    ladder: ladders.map(({ id, title }) => ({ value: id, label: title })),
    'yes-no': [
      { value: 'true', label: parts.yes },
      { value: 'false', label: parts.no },
    ],
  };
  const value = typed ?? plain(setting.value, language);
  if (setting.kind === 'ladder' || setting.kind === 'yes-no')
    return (
      <SelectField
        label={setting.title}
        value={value}
        options={options[setting.kind]}
        problem={problem}
        onPick={onChange}
      />
    );
  return (
    <TextField
      label={setting.title}
      value={value}
      inputMode={setting.kind === 'number' ? 'decimal' : 'text'}
      problem={problem}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A value as it is easiest to change. */
function plain(value: Json, language: string): string {
  if (typeof value !== 'number') return value === null ? '' : String(value);
  return new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 12 }).format(value);
}
