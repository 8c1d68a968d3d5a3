// What the founding act says: nothing else can be collected.
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Means, Regie, RegieEdit } from '../../api/money';
import { ApiError } from '../../api/errors';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { centsOf } from './amount';

const words = fr.moneySettings;
const allMeans: Means[] = ['online', 'cash', 'cheque', 'card', 'cesu', 'holiday_voucher', 'transfer'];

interface SettingsFormProps {
  regie: Regie | null;
  error: unknown;
  isBusy: boolean;
  onSave: (edit: RegieEdit) => void;
}

const codeOf = (label: string, rank: number) =>
  label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || `produit-${rank + 1}`;

interface Product {
  code: string;
  label: string;
  budget_account: string;
}

type Member = Regie['members'][number];

const blankRegisseur: Member = { role: 'regisseur', name: '', email: '', act: '', since: '' };

export function SettingsForm({ regie, error, isBusy, onSave }: SettingsFormProps) {
  const [name, setName] = useState(regie?.name ?? '');
  const [actReference, setActReference] = useState(regie?.act_reference ?? '');
  const [actDate, setActDate] = useState(regie?.act_date ?? '');
  const [means, setMeans] = useState<Means[]>((regie?.means as Means[] | undefined) ?? ['online', 'cash', 'cheque']);
  const [ceiling, setCeiling] = useState(String((regie?.cash_ceiling_cents ?? 0) / 100).replace('.', ','));
  const [comptable, setComptable] = useState(regie?.comptable ?? '');
  const [regisseur, setRegisseur] = useState<Member>(regie?.members.find((member) => member.role === 'regisseur') ?? blankRegisseur);
  const [products, setProducts] = useState<Product[]>(regie?.products.filter((product) => !product.is_withdrawn) ?? [{ code: '', label: '', budget_account: '' }]);
  const [ceilingError, setCeilingError] = useState<string | null>(null);
  const fields = error instanceof ApiError ? error.fields : {};
  const change = (rank: number, part: Partial<Product>) => setProducts((current) => current.map((each, i) => (i === rank ? { ...each, ...part } : each)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const cents = centsOf(ceiling);
    setCeilingError(cents === null ? fr.money.amountWrong : null);
    if (cents === null) return;
    const others = regie?.members.filter((member) => member.role !== 'regisseur') ?? [];
    const kept = products.filter((product) => product.label.trim() !== '');
    onSave({
      name, kind: regie?.kind ?? 'recettes', act_reference: actReference, act_date: actDate, means, comptable, cash_ceiling_cents: cents, online_ceiling_cents: regie?.online_ceiling_cents ?? 0,
      members: regisseur.name.trim() === '' ? others : [regisseur, ...others],
      products: kept.map(({ code, label, budget_account }, rank) => ({ code: code === '' ? codeOf(label, rank) : code, label, budget_account })),
    });
  };
  return (
    <form className="stack narrow panel" onSubmit={submit} noValidate aria-labelledby="acte">
      <h2 id="acte">{words.act}</h2>
      <TextInput label={words.name} maxLength={200} value={name} error={fields['name']} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label={words.actReference} maxLength={200} value={actReference} error={fields['act_reference']} onChange={(event) => setActReference(event.currentTarget.value)} />
      <TextInput label={words.actDate} type="date" value={actDate} error={fields['act_date']} onChange={(event) => setActDate(event.currentTarget.value)} />
      <TextInput label={words.regisseur} maxLength={200} value={regisseur.name} error={fields['members']} onChange={(event) => setRegisseur({ ...regisseur, name: event.currentTarget.value })} />
      <TextInput label={words.regisseurEmail} type="email" maxLength={254} value={regisseur.email} onChange={(event) => setRegisseur({ ...regisseur, email: event.currentTarget.value })} />
      <fieldset className="choices">
        <legend>{words.means}</legend>
        {allMeans.map((each) => (
          <label key={each} className="choice">
            <input
              type="checkbox" checked={means.includes(each)}
              onChange={(event) => setMeans(event.currentTarget.checked ? [...means, each] : means.filter((known) => known !== each))}
            />
            {fr.money.means[each]}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{words.products}</legend>
        {products.map((product, rank) => (
          <div key={rank} className="money-product">
            <TextInput label={words.product(rank + 1)} maxLength={200} value={product.label} onChange={(event) => change(rank, { label: event.currentTarget.value })} />
            <TextInput label={words.account(rank + 1)} maxLength={20} value={product.budget_account} onChange={(event) => change(rank, { budget_account: event.currentTarget.value })} />
          </div>
        ))}
        {fields['products'] !== undefined && <p className="field-error">{fields['products']}</p>}
        <button type="button" className="plain-button" onClick={() => setProducts([...products, { code: '', label: '', budget_account: '' }])}>
          {words.addProduct}
        </button>
      </fieldset>
      <TextInput
        label={words.ceiling} description={words.ceilingHint} inputMode="decimal" maxLength={14} value={ceiling} error={ceilingError ?? fields['cash_ceiling']}
        onChange={(event) => setCeiling(event.currentTarget.value)}
      />
      <Textarea label={words.comptable} description={words.comptableHint} maxLength={500} autosize={false} rows={4} value={comptable} error={fields['comptable']} onChange={(event) => setComptable(event.currentTarget.value)} />
      <Failure error={error} />
      <div>
        <Button type="submit" loading={isBusy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
