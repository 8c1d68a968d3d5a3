// What is said of the whole procedure: what residents read, delay and rights, who asks, its file.
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useFormat } from '../../api/procedure_drafts';
import type { ProcedureProblem } from '../../api/types';
import { fr } from '../../locales/fr';
import { listOf, questionsOf, textOf, type Definition, type Question, type Silence } from './definition';

interface Props {
  slug: string;
  definition: Definition;
  problems: ProcedureProblem[];
  onChange: (definition: Definition) => void;
}

type Words = typeof fr.builderSettings;
type WordName = { [Name in keyof Words]: Words[Name] extends string ? Name : never }[keyof Words];

interface Row {
  name: string;
  label: WordName;
  lines?: number; // 1 when absent
  isOptional?: boolean;
}

const about: Row[] = [
  { name: 'title', label: 'title' },
  { name: 'summary', label: 'summary', lines: 2 },
  { name: 'introduction', label: 'introduction', lines: 4, isOptional: true },
];
const after: Row[] = [
  { name: 'cost', label: 'cost', isOptional: true },
  { name: 'confirmation', label: 'confirmation', lines: 3, isOptional: true },
];
const law: Row[] = [
  { name: 'legal_basis', label: 'legalBasis', lines: 2 },
  { name: 'purpose', label: 'purpose', lines: 2 },
  { name: 'recipients', label: 'recipients', lines: 2 },
];

const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export function Settings({ slug, definition, problems, onChange }: Props) {
  const words = fr.builderSettings;
  const knows = useFormat();
  const set = (name: string, value: unknown) => {
    const { [name]: _gone, ...rest } = definition;
    onChange((value === undefined ? rest : { ...definition, [name]: value }) as Definition);
  };
  const fault = (name: string) => problems.find((problem) => problem.page === null && problem.property === name)?.message;
  const text = ({ name, label, lines = 1, isOptional = false }: Row) => {
    const field = {
      key: name,
      label: words[label],
      value: textOf(definition[name]),
      error: fault(name),
      onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value === '' && isOptional ? undefined : event.currentTarget.value),
    };
    const { key, ...rest } = field;
    return lines === 1 ? <TextInput key={key} maxLength={200} {...rest} /> : <Textarea key={key} rows={lines} maxLength={10_000} {...rest} />;
  };
  const number = (name: string, label: string) => (
    <TextInput
      className="short-field"
      inputMode="numeric"
      label={label}
      error={fault(name)}
      defaultValue={typeof definition[name] === 'number' ? String(definition[name]) : ''}
      onChange={(event) => set(name, /^\d+$/.test(event.currentTarget.value.trim()) ? Number(event.currentTarget.value) : undefined)}
    />
  );
  const pick = (name: string, label: string, options: Record<string, string>, usual: string) => (
    <NativeSelect label={label} error={fault(name)} value={textOf(definition[name]) || usual} data={choices(options)} onChange={(event) => set(name, event.currentTarget.value)} />
  );
  return (
    <div className="stack narrow">
      <section className="panel stack" aria-labelledby="reglages-lire">
        <h2 id="reglages-lire">{words.about}</h2>
        {about.map(text)}
        <Textarea
          label={words.needs}
          rows={3}
          error={fault('needs')}
          value={listOf<string>(definition.needs).join('\n')}
          onChange={(event) => set('needs', event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n'))}
        />
        {number('duration_minutes', words.duration)}
        {after.map(text)}
        {pick('theme', words.theme, words.themes, 'mairie')}
      </section>
      <section className="panel stack" aria-labelledby="reglages-droit">
        <h2 id="reglages-droit">{words.law}</h2>
        <SilenceFields value={definition.silence as Silence | undefined} fault={fault('silence')} onChange={(silence) => set('silence', silence)} />
        {law.map(text)}
        {number('retention_months', words.retention)}
        {pick('retention_end', words.retentionEnd, words.retentionEnds, 'forget')}
      </section>
      {knows('opens') && (
        <section className="panel stack" aria-labelledby="reglages-limites">
          <h2 id="reglages-limites">{words.limits}</h2>
          <div className="field-pair">
            {(['opens', 'closes'] as const).map((name) => (
              <TextInput key={name} type="date" label={words[name]} error={fault(name)} value={textOf(definition[name])} onChange={(event) => set(name, event.currentTarget.value || undefined)} />
            ))}
          </div>
          {number('quota', words.quota)}
          <Checkbox label={words.once} checked={definition.once_per_person === true} onChange={(event) => set('once_per_person', event.currentTarget.checked || undefined)} />
        </section>
      )}
      <Applicant definition={definition} fault={fault('applicant')} onChange={(applicant) => set('applicant', applicant)} />
      <section className="panel stack" aria-labelledby="reglages-fichier">
        <h2 id="reglages-fichier">{words.file}</h2>
        <p>{words.fileIntro}</p>
        <p>
          <a href={`/api/v1/procedures/${slug}/export`} download={`demarche-${slug}.json`}>
            {words.export}
          </a>
        </p>
      </section>
    </div>
  );
}

function SilenceFields({ value, fault, onChange }: { value: Silence | undefined; fault: string | undefined; onChange: (silence: Silence) => void }) {
  const words = fr.builderSettings;
  const silence: Silence = value ?? { rule: 'none' };
  const withRule = (rule: string): Silence => {
    const { months: _gone, ...rest } = silence;
    return rule === 'none' ? { ...rest, rule } : { ...silence, rule, months: silence.months !== undefined && silence.months > 0 ? silence.months : 2, text: silence.text ?? '' };
  };
  return (
    <>
      <div className="field-pair">
        <NativeSelect label={words.silence} value={silence.rule} data={choices(words.silences)} onChange={(event) => onChange(withRule(event.currentTarget.value))} />
        {silence.rule !== 'none' && (
          <NativeSelect
            label={words.months}
            value={String(silence.months ?? 2)}
            data={Array.from({ length: 24 }, (_item, index) => String(index + 1))}
            onChange={(event) => onChange({ ...silence, months: Number(event.currentTarget.value) })}
          />
        )}
      </div>
      <Textarea label={words.silenceText} rows={2} maxLength={1_000} error={fault} value={textOf(silence.text)} onChange={(event) => onChange({ ...silence, text: event.currentTarget.value })} />
    </>
  );
}

function Applicant({ definition, fault, onChange }: { definition: Definition; fault: string | undefined; onChange: (applicant: { name: string[]; email: string }) => void }) {
  const words = fr.builderSettings;
  const known = (definition.applicant ?? {}) as { name?: unknown; email?: unknown };
  const applicant = { name: listOf<string>(known.name), email: textOf(known.email) };
  const ofType = (type: string): Question[] => questionsOf(definition).filter((question) => question.type === type);
  const emails = ofType('email');
  return (
    <section className="panel stack" aria-labelledby="reglages-qui">
      <h2 id="reglages-qui">{words.who}</h2>
      <p className="quiet">{words.whoIntro}</p>
      {fault !== undefined && <p className="field-error">{fault}</p>}
      <Checkbox.Group label={words.names} value={applicant.name} onChange={(name) => onChange({ ...applicant, name: ofType('text').map(({ id }) => id).filter((id) => name.includes(id)) })}>
        <div className="check-grid">
          {ofType('text').map(({ id, label }) => (
            <Checkbox key={id} value={id} label={fr.builder.question(label)} />
          ))}
        </div>
      </Checkbox.Group>
      <NativeSelect
        label={words.email}
        value={emails.some(({ id }) => id === applicant.email) ? applicant.email : ''}
        data={[{ value: '', label: words.chooseEmail }, ...emails.map(({ id, label }) => ({ value: id, label: fr.builder.question(label) }))]}
        onChange={(event) => onChange({ ...applicant, email: event.currentTarget.value })}
      />
    </section>
  );
}
