// A request for somebody who does not fill it in alone: what comes before the form of the site.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router-dom';
import { useStartAssisted, type AssistanceNew } from '../api/cases';
import { ApiError } from '../api/errors';
import { useProcedures } from '../api/town_hall';
import type { Procedure } from '../api/types';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { fr } from '../locales/fr';

const words = fr.counter;

interface ChoiceProps<Value extends string> {
  legend: string;
  labels: Record<Value, string>;
  chosen: Value;
  error?: string | undefined;
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ legend, labels, chosen, error, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {error !== undefined && <p className="field-error">{error}</p>}
      {(Object.entries(labels) as [Value, string][]).map(([value, label]) => (
        <label key={value} className="choice">
          <input type="radio" name={legend} checked={chosen === value} onChange={() => onChoose(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function CounterForm({ procedures }: { procedures: Procedure[] }) {
  const start = useStartAssisted();
  const [slug, setSlug] = useState('');
  const [wasTried, setTried] = useState(false);
  const [input, setInput] = useState<Required<AssistanceNew>>({ channel: 'counter', mandate: 'present', helper: '' });
  const errors = start.error instanceof ApiError ? start.error.fields : {};
  const isHere = input.channel === 'counter' || input.channel === 'france_services';
  const { present, ...absent } = words.mandates;
  const mandates = isHere ? { present, ...absent } : absent;
  // Nobody is present on the telephone or in a letter.
  const pickChannel = (channel: AssistanceNew['channel']) => {
    const canBeHere = channel === 'counter' || channel === 'france_services';
    setInput({ ...input, channel, mandate: canBeHere ? 'present' : channel === 'phone' ? 'spoken' : 'written' });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (slug !== '') start.mutate({ slug, input }, { onSuccess: ({ path }) => window.location.assign(path) });
  };
  return (
    <form className="panel narrow stack" onSubmit={submit} noValidate>
      <NativeSelect
        label={words.procedure}
        value={slug}
        data={[{ value: '', label: words.choose }, ...procedures.map((one) => ({ value: one.slug, label: one.title }))]}
        error={wasTried && slug === '' && words.pickProcedure}
        onChange={(event) => setSlug(event.currentTarget.value)}
      />
      <Choice legend={words.channel} labels={words.channels} chosen={input.channel} error={errors.channel} onChoose={pickChannel} />
      <Choice legend={words.mandate} labels={mandates as typeof words.mandates} chosen={input.mandate} error={errors.mandate} onChoose={(mandate) => setInput({ ...input, mandate })} />
      <TextInput
        label={words.helper}
        description={words.helperHint}
        maxLength={100}
        value={input.helper}
        error={errors.helper}
        onChange={(event) => setInput({ ...input, helper: event.currentTarget.value })}
      />
      {Object.keys(errors).length === 0 && <Failure error={start.error} />}
      <div>
        <Button type="submit" loading={start.isPending || start.isSuccess}>
          {words.start}
        </Button>
      </div>
      <p className="quiet">{words.after}</p>
    </form>
  );
}

export default function CounterPage() {
  const procedures = useProcedures();
  const back = (
    <Link className="back-link" to="/demandes">
      <IconArrowLeft size={20} aria-hidden /> {words.back}
    </Link>
  );
  return (
    <Page title={words.title} intro={words.intro} before={back}>
      {procedures.isPending && <Loading />}
      <Failure error={procedures.error} onRetry={() => void procedures.refetch()} />
      <div className="stack-wide">
        {procedures.data !== undefined && <CounterForm procedures={procedures.data.items.filter(({ state }) => state === 'open')} />}
        <section className="stack narrow" aria-labelledby="par-code">
          <h2 id="par-code">{words.byCode}</h2>
          <p className="quiet">{words.byCodeHint}</p>
          <p>
            <Link to="/demandes">{words.searchCases}</Link>
            {' · '}
            <a href="/reprendre">{words.resume}</a>
          </p>
        </section>
      </div>
    </Page>
  );
}
