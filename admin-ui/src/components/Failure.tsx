// What failed, in the server's own words, with a way to try again.
import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { messageOf } from '../api/errors';
import { fr } from '../locales/fr';

interface FailureProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
}

export function Failure({ error, onRetry }: FailureProps) {
  if (!error) return null;
  return (
    <Alert color="red" variant="light" className="failure" icon={<IconAlertTriangle aria-hidden />} title={fr.error.title}>
      <p>{messageOf(error)}</p>
      {onRetry !== undefined && (
        <Button variant="default" size="md" onClick={onRetry}>
          {fr.error.retry}
        </Button>
      )}
    </Alert>
  );
}
