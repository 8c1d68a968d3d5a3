// What a content says besides its text, by its kind; a page says nothing more.
import type { ComponentType } from 'react';
import type { ContentKind } from '../../../api/types';
import { fr } from '../../../locales/fr';
import { AlertDetails } from './AlertDetails';
import { EventDetails } from './EventDetails';
import type { DetailsFormProps } from './form';
import { NewsDetails } from './NewsDetails';

const forms: Record<Exclude<ContentKind, 'page'>, ComponentType<DetailsFormProps>> = { news: NewsDetails, event: EventDetails, alert: AlertDetails };

export default function Details({ kind, ...props }: DetailsFormProps & { kind: ContentKind }) {
  if (kind === 'page') return null;
  const Form = forms[kind];
  return (
    <section className="stack details-form" aria-labelledby="renseignements">
      <h2 id="renseignements">{fr.details[kind]}</h2>
      <Form {...props} />
    </section>
  );
}
