// Creates what is missing: the communes of an EPCI and one agent in each. node deploy/demo/fill.mjs <clocher> <SIREN>
import { addAccount, dropAccounts, readAccounts } from './agents_file.mjs';
import { agentsFile, run, stopOnError } from './platform.mjs';

const [clocher, siren] = process.argv.slice(2);

// A generated password is shown once: an account that is there without a line in the file gets a new one.
function openAccount({ insee, host }) {
  const email = `secretaire@${host}`;
  const created = run(clocher, 'agent', 'create', insee, '--email', email, '--name', 'Claire Morel', '--role', 'secretaire');
  if (created.error?.key !== 'agent.exists') return stopOnError(created);
  return stopOnError(run(clocher, 'agent', 'password', insee, '--email', email));
}

const epci = stopOnError(run(clocher, 'epci', 'create', siren));
dropAccounts(agentsFile, new Set(epci.communes.filter(({ created }) => created).map(({ insee }) => insee)));
const known = readAccounts(agentsFile);
for (const commune of epci.communes.filter(({ error, insee }) => !error && !known.has(insee))) {
  addAccount(agentsFile, openAccount(commune));
}

const faults = epci.communes.filter(({ error }) => error);
for (const { insee, error } of faults) console.error(`${insee} : ${error.message}`);
if (faults.length) process.exit(1);
