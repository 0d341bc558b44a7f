import { Drawer, Modal } from '@mantine/core';
import '../theme/mantine-modal.css';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/TextsProvider.tsx';
import styles from './ModalFrame.module.css';

/** What stands before the page, and how it is left. */
export interface ModalFrameProps {
  readonly open: boolean;
  readonly title: string;
  /** Absent where the dialog must be answered. */
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
  readonly size?: number;
  /** `side`: a panel at the edge, beside the page. */
  readonly look?: 'middle' | 'side';
}

/** The frame of dialogs and side panels. The focus stays in it and goes back to where it came from. */
export function ModalFrame({ open, title, onClose, children, size = 520, look = 'middle' }: ModalFrameProps) {
  const { parts } = useTexts();
  const side = look === 'side';
  const shared = {
    opened: open,
    onClose: onClose ?? (() => undefined),
    title,
    size,
    closeOnEscape: onClose !== undefined,
    withCloseButton: onClose !== undefined,
    closeButtonProps: { 'aria-label': parts.close },
    // A header inside a dialog is not the header of the page.
    attributes: { header: { role: 'presentation' } },
  };
  return side ? (
    <Drawer
      {...shared}
      position="right"
      classNames={{ content: styles.panel, header: styles.panelHeader, title: styles.title, body: styles.panelBody }}
      overlayProps={{ backgroundOpacity: 0.25, color: '#0d0f11' }}
      transitionProps={{ duration: 180 }}
    >
      {children}
    </Drawer>
  ) : (
    <Modal
      {...shared}
      centered
      closeOnClickOutside={false}
      classNames={{ content: styles.content, header: styles.header, title: styles.title, body: styles.body }}
      overlayProps={{ backgroundOpacity: 0.45, color: '#0d0f11' }}
      transitionProps={{ duration: 120 }}
    >
      {children}
    </Modal>
  );
}
