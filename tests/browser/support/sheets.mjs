// Sheets of Service-Public as DILA sends them, brought into the platform of a test.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Every element that a sheet may have.
export const vocabulary = readFileSync(resolve(fileURLToPath(import.meta.url), '../../../fixtures/sheets/vocabulary.xml'), 'utf8');

export const sheet = (id, title, type, body) => `<Publication xmlns:dc="d" ID="${id}" type="${type}"><dc:title>${title}</dc:title><dc:date>modified 2026-05-04</dc:date>`
  + `<FilDAriane><Niveau ID="Particuliers"/><Niveau ID="N90">Essais</Niveau></FilDAriane>${body}</Publication>`;

// {id: xml}. What an earlier import brought and is not among them is gone.
export function importSheets(platform, sheets) {
  const source = mkdtempSync(join(tmpdir(), 'clocher sheets '));
  for (const [id, xml] of Object.entries(sheets)) writeFileSync(join(source, `${id}.xml`), xml);
  platform.command('sheets', 'import', '--from', source);
  rmSync(source, { recursive: true });
}
