// The end of a form: what went wrong, and the button that saves.
import { Button } from '@mantine/core';
import { ApiError } from '../../api/errors';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';

export function fieldsOf(error: unknown): Record<string, string> {
  return error instanceof ApiError ? error.fields : {};
}

export function SaveBar({ error, isSaving }: { error: unknown; isSaving: boolean }) {
  const count = Object.keys(fieldsOf(error)).length;
  return (
    <div className="save-bar">
      {count > 0 ? (
        <p className="field-error" role="alert">
          {fr.townHall.invalid(count)}
        </p>
      ) : (
        <Failure error={error} />
      )}
      <Button type="submit" loading={isSaving}>
        {fr.townHallPages.save}
      </Button>
    </div>
  );
}
