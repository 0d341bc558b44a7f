import { Combobox, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import { useTexts } from '../../texts/TextsProvider.tsx';
import type { ControlProps } from '../control.ts';
import { isLike, type RecordChoice, useRecords } from '../use-records.ts';
import '@mantine/core/styles/Combobox.layer.css';
import boxes from './control.module.css';
import pills from './pills.module.css';
import styles from './RecordSearch.module.css';

/** Which register is searched, and what stands around the words that are typed. */
export interface RecordSearchProps
  extends Pick<ControlProps, 'id' | 'naming' | 'required' | 'wrong' | 'disabled' | 'tight'> {
  readonly register: string;
  /** What the box says while nobody searches. */
  readonly shown: string;
  /** Ids that are not offered, because they were picked already. */
  readonly without: readonly string[];
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly onPick: (choice: RecordChoice) => void;
  /** The backspace key in an empty box. */
  readonly onBackspace?: () => void;
}

/** A box in which a person searches a register, with what is found in a list below. */
export function RecordSearch(props: RecordSearchProps) {
  const { id, naming, required, wrong, disabled, tight, register, shown, without, before, after, onPick, onBackspace } =
    props;
  const { form } = useTexts();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTyped('');
    },
  });
  const [asked] = useDebouncedValue(typed, 200);
  const found = useRecords(register, asked, combobox.dropdownOpened);
  // Until the answer to what was typed is here, the list of before may not offer what does not match.
  const isStale = typed !== asked || found.isPlaceholderData;
  const choices = (found.data ?? []).filter(
    (choice) => !without.includes(choice.id) && (!isStale || isLike(choice, typed)),
  );

  const handlePick = (picked: string) => {
    const choice = choices.find((each) => each.id === picked);
    if (choice) onPick(choice);
    combobox.closeDropdown();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && typed === '') onBackspace?.();
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={handlePick}
      classNames={{ dropdown: styles.dropdown ?? '', option: styles.option ?? '', empty: styles.empty ?? '' }}
    >
      <Combobox.DropdownTarget>
        <div
          className={classNames(
            boxes.input,
            pills.pillBox,
            wrong && boxes.wrong,
            before === undefined && pills.single,
            tight && boxes.tight,
            disabled && pills.still,
          )}
        >
          {before}
          <Combobox.EventsTarget>
            <input
              {...naming}
              id={id}
              className={pills.bare}
              value={combobox.dropdownOpened ? typed : shown}
              placeholder={combobox.dropdownOpened && shown !== '' ? shown : form.search}
              required={required && shown === '' && before === undefined}
              aria-invalid={wrong || undefined}
              disabled={disabled}
              autoComplete="off"
              onChange={(event) => {
                setTyped(event.target.value);
                combobox.openDropdown();
                combobox.resetSelectedOption();
              }}
              onClick={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              onKeyDown={handleKey}
            />
          </Combobox.EventsTarget>
          {after}
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options className={styles.options ?? ''}>
          {choices.map((choice) => (
            <Combobox.Option key={choice.id} value={choice.id}>
              <ChoiceLine choice={choice} />
            </Combobox.Option>
          ))}
          {choices.length === 0 && (
            <Combobox.Empty>
              {found.isPending || isStale ? form.searching : found.isError ? form.searchFailed : form.nothingFound}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** A record as it is offered: by its name, and by what tells it from others of that name. */
function ChoiceLine({ choice }: { readonly choice: RecordChoice }) {
  return (
    <span className={styles.line}>
      <span>{choice.name}</span>
      {choice.detail === null ? (
        <span className={classNames('gf-code', styles.detail)}>{choice.id}</span>
      ) : (
        <span className={styles.detail}>{choice.detail}</span>
      )}
    </span>
  );
}
