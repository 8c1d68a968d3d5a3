// What the legal notice and the page on personal data need and cannot know.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useLegal, useSaveLegal } from '../../api/town_hall_pages';
import { useSession } from '../../api/session';
import type { Legal, LegalEdit } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Page } from '../../app/page';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { fr } from '../../locales/fr';
import '../../styles/town_hall.css';
import { licenceOptions } from './legal_options';
import { fieldsOf, SaveBar } from './SaveBar';
import { TownHallTabs } from './TownHallTabs';

const words = fr.legal;

function editOf({ publication_director, dpo_contact, host, photo_credits, licence }: Legal): LegalEdit {
  return { publication_director, dpo_contact, host, photo_credits, licence };
}

function Missing({ legal }: { legal: Legal }) {
  const missing = [
    legal.mayor_name === '' && legal.publication_director === '' && words.missingDirector,
    legal.host === '' && legal.platform_host === '' && words.missingHost,
    legal.dpo_contact === '' && words.missingDpo,
    legal.licence === '' && words.missingLicence,
  ].filter((text) => text !== false);
  if (missing.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="manque">
      <h2 id="manque">{words.missing}</h2>
      <ul className="notices">
        {missing.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function PublicPages() {
  const site = useSession().data?.commune.site_url ?? '';
  const pages = [
    ['/mentions-legales', words.notice],
    ['/donnees-personnelles', words.privacyPage],
  ] as const;
  return (
    <p>
      {words.see}{' '}
      {pages.map(([path, label], index) => (
        <span key={path}>
          {index > 0 && ' · '}
          <a href={site + path} target="_blank" rel="noreferrer">
            {label} <span className="sr-only">{fr.common.newTab}</span>
          </a>
        </span>
      ))}
    </p>
  );
}

function LegalForm({ legal }: { legal: Legal }) {
  const announce = useAnnounce();
  const request = useSaveLegal();
  const [edit, setEdit] = useState(() => editOf(legal));
  const fields = fieldsOf(request.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate(edit, { onSuccess: () => announce(fr.townHallPages.saved) });
  };
  const text = (name: keyof LegalEdit, maxLength: number) => ({
    maxLength,
    value: edit[name],
    error: fields[name],
    onChange: (event: { currentTarget: { value: string } }) => setEdit({ ...edit, [name]: event.currentTarget.value }),
  });
  return (
    <form className="stack-wide narrow" onSubmit={submit} noValidate>
      <Missing legal={legal} />
      <fieldset className="panel section">
        <legend>{words.publisher}</legend>
        <TextInput label={words.director} description={words.directorHint(legal.mayor_name)} {...text('publication_director', 200)} />
        {legal.platform_host === '' ? <TextInput label={words.host} description={words.hostHint} {...text('host', 300)} /> : <p>{words.hostKnown(legal.platform_host)}</p>}
      </fieldset>
      <fieldset className="panel section">
        <legend>{words.privacy}</legend>
        <TextInput label={words.dpo} description={words.dpoHint} {...text('dpo_contact', 300)} />
      </fieldset>
      <fieldset className="panel section">
        <legend>{words.reuse}</legend>
        {legal.uncredited_pictures > 0 && <p>{words.uncredited(legal.uncredited_pictures)}</p>}
        <TextInput label={words.credits} description={words.creditsHint} {...text('photo_credits', 300)} />
        <NativeSelect label={words.licence} data={licenceOptions} {...text('licence', 20)} />
      </fieldset>
      <SaveBar error={request.error} isSaving={request.isPending} />
      <PublicPages />
    </form>
  );
}

export default function LegalPage() {
  const legal = useLegal();
  return (
    <Page title={fr.townHallPages.legal} intro={words.intro}>
      <TownHallTabs />
      {legal.isPending && <Loading />}
      <Failure error={legal.error} onRetry={() => void legal.refetch()} />
      {legal.data !== undefined && <LegalForm legal={legal.data} />}
    </Page>
  );
}
