// A question over the page, fetched apart: screens show without waiting for it (app/LoginAgain fetches it in advance).
import { lazy, Suspense, useState } from 'react';
import type { DialogProps } from './DialogBox';

const DialogBox = lazy(() => import('./DialogBox'));

export function Dialog(props: DialogProps) {
  const [wasOpened, setWasOpened] = useState(props.opened);
  if (props.opened && !wasOpened) setWasOpened(true);
  if (!wasOpened) return null;
  return (
    <Suspense fallback={null}>
      <DialogBox {...props} />
    </Suspense>
  );
}
