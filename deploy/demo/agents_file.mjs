// The accounts of the demonstration: one line a commune, in a file that only its owner reads.
import { appendFileSync, closeSync, existsSync, fchmodSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const heading = '# Premiers mots de passe des agents : code INSEE, commune, compte, mot de passe.\n';
const line = (account) => `${[account.insee, account.commune, account.email, account.password].join('\t')}\n`;

// Map of {insee, commune, email, password} by INSEE code; empty before the first start.
export function readAccounts(path) {
  const accounts = new Map();
  if (!existsSync(path)) return accounts;
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    const [insee, commune, email, password] = text.split('\t');
    if (password && !text.startsWith('#')) accounts.set(insee, { insee, commune, email, password });
  }
  return accounts;
}

// Written at once, account by account: an interrupted start loses no password.
export function addAccount(path, account) {
  if (!existsSync(path)) writeSecret(path, heading);
  appendFileSync(path, line(account));
}

// The accounts of these communes are no longer there.
export function dropAccounts(path, codes) {
  const accounts = [...readAccounts(path).values()];
  if (!accounts.some(({ insee }) => codes.has(insee))) return;
  writeSecret(`${path}.new`, heading + accounts.filter(({ insee }) => !codes.has(insee)).map(line).join(''));
  renameSync(`${path}.new`, path);
}

function writeSecret(path, text) {
  const file = openSync(path, 'w', 0o600);
  fchmodSync(file, 0o600);  // also when the file was already there
  writeFileSync(file, text);
  closeSync(file);
}
