// The accessibility declaration: what the audit found. Its state is computed by the server.
import { Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useDeclaration, useSaveDeclaration } from '../../api/town_hall_pages';
import type { Declaration, DeclarationEdit } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Page } from '../../app/page';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { fr } from '../../locales/fr';
import '../../styles/town_hall.css';
import { fieldsOf, SaveBar } from './SaveBar';
import { TownHallTabs } from './TownHallTabs';

const words = fr.townHallPages;

const lists = ['issues', 'burdens', 'exempt', 'technologies', 'environments', 'tools', 'pages'] as const;
const addresses = [
  ['report_url', words.report],
  ['plan_url', words.plan],
  ['yearly_plan_url', words.yearlyPlan],
  ['contact_url', words.contact],
] as const;

function editOf(declaration: Declaration): DeclarationEdit {
  const { declared_on: _declared, updated_on: _updated, state_label: _state, rate: _rate, valid_until: _until, ...edit } = declaration;
  return edit;
}

function State({ declaration }: { declaration: Declaration }) {
  const until = declaration.valid_until === '' ? words.noAudit : words.until(new Date(`${declaration.valid_until}T00:00:00Z`).toLocaleDateString('fr', { dateStyle: 'long', timeZone: 'UTC' }));
  return (
    <p className="panel">
      <strong>{words.state(declaration.state_label)}</strong> {until}
    </p>
  );
}

function DeclarationForm({ declaration }: { declaration: Declaration }) {
  const announce = useAnnounce();
  const request = useSaveDeclaration();
  const [edit, setEdit] = useState(() => editOf(declaration));
  const fields = fieldsOf(request.error);
  const change = (part: Partial<DeclarationEdit>) => setEdit({ ...edit, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate(edit, { onSuccess: () => announce(words.saved) });
  };
  const number = (name: 'criteria_applicable' | 'criteria_passed', label: string) => (
    <TextInput label={label} inputMode="numeric" value={String(edit[name])} error={fields[name]} onChange={(event) => change({ [name]: Number(event.currentTarget.value.replace(/\D/g, '')) })} />
  );
  return (
    <form className="stack-wide narrow" onSubmit={submit} noValidate>
      <State declaration={declaration} />
      <fieldset className="panel section">
        <legend>{words.audit}</legend>
        <TextInput type="date" label={words.auditedOn} description={words.auditedOnHint} value={edit.audited_on} error={fields['audited_on']} onChange={(event) => change({ audited_on: event.currentTarget.value })} />
        <TextInput label={words.auditor} maxLength={500} value={edit.auditor} error={fields['auditor']} onChange={(event) => change({ auditor: event.currentTarget.value })} />
        <div className="two">
          {number('criteria_applicable', words.applicable)}
          {number('criteria_passed', words.passed)}
        </div>
        {addresses.map(([name, label]) => (
          <TextInput key={name} type="url" label={label} description={words.optional} maxLength={500} value={edit[name]} error={fields[name]} onChange={(event) => change({ [name]: event.currentTarget.value })} />
        ))}
      </fieldset>
      <fieldset className="panel section">
        <legend>{words.lists}</legend>
        <p className="quiet">{words.linesHint}</p>
        {lists.map((name) => (
          <Textarea key={name} label={words[name]} rows={3} value={edit[name].join('\n')} error={fields[name]} onChange={(event) => change({ [name]: event.currentTarget.value.split('\n') })} />
        ))}
      </fieldset>
      <SaveBar error={request.error} isSaving={request.isPending} />
    </form>
  );
}

export default function DeclarationPage() {
  const declaration = useDeclaration();
  return (
    <Page title={words.accessibility} intro={words.declarationIntro}>
      <TownHallTabs />
      {declaration.isPending && <Loading />}
      <Failure error={declaration.error} onRetry={() => void declaration.refetch()} />
      {declaration.data !== undefined && <DeclarationForm declaration={declaration.data} />}
    </Page>
  );
}
