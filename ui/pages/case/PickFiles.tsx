import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { type ChangeEvent, useRef } from 'react';
import { Button, type ButtonKind } from '../../components/Button.tsx';

/** What is picked, and with what. */
export interface PickFilesProps {
  readonly label: string;
  readonly camera?: boolean;
  readonly kind?: ButtonKind;
  readonly working: boolean;
  readonly onPick: (files: readonly File[]) => void;
}

/** A button that opens the files of the device, or its camera where it has one. */
export function PickFiles({ label, camera = false, kind = 'line', working, onPick }: PickFilesProps) {
  const picker = useRef<HTMLInputElement>(null);
  const handleChange = (event: ChangeEvent<HTMLInputElement>) => {
    onPick([...(event.target.files ?? [])]);
    // The same file can be chosen again.
    event.target.value = '';
  };
  const Icon = camera ? IconCamera : IconPaperclip;
  return (
    <>
      <Button
        kind={kind}
        icon={<Icon size={16} aria-hidden />}
        working={working}
        onClick={() => picker.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple={!camera}
        aria-label={label}
        onChange={handleChange}
        {...(camera ? { accept: 'image/*', capture: 'environment' as const } : {})}
      />
    </>
  );
}
