// Asks before something that residents will see or that cannot be undone.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { fr } from '../locales/fr';
import { Dialog } from './Dialog';
import { Failure } from './Failure';

interface ConfirmProps {
  opened: boolean;
  title: string;
  action: string;
  tone?: 'ink' | 'red';
  isBusy?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function Confirm({ opened, title, action, tone = 'ink', isBusy = false, error, onConfirm, onClose, children }: ConfirmProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <div className="stack">
        {children}
        <Failure error={error} />
        <div className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            {fr.common.cancel}
          </Button>
          <Button color={tone} loading={isBusy} onClick={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
