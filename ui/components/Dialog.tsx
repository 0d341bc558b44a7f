import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/TextsProvider.tsx';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Absent where the dialog must be answered. */
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
  readonly size?: number;
}

/** A page on top of the page. The focus stays in it and goes back to where it came from. */
export function Dialog({ open, title, onClose, children, size = 520 }: DialogProps) {
  const { parts } = useTexts();
  return (
    <Modal
      opened={open}
      onClose={onClose ?? (() => undefined)}
      title={title}
      size={size}
      centered
      withCloseButton={onClose !== undefined}
      closeOnClickOutside={false}
      closeOnEscape={onClose !== undefined}
      closeButtonProps={{ 'aria-label': parts.close }}
      classNames={{ content: styles.content, header: styles.header, title: styles.title, body: styles.body }}
      overlayProps={{ backgroundOpacity: 0.45, color: '#0d0f11' }}
      transitionProps={{ duration: 120 }}
    >
      {children}
    </Modal>
  );
}
