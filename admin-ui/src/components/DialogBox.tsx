// A question over the page. Without Mantine's <header>, which axe counts as a second banner, and without its scroll lock,
// which writes a style tag: base.css holds the page still instead.
import { Modal } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { fr } from '../locales/fr';

export interface DialogProps {
  opened: boolean;
  title: string;
  onClose?: () => void; // absent: it cannot be waved away
  returnFocus?: boolean;
  children: ReactNode;
}

const stayOpen = () => {};

// Back to what opened the dialog; to the heading when that is gone, as a button is once its case has moved.
function useFocusReturn(opened: boolean, returnFocus: boolean): void {
  useEffect(() => {
    if (!opened || !returnFocus) return undefined;
    const opener = document.activeElement;
    return () => {
      setTimeout(() => {
        const target = opener?.isConnected ? opener : document.querySelector('h1');
        if (target instanceof HTMLElement) target.focus();
      });
    };
  }, [opened, returnFocus]);
}

export default function DialogBox({ opened, title, onClose, returnFocus = true, children }: DialogProps) {
  useFocusReturn(opened, returnFocus);
  const canClose = onClose !== undefined;
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose ?? stayOpen}
      centered
      yOffset="1rem"
      lockScroll={false}
      returnFocus={false}
      closeOnEscape={canClose}
      closeOnClickOutside={canClose}
    >
      <Modal.Overlay backgroundOpacity={0.55} />
      <Modal.Content radius="lg">
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          {canClose && <Modal.CloseButton aria-label={fr.common.close} />}
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
