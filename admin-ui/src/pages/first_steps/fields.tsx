// What each question of the assistant asks: its fields, and the answer that is sent.
import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FirstStepAnswer, FirstStepAnswers } from '../../api/types';
import { useSession } from '../../api/session';
import { MediaPicker } from '../../components/MediaPicker';
import { fr } from '../../locales/fr';
import { ColorField } from '../town_hall/ColorField';
import { HoursField } from '../town_hall/HoursField';
import { licenceOptions } from '../town_hall/legal_options';
import { fullWeek } from '../town_hall/week';

const words = fr.firstSteps;

export interface FieldsProps {
  edit: FirstStepAnswer;
  fields: Record<string, string>;
  change: (part: FirstStepAnswer) => void;
}

type TextName = 'address' | 'postcode' | 'city' | 'phone' | 'email' | 'mayor_name' | 'welcome' | 'dpo_contact';

const bind = ({ edit, fields, change }: FieldsProps, name: TextName, maxLength: number) => ({
  maxLength,
  value: edit[name] ?? '',
  error: fields[name],
  onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
});

function Contact(props: FieldsProps) {
  return (
    <>
      <TextInput label={fr.townHall.address} autoComplete="off" {...bind(props, 'address', 200)} />
      <div className="pair">
        <TextInput label={fr.townHall.postcode} inputMode="numeric" {...bind(props, 'postcode', 10)} />
        <TextInput label={fr.townHall.city} {...bind(props, 'city', 100)} />
      </div>
      <TextInput label={fr.townHall.phone} type="tel" {...bind(props, 'phone', 30)} />
      <TextInput label={fr.townHall.email} type="email" {...bind(props, 'email', 254)} />
    </>
  );
}

// The server names an interval as hours.2.to: one sentence above the week is enough.
function Hours({ edit, fields, change }: FieldsProps) {
  const name = Object.keys(fields).find((key) => key.startsWith('hours'));
  return <HoursField week={fullWeek(edit.hours ?? [])} error={name === undefined ? undefined : fields[name]} onChange={(hours) => change({ hours })} />;
}

function Colors({ edit, fields, change }: FieldsProps) {
  return (
    <>
      <NativeSelect
        label={fr.townHallPages.theme}
        data={fr.townHallPages.themes.map(([value, label]) => ({ value, label }))}
        value={edit.theme ?? ''}
        error={fields['theme']}
        onChange={(event) => change({ theme: event.currentTarget.value })}
      />
      <ColorField accent={edit.accent ?? ''} error={fields['accent']} onChange={(accent) => change({ accent })} />
    </>
  );
}

function Dpo(props: FieldsProps) {
  const epci = useSession().data?.commune.epci ?? '';
  return <TextInput label={fr.legal.dpo} description={epci === '' ? undefined : words.ask(epci)} {...bind(props, 'dpo_contact', 300)} />;
}

interface QuestionFields {
  asks: readonly (keyof FirstStepAnswers)[];
  Fields: (props: FieldsProps) => ReactNode;
}

export const questionFields: Record<string, QuestionFields> = {
  contact: { asks: ['address', 'postcode', 'city', 'phone', 'email'], Fields: Contact },
  hours: { asks: ['hours'], Fields: Hours },
  mayor: { asks: ['mayor_name'], Fields: (props) => <TextInput label={fr.townHall.mayor} description={fr.townHall.mayorHint} {...bind(props, 'mayor_name', 160)} /> },
  welcome: { asks: ['welcome'], Fields: (props) => <TextInput label={words.welcomeLabel} description={words.welcomeExample} {...bind(props, 'welcome', 200)} /> },
  colors: { asks: ['theme', 'accent'], Fields: Colors },
  logo: {
    asks: ['logo_id'],
    Fields: ({ edit, fields, change }) => <MediaPicker label={fr.townHallPages.logo} kind="image" value={edit.logo_id ?? null} error={fields['logo_id']} onChange={(logo_id) => change({ logo_id })} />,
  },
  photo: {
    asks: ['hero_id'],
    Fields: ({ edit, fields, change }) => <MediaPicker label={fr.townHallPages.hero} kind="image" value={edit.hero_id ?? null} error={fields['hero_id']} onChange={(hero_id) => change({ hero_id })} />,
  },
  dpo: { asks: ['dpo_contact'], Fields: Dpo },
  licence: {
    asks: ['licence'],
    Fields: ({ edit, fields, change }) => (
      <NativeSelect label={fr.legal.licence} data={licenceOptions} value={edit.licence ?? ''} error={fields['licence']} onChange={(event) => change({ licence: event.currentTarget.value })} />
    ),
  },
};

export function answerOf(question: string, answers: FirstStepAnswers): FirstStepAnswer {
  const asks = questionFields[question]?.asks ?? [];
  return Object.fromEntries(asks.map((name) => [name, name === 'hours' ? fullWeek(answers.hours) : answers[name]]));
}
