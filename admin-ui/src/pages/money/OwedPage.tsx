// What is owed to a régie: searched, added one by one, imported as a table.
import { Alert, Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type ChangeEvent, type FormEvent } from 'react';
import { useCancelDebt, useCheckDebtImport, useCreateDebt, useDebts, useImportDebts, type Debt, type DebtImportFile, type Regie } from '../../api/money';
import { ApiError } from '../../api/errors';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { Failure } from '../../components/Failure';
import { Badge } from '../../components/StateBadge';
import { isoDayText } from '../../components/time';
import { fr } from '../../locales/fr';
import '../../styles/directory.css';
import { centsOf, euroText } from './amount';
import { RegieFrame } from './RegieFrame';

const words = fr.moneyOwed;
const tones = { open: 'waiting', partly_paid: 'waiting', paid: 'good', cancelled: 'calm' } as const;

function Item({ debt }: { debt: Debt }) {
  const [isAsked, setAsked] = useState(false);
  const [why, setWhy] = useState('');
  const cancel = useCancelDebt(debt.id);
  const fields = cancel.error instanceof ApiError ? cancel.error.fields : {};
  const facts = [debt.printed_reference, debt.object, debt.due_on === '' ? '' : words.due(isoDayText(debt.due_on))].filter((fact) => fact !== '');
  return (
    <li className="content-item">
      <span className="content-words">
        <span>
          <span className="money-amount">{euroText(debt.amount_cents)}</span> {debt.debtor_name}
        </span>
        <span className="quiet">{facts.join(' · ')}</span>
        {debt.received_cents > 0 && debt.state !== 'paid' && <span>{words.received(euroText(debt.received_cents))}</span>}
        <a href={debt.page_url} target="_blank" rel="noreferrer" aria-label={words.pageName(debt.printed_reference)}>
          {words.page}
        </a>
      </span>
      <Badge tone={tones[debt.state]}>{words.states[debt.state]}</Badge>
      {debt.state === 'open' && (
        <Button variant="default" aria-label={words.cancelName(debt.printed_reference)} onClick={() => setAsked(true)}>
          {words.cancel}
        </Button>
      )}
      <Confirm
        opened={isAsked} title={words.cancelTitle} action={words.cancel} tone="red" isBusy={cancel.isPending} error={cancel.error} onClose={() => setAsked(false)}
        onConfirm={() => cancel.mutate(why, { onSuccess: () => setAsked(false) })}
      >
        <p>{words.cancelText}</p>
        <TextInput label={words.why} maxLength={500} value={why} error={fields['why']} onChange={(event) => setWhy(event.currentTarget.value)} />
      </Confirm>
    </li>
  );
}

function List({ regie }: { regie: Regie }) {
  const [text, setText] = useState('');
  const debts = useDebts(regie.id, text);
  return (
    <div className="stack">
      <TextInput label={words.search} type="search" maxLength={100} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Failure error={debts.error} onRetry={() => void debts.refetch()} />
      {debts.data?.items.length === 0 && <p>{words.none}</p>}
      <ul className="content-list">
        {debts.data?.items.map((debt) => (
          <Item key={debt.id} debt={debt} />
        ))}
      </ul>
    </div>
  );
}

const blank = { object: '', amount: '', due_on: '', debtor_name: '', debtor_email: '', debtor_address: '' };

function NewDebt({ regie }: { regie: Regie }) {
  const announce = useAnnounce();
  const products = regie.products.filter((product) => !product.is_withdrawn);
  const [product, setProduct] = useState(products[0]?.code ?? '');
  const [typed, setTyped] = useState(blank);
  const [amountError, setAmountError] = useState<string | null>(null);
  const create = useCreateDebt();
  const fields = create.error instanceof ApiError ? create.error.fields : {};
  const input = (name: keyof typeof blank) => ({
    value: typed[name], error: fields[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((current) => ({ ...current, [name]: value }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const cents = centsOf(typed.amount);
    setAmountError(cents === null ? fr.money.amountWrong : null);
    if (cents === null) return;
    const { amount: _amount, ...rest } = typed;
    create.mutate({ regie_id: regie.id, product, amount_cents: cents, ...rest }, {
      onSuccess: (debt) => {
        announce(words.added(debt.printed_reference));
        setTyped(blank);
      },
    });
  };
  return (
    <form className="stack narrow panel" onSubmit={submit} noValidate aria-labelledby="ajouter">
      <h2 id="ajouter">{words.create}</h2>
      <NativeSelect
        label={fr.moneyDay.product} value={product} data={products.map(({ code, label }) => ({ value: code, label }))} error={fields['product']}
        onChange={(event) => setProduct(event.currentTarget.value)}
      />
      <TextInput label={words.object} description={words.objectHint} maxLength={200} {...input('object')} />
      <TextInput label={fr.money.amount} description={fr.money.amountHint} inputMode="decimal" maxLength={14} {...input('amount')} error={amountError ?? fields['amount']} />
      <TextInput label={words.name} maxLength={200} {...input('debtor_name')} error={fields['debtor_name'] ?? fields['name']} />
      <TextInput label={words.email} description={fr.moneyDay.optional} type="email" maxLength={254} {...input('debtor_email')} error={fields['debtor_email'] ?? fields['email']} />
      <Textarea label={words.address} description={fr.moneyDay.optional} maxLength={500} {...input('debtor_address')} error={fields['debtor_address'] ?? fields['address']} />
      <TextInput label={words.dueOn} description={fr.moneyDay.optional} type="date" {...input('due_on')} />
      <Failure error={create.error} />
      <div>
        <Button type="submit" loading={create.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

function Import({ regie }: { regie: Regie }) {
  const check = useCheckDebtImport();
  const load = useImportDebts();
  const [file, setFile] = useState<DebtImportFile | null>(null);
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    load.reset();
    if (chosen === undefined) return;
    const next = { regie_id: regie.id, file_name: chosen.name, csv: await chosen.text() };
    setFile(next);
    check.mutate(next);
  };
  const plan = load.data === undefined ? check.data : undefined;
  return (
    <section className="panel stack narrow" aria-labelledby="role">
      <h2 id="role">{words.import}</h2>
      <div>
        <label className="mantine-InputWrapper-label" htmlFor="factures">
          {words.file}
        </label>
        <p className="quiet" id="factures-aide">
          {words.importHint}
        </p>
        <input id="factures" className="file-input" type="file" accept=".csv,text/csv,.txt" aria-describedby="factures-aide" onChange={(event) => void choose(event)} />
        {file !== null && <p>{file.file_name}</p>}
      </div>
      <Failure error={check.error ?? load.error} />
      <div role="status">
        {plan !== undefined && <p>{plan.error_count > 0 ? words.faults(plan.error_count) : words.check(plan.debt_count, euroText(plan.total_cents))}</p>}
        {load.data !== undefined && (
          <Alert color="green" variant="light">
            <p>{words.done(load.data.debt_count)}</p>
          </Alert>
        )}
      </div>
      {plan !== undefined && plan.error_count > 0 && (
        <ul className="faults">
          {plan.errors.slice(0, 20).map((fault) => (
            <li key={`${fault.row} ${fault.column} ${fault.message}`}>
              <strong>{words.fault(fault.row, fault.column)}</strong> {fault.message}
            </li>
          ))}
        </ul>
      )}
      {plan !== undefined && plan.error_count === 0 && file !== null && (
        <div>
          <Button loading={load.isPending} onClick={() => load.mutate(file)}>
            {words.run}
          </Button>
        </div>
      )}
    </section>
  );
}

export default function OwedPage() {
  return (
    <RegieFrame title={words.title} intro={words.intro}>
      {(regie) => (
        <div className="stack-wide">
          <List regie={regie} />
          <NewDebt regie={regie} />
          <Import regie={regie} />
        </div>
      )}
    </RegieFrame>
  );
}
