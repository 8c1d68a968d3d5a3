// Of an alert: its severity, its period, the pages on which it stands.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { momentKey, momentOf } from '../../../components/local_time';
import { fr } from '../../../locales/fr';
import { FaultLine, Spot } from '../blocks/fields';
import { withPart, type DetailsFormProps } from './form';

type Section = keyof typeof fr.details.section;
type Severity = keyof typeof fr.alert.severities;

const sections = Object.keys(fr.details.section) as Section[];
const severities = Object.keys(fr.alert.severities) as Severity[];

interface MomentProps extends DetailsFormProps {
  name: 'starts' | 'ends';
  label: string;
  description: string;
}

function Moment({ details, faults, onChange, name, label, description }: MomentProps) {
  const value = details[name];
  const path = `details.${name}`;
  return (
    <Spot path={path}>
      <TextInput
        type="datetime-local"
        label={label}
        description={description}
        value={typeof value === 'number' ? momentKey(value) : ''}
        error={faults[path]}
        onChange={(event) => onChange(withPart(details, { [name]: momentOf(event.currentTarget.value) ?? undefined }))}
      />
    </Spot>
  );
}

export function AlertDetails(props: DetailsFormProps) {
  const { details, faults, onChange } = props;
  const chosen = details.sections ?? [];
  const words = fr.details;
  const toggle = (section: Section) => {
    const next = sections.filter((known) => (known === section ? !chosen.includes(known) : chosen.includes(known)));
    onChange(withPart(details, { sections: next.length === 0 ? undefined : next }));
  };
  return (
    <>
      <Spot path="details.severity">
        <NativeSelect
          label={words.severity}
          value={details.severity ?? 'information'}
          data={severities.map((value) => ({ value, label: fr.alert.severities[value] }))}
          error={faults['details.severity']}
          onChange={(event) => onChange(withPart(details, { severity: event.currentTarget.value as Severity }))}
        />
      </Spot>
      <div className="field-pair">
        <Moment {...props} name="starts" label={words.alertStarts} description={words.alertStartsHint} />
        <Moment {...props} name="ends" label={words.alertEnds} description={words.alertEndsHint} />
      </div>
      <fieldset className="block-item" data-spot="details.sections">
        <legend>{words.sections}</legend>
        <p className="quiet">{words.sectionsHint}</p>
        <div className="check-grid">
          {sections.map((section) => (
            <Checkbox key={section} label={words.section[section]} checked={chosen.includes(section)} onChange={() => toggle(section)} />
          ))}
        </div>
        <FaultLine path="details.sections" faults={faults} />
      </fieldset>
    </>
  );
}
