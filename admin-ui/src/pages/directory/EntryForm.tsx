// The form of a record: one save for all of it, nothing typed is lost when it is refused.
import { Alert, Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { DirectoryEntry, DirectoryKindInfo } from '../../api/directory';
import { ApiError } from '../../api/errors';
import { Failure } from '../../components/Failure';
import { MediaPicker } from '../../components/MediaPicker';
import { fr } from '../../locales/fr';
import { HoursField } from '../town_hall/HoursField';
import { fullWeek } from '../town_hall/week';
import type { Edit } from './edit';

const words = fr.directory;

type TextName = 'name' | 'category' | 'address' | 'postcode' | 'city' | 'latitude' | 'longitude' | 'phone' | 'phone_2' | 'email' | 'website' | 'pivots';

interface FormProps {
  info: DirectoryKindInfo;
  isTownHall: boolean;
  initial: Edit;
  error: unknown;
  isSaving: boolean;
  onSave: (edit: Edit, base: DirectoryEntry | null) => void;
  onTake: (theirs: DirectoryEntry) => void;
  children?: ReactNode;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="panel section">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

// What a colleague saved meanwhile: both versions are there, the agent chooses.
function Conflict({ theirs, onKeep, onTake }: { theirs: DirectoryEntry; onKeep: () => void; onTake: () => void }) {
  return (
    <Alert color="ochre" variant="light" role="alert" title={words.conflictTitle}>
      <p>{[theirs.name, theirs.phone, theirs.email, theirs.address].filter(Boolean).join(' · ')}</p>
      <div className="notice-actions">
        <Button onClick={onKeep}>{words.keepMine}</Button>
        <Button variant="default" onClick={onTake}>
          {words.takeTheirs}
        </Button>
      </div>
    </Alert>
  );
}

function conflictOf(error: unknown): DirectoryEntry | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  return (error.payload as { current?: DirectoryEntry } | undefined)?.current ?? null;
}

export function EntryForm({ info, isTownHall, initial, error, isSaving, onSave, onTake, children }: FormProps) {
  const [edit, setEdit] = useState(initial);
  const fields = error instanceof ApiError ? error.fields : {};
  const theirs = conflictOf(error);
  const change = (part: Partial<Edit>) => setEdit((current) => ({ ...current, ...part }));
  const text = (name: TextName, extra: object = {}) => ({
    value: edit[name], error: fields[name], onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }), ...extra,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(edit, null);
  };
  return (
    <form className="stack-wide narrow" onSubmit={submit} noValidate>
      {isTownHall && (
        <Alert color="ochre" variant="light" role="note">
          <p>
            {words.townHall} <Link to="/mairie">{words.townHallLink}</Link>
          </p>
        </Alert>
      )}
      <Section title={words.presentation}>
        {!isTownHall && <TextInput label={words.name} maxLength={160} required withAsterisk={false} {...text('name')} />}
        <TextInput label={info.category_title} maxLength={80} list="categories" {...text('category')} />
        <datalist id="categories">
          {info.categories.map((category) => (
            <option key={category} value={category} />
          ))}
        </datalist>
        {info.details.map(({ key, title, format, longest }) => {
          const props = {
            label: title, maxLength: longest, value: edit.details[key] ?? '', error: fields[`details.${key}`],
            onChange: (event: { currentTarget: { value: string } }) => change({ details: { ...edit.details, [key]: event.currentTarget.value } }),
          };
          return format === 'block' ? <Textarea key={key} rows={3} {...props} /> : <TextInput key={key} inputMode={format === 'number' ? 'numeric' : undefined} {...props} />;
        })}
        {info.kind === 'associations' && (
          <Checkbox label={words.consent} description={words.consentHint} checked={edit.contact_consent} onChange={(event) => change({ contact_consent: event.currentTarget.checked })} />
        )}
        <Textarea
          label={words.description} description={words.descriptionHint} rows={5} maxLength={10_000} value={edit.description} error={fields['description']}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
      </Section>
      <Section title={words.photo}>
        <MediaPicker
          label={words.photo} kind="image" value={edit.image_id} error={fields['image_id']}
          onChange={(id, media) => change({ image_id: id, image_alt: media === null ? '' : media.alt })}
        />
        {edit.image_id !== null && (
          <TextInput
            label={fr.media.alt} description={fr.media.altHint} maxLength={300} value={edit.image_alt} error={fields['image_alt']}
            onChange={(event) => change({ image_alt: event.currentTarget.value })}
          />
        )}
      </Section>
      <Section title={words.contact}>
        {!isTownHall && (
          <>
            <TextInput label={words.phone} maxLength={30} inputMode="tel" {...text('phone')} />
            <TextInput label={words.phone2} maxLength={30} inputMode="tel" {...text('phone_2')} />
            <TextInput label={words.email} maxLength={254} type="email" {...text('email')} />
          </>
        )}
        <TextInput label={words.website} maxLength={300} inputMode="url" {...text('website')} />
        {info.kind === 'services' && <TextInput label={words.pivots} description={words.pivotsHint} maxLength={200} {...text('pivots')} />}
      </Section>
      <Section title={words.place}>
        {!isTownHall && (
          <>
            <TextInput label={words.address} maxLength={200} {...text('address')} />
            <div className="pair">
              <TextInput label={words.postcode} maxLength={10} inputMode="numeric" {...text('postcode')} />
              <TextInput label={words.city} maxLength={100} {...text('city')} />
            </div>
          </>
        )}
        <p className="quiet">{words.pointHint}</p>
        <div className="pair">
          <TextInput label={words.latitude} maxLength={20} {...text('latitude')} />
          <TextInput label={words.longitude} maxLength={20} {...text('longitude')} />
        </div>
      </Section>
      {!isTownHall && info.kind !== 'elus' && (
        <Section title={words.hours}>
          <Checkbox label={words.hasHours} checked={edit.hours !== null} onChange={(event) => change({ hours: event.currentTarget.checked ? fullWeek([]) : null })} />
          {edit.hours !== null && <HoursField week={edit.hours} error={fields['hours']} onChange={(hours) => change({ hours })} />}
        </Section>
      )}
      <Checkbox label={words.visible} checked={edit.is_visible} onChange={(event) => change({ is_visible: event.currentTarget.checked })} />
      <div className="save-bar">
        {theirs !== null && <Conflict theirs={theirs} onKeep={() => onSave(edit, theirs)} onTake={() => onTake(theirs)} />}
        {Object.keys(fields).length > 0 && (
          <p className="field-error" role="alert">
            {words.invalid(Object.keys(fields).length)}
          </p>
        )}
        {Object.keys(fields).length === 0 && theirs === null && <Failure error={error} />}
        <Button type="submit" loading={isSaving}>
          {words.save}
        </Button>
        {children}
      </div>
    </form>
  );
}
