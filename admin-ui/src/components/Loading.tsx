// A screen that is on its way; shown late so that quick answers do not flicker.
import { Loader } from '@mantine/core';
import { fr } from '../locales/fr';

export function Loading() {
  return (
    <div className="loading" role="status">
      <Loader size="md" aria-hidden />
      <span>{fr.common.loading}</span>
    </div>
  );
}
