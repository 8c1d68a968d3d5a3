// Money in memory: one régie with an open till, two receipts, a discrepancy, something owed.
import type { BankStatementFile, Bordereau, Debt, DebtNew, Discrepancy, NewReceipt, Receipt, Regie, RegieEdit, TillDay } from '../../src/api/money';

interface Call {
  world: { money: Money };
  ids: number[];
  body: never;
}

interface Reply {
  status: number;
  body?: unknown;
}

export interface Money {
  regies: Regie[];
  open: TillDay | null;
  days: TillDay[];
  receipts: Receipt[];
  bordereaux: Bordereau[];
  discrepancies: Discrepancy[];
  debts: Debt[];
}

const now = Math.floor(Date.now() / 1000);
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(now * 1000);
const ok = (body: unknown, status = 200): Reply => ({ status, body });
const error = (status: number, message: string, extra: object = {}): Reply => ({ status, body: { error: { code: 'refused', message, ...extra } } });
const notFound = error(404, 'Cette régie n’existe pas.');

const regie: Regie = {
  id: 1, number: 1, name: 'Régie périscolaire', kind: 'recettes', act_reference: 'Délibération 2024-12', act_date: '2024-03-14',
  products: [{ code: 'cantine', label: 'Cantine scolaire', budget_account: '7067', is_withdrawn: false }], means: ['online', 'cash', 'cheque', 'card'],
  members: [{ role: 'regisseur', name: 'Paul Régis', email: 'paul@exemple.fr', act: '', since: '' }], cash_ceiling_cents: 20_000, online_ceiling_cents: 0, comptable: 'SGC du Mans',
  gateway: 'payfip', account: '006382', mode: 'test', checked_at: null, checked_label: '', takes_payments: false, created_at: now, updated_at: now, closed_at: null,
};

const day = (part: Partial<TillDay> = {}): TillDay => ({
  id: 1, day: today, float_cents: 5000, opened_at: now, opened_by: 'Claire Martin', closed_at: null, closed_by: '', till: [], counted_cents: 0, expected_cents: 0, remark: '', ...part,
});

const receipt = (id: number, part: Partial<Receipt> = {}): Receipt => ({
  id, number: `R1-2026-00000${id}`, at: now, means: 'cash', amount_cents: 1250, product_label: 'Cantine scolaire', label: '2 repas', debt_reference: '', payer: 'Mme Leroy', bank: '', document: '',
  piece_count: 0, author: 'Claire Martin', bordereau_id: null, corrected: null, ...part,
});

export function newMoney(): Money {
  return {
    regies: [{ ...regie }],
    open: day(),
    days: [day(), day({ id: 2, day: '2026-11-23', closed_at: now, counted_cents: 4900, expected_cents: 5000, remark: 'Une pièce perdue' })],
    receipts: [receipt(2), receipt(1, { means: 'cheque', bordereau_id: 1 })],
    bordereaux: [{ id: 1, year: 2026, number: 1, means: 'cheque', day: today, amount_cents: 1250, piece_count: 1, made_by: 'Claire Martin', made_at: now }],
    discrepancies: [
      {
        id: 1, finding: 'ours_only', finding_text: 'Absent du relevé', action_text: 'Demandez au comptable où est cet argent, avec le numéro du paiement.', attempt_id: 4, reference: '26A000000001',
        our_day: '2026-11-10', our_cents: 4250, their_day: '', their_cents: null, gateway_id: 'cc0cb210', found_at: now, settled_at: null, settled_by: '', remark: '',
      },
    ],
    debts: [
      {
        id: 1, reference: '26K7QXM29RTA', printed_reference: '26K7 QXM2 9RTA', regie_id: 1, product: 'cantine', origin: 'invoice', import_id: null, debtor_name: 'Famille Leroy', debtor_email: '',
        debtor_address: '', object: 'Cantine de mars', amount_cents: 4250, received_cents: 0, excess_cents: 0, due_on: '2026-12-31', state: 'open', page_url: 'http://site.example/paiements/x',
        created_by: 'Claire Martin', created_at: now, cancelled_at: null, cancelled_by: '', cancelled_why: '',
      },
    ],
  };
}

function till({ world: { money } }: Call): Reply {
  const cash = money.receipts.filter((each) => each.means === 'cash' && each.corrected === null).reduce((sum, each) => sum + each.amount_cents, 0);
  return ok({
    open: money.open, cash_cents: cash, expected_cents: cash + (money.open?.float_cents ?? 0), ceiling_cents: 20_000, is_over_ceiling: cash > 20_000, days: money.days,
  });
}

function take({ world: { money }, body }: Call): Reply {
  const input = body as NewReceipt;
  if (input.debt_reference === '' && input.product === '') {
    const message = 'Choisissez un produit prévu par l’acte constitutif de la régie.';
    return error(422, 'Corrigez ce qui est signalé.', { fields: { product: message } });
  }
  const made = receipt(money.receipts.length + 1, { means: input.means, amount_cents: input.amount_cents, label: input.label, payer: input.payer });
  money.receipts = [made, ...money.receipts];
  return ok({ receipt: made, is_over_ceiling: false }, 201);
}

function close({ world: { money }, body }: Call): Reply {
  const { till: piles, remark } = body as { till: { cents: number; count: number }[]; remark: string };
  const counted = piles.reduce((sum, pile) => sum + pile.cents * pile.count, 0);
  if (counted !== 6250 && remark === '') {
    const message = 'La caisse a un écart. Écrivez une remarque qui l’explique.';
    return error(422, 'Corrigez ce qui est signalé.', { fields: { remark: message } });
  }
  const closed = day({ closed_at: now, closed_by: 'Claire Martin', counted_cents: counted, expected_cents: 6250, remark });
  money.open = null;
  return ok(closed);
}

function correct({ world: { money }, ids, body }: Call): Reply {
  const found = money.receipts.find((each) => each.id === ids[0]);
  if (found === undefined) return error(404, 'Ce reçu n’existe pas.');
  return ok(Object.assign(found, { corrected: (body as { why: string }).why }));
}

function month(): Reply {
  return ok({
    month: today.slice(0, 7), is_over: false, rows: [{ product_label: 'Cantine scolaire', budget_account: '7067', means: 'cash', receipt_count: 2, received_cents: 2500, undone_cents: 0, total_cents: 2500 }],
    received_cents: 2500, undone_cents: 0, total_cents: 2500, refunded_cents: 0, poured_cents: 1250, bordereaux: [], held: [], first_receipt: 1, last_receipt: 2, ledger_lines: 3,
  });
}

function importStatement({ body }: Call): Reply {
  const file = body as BankStatementFile;
  const statement = { id: 1, file_name: file.file_name, first_day: today, last_day: today, line_count: 3, new_count: 3, total_cents: 900, imported_by: 'Claire Martin', imported_at: now };
  return ok({ statement, matched_count: 2, awaited_count: 0, found_count: 1, settled_count: 0 }, 201);
}

function settle({ world: { money }, ids, body }: Call): Reply {
  const found = money.discrepancies.find((each) => each.id === ids[0]);
  if (found === undefined) return error(404, 'Cet écart n’existe pas.');
  money.discrepancies = money.discrepancies.filter((each) => each !== found);
  return ok({ ...found, settled_at: now, settled_by: 'Claire Martin', remark: (body as { remark: string }).remark });
}

function addDebt({ world: { money }, body }: Call): Reply {
  const made = { ...newMoney().debts[0]!, id: money.debts.length + 1, ...(body as DebtNew) };
  money.debts = [made, ...money.debts];
  return ok(made, 201);
}

const one = ({ world: { money }, ids }: Call): Regie | undefined => money.regies.find((each) => each.id === ids[0]);
const changed = (call: Call, part: Partial<Regie>): Reply => {
  const found = one(call);
  return found === undefined ? notFound : ok(Object.assign(found, part));
};

function createRegie({ world: { money }, body }: Call): Reply {
  const edit = body as RegieEdit;
  if (edit.name === '') return error(422, 'Corrigez ce qui est signalé.', { fields: { name: 'Donnez à la régie un nom de 200 caractères au plus.' } });
  const made = { ...regie, id: money.regies.length + 1, name: edit.name };
  money.regies.push(made);
  return ok(made, 201);
}

const waiting = [
  { means: 'cash', amount_cents: 1250, receipt_count: 0 },
  { means: 'cheque', amount_cents: 0, receipt_count: 0 },
];

export const moneyRoutes: [string, RegExp, (call: Call) => Reply][] = [
  ['GET', /^\/regies$/, ({ world }) => ok({ items: world.money.regies })],
  ['POST', /^\/regies$/, createRegie],
  ['GET', /^\/regies\/(\d+)$/, (call) => changed(call, {})],
  ['PUT', /^\/regies\/(\d+)$/, (call) => changed(call, { name: (call.body as RegieEdit).name })],
  ['PUT', /^\/regies\/(\d+)\/account$/, (call) => changed(call, { account: (call.body as { account: string }).account, gateway: 'payfip', checked_at: null })],
  ['POST', /^\/regies\/(\d+)\/connection$/, (call) => changed(call, { checked_at: now, checked_label: 'CANTINE' })],
  ['POST', /^\/regies\/(\d+)\/mode$/, (call) => changed(call, { mode: (call.body as { mode: Regie['mode'] }).mode })],
  ['GET', /^\/regies\/(\d+)\/till$/, till],
  ['POST', /^\/regies\/(\d+)\/till\/open$/, ({ world }) => ok((world.money.open = day()), 201)],
  ['POST', /^\/regies\/(\d+)\/till\/close$/, close],
  ['GET', /^\/regies\/(\d+)\/receipts$/, ({ world }) => ok({ day: world.money.open, items: world.money.receipts })],
  ['POST', /^\/regies\/(\d+)\/receipts$/, take],
  ['POST', /^\/counter-receipts\/(\d+)\/correct$/, correct],
  ['GET', /^\/regies\/(\d+)\/bordereaux$/, ({ world }) => ok({ waiting, items: world.money.bordereaux })],
  ['POST', /^\/regies\/(\d+)\/bordereaux$/, ({ world }) => ok({ ...world.money.bordereaux[0], id: 2, number: 2 }, 201)],
  ['GET', /^\/regies\/(\d+)\/months\/[\d-]+$/, month],
  ['GET', /^\/regies\/(\d+)\/months\/[\d-]+\/documents$/, () => ok({ items: [] })],
  ['GET', /^\/regies\/(\d+)\/discrepancies$/, ({ world }) => ok({ items: world.money.discrepancies })],
  ['POST', /^\/discrepancies\/(\d+)\/settle$/, settle],
  ['GET', /^\/regies\/(\d+)\/bank-statements$/, () => ok({ items: [] })],
  ['POST', /^\/regies\/(\d+)\/bank-statements$/, importStatement],
  ['GET', /^\/payments$/, () => ok({ items: [], next_cursor: null })],
  ['GET', /^\/debts$/, ({ world }) => ok({ items: world.money.debts, next_cursor: null })],
  ['POST', /^\/debts$/, addDebt],
];
