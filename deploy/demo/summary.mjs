// Says in French where everything is. node deploy/demo/summary.mjs <clocher>
import { relative, resolve } from 'node:path';
import { readAccounts } from './agents_file.mjs';
import { agentsFile, dataFolder, run, stopOnError } from './platform.mjs';

const [clocher] = process.argv.slice(2);
const accounts = readAccounts(agentsFile);
const communes = stopOnError(run(clocher, 'commune', 'list')).filter(({ insee }) => accounts.has(insee))
  .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
const config = stopOnError(run(clocher, 'config', 'show'));

const short = (path) => {
  const near = relative(process.cwd(), resolve(path));
  return near.startsWith('..') ? resolve(path) : near;
};
const blocks = communes.map((commune) => {
  const { email, password } = accounts.get(commune.insee);
  return `  ${commune.name}\n    ${commune.url}/\n    ${email}   ${password}\n`;
});
const mails = config['smtp.host'] ? `par ${config['smtp.host']}` : `dans ${short(config.mail_folder || `${dataFolder}/mail`)}/`;

console.log(`
${communes.length} communes : l’adresse du site, puis le compte et le mot de passe de la mairie.

${blocks.join('')}
  Administration   ajoutez admin/ à l’adresse d’un site, par exemple ${communes[0]?.url}/admin/
  Mots de passe    gardés dans ${short(agentsFile)}
  Courriels        ${mails}
  Données          ${short(dataFolder)}/
  Arrêter          Ctrl+C
`);
