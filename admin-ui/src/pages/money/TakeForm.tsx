// Takes a payment at the counter. The same form sent twice is one receipt; what was typed stays when it is refused.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTakeReceipt, type Means, type NewReceipt, type Regie } from '../../api/money';
import { ApiError } from '../../api/errors';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { centsOf, euroText, newKey } from './amount';

const words = fr.moneyDay;
const blank = { amount: '', reference: '', label: '', payer: '', bank: '', document: '', pieces: '' };
type Typed = typeof blank;

const isVoucher = (means: Means) => means === 'cesu' || means === 'holiday_voucher';

export function TakeForm({ regie }: { regie: Regie }) {
  const announce = useAnnounce();
  const counter = regie.means.filter((each) => each !== 'online') as Means[];
  const products = regie.products.filter((product) => !product.is_withdrawn);
  const [means, setMeans] = useState<Means>(counter[0] ?? 'cash');
  const [isDebt, setIsDebt] = useState(true);
  const [product, setProduct] = useState(products[0]?.code ?? '');
  const [typed, setTyped] = useState<Typed>(blank);
  const [key, setKey] = useState(newKey);
  const [amountError, setAmountError] = useState<string | null>(null);
  const take = useTakeReceipt(regie.id);
  const fields = take.error instanceof ApiError ? take.error.fields : {};

  const input = (name: keyof Typed) => ({
    value: typed[name],
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
    const body: NewReceipt = {
      request_key: key, means, amount_cents: cents, debt_reference: isDebt ? typed.reference : '', product: isDebt ? '' : product, label: typed.label,
      payer: typed.payer, bank: typed.bank, document: typed.document, piece_count: isVoucher(means) ? Number(typed.pieces) || 0 : 0,
    };
    take.mutate(body, {
      onSuccess: ({ receipt }) => {
        announce(words.taken(receipt.number, euroText(receipt.amount_cents)));
        setTyped(blank);
        setKey(newKey());
      },
    });
  };
  return (
    <form className="stack narrow panel" onSubmit={submit} noValidate aria-labelledby="encaisser">
      <h2 id="encaisser">{words.take}</h2>
      <NativeSelect
        label={words.means} value={means} data={counter.map((value) => ({ value, label: fr.money.means[value] }))}
        onChange={(event) => setMeans(event.currentTarget.value as Means)}
      />
      <TextInput label={fr.money.amount} description={fr.money.amountHint} inputMode="decimal" maxLength={14} {...input('amount')} error={amountError ?? fields['amount']} />
      <fieldset className="choices">
        <legend>{words.forWhat}</legend>
        {([true, false] as const).map((choice) => (
          <label key={String(choice)} className="choice">
            <input type="radio" name="pour" checked={isDebt === choice} onChange={() => setIsDebt(choice)} />
            {choice ? words.forDebt : words.forSale}
          </label>
        ))}
      </fieldset>
      {isDebt ? (
        <TextInput label={words.reference} description={words.referenceHint} maxLength={60} {...input('reference')} error={fields['debt_reference'] ?? fields['product']} />
      ) : (
        <NativeSelect
          label={words.product} value={product} data={products.map(({ code, label }) => ({ value: code, label }))} error={fields['product']}
          onChange={(event) => setProduct(event.currentTarget.value)}
        />
      )}
      {means === 'cheque' && (
        <>
          <TextInput label={words.cheque} maxLength={120} {...input('document')} error={fields['document']} />
          <TextInput label={words.bank} description={words.optional} maxLength={120} {...input('bank')} error={fields['bank']} />
        </>
      )}
      {means === 'card' && <TextInput label={words.ticket} description={words.optional} maxLength={120} {...input('document')} error={fields['document']} />}
      {isVoucher(means) && <TextInput label={words.pieces} inputMode="numeric" maxLength={4} {...input('pieces')} error={fields['piece_count']} />}
      <TextInput label={words.label} description={words.labelHint} maxLength={120} {...input('label')} error={fields['label']} />
      <TextInput label={words.payer} description={words.optional} maxLength={120} {...input('payer')} error={fields['payer']} />
      <Failure error={take.error} />
      <div>
        <Button type="submit" loading={take.isPending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
