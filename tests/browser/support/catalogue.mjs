// The procedures that the program carries, and answers to fill them with: those of the first test of each.
import { readFileSync, readdirSync } from 'node:fs';
import { identityCard } from './files.mjs';

const folder = new URL('../../../tenants/seed/procedures/', import.meta.url);
const dayMs = 86_400_000;

export function catalogue() {
  return readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
}

// {field: answer}; days keep their distance from the day of the test.
export function answersOf(procedure) {
  const [first] = procedure.tests;
  const shiftMs = Math.floor((Date.now() - Date.parse(first.at.slice(0, 10))) / dayMs) * dayMs;
  const types = Object.fromEntries(procedure.steps.flatMap(({ fields }) => fields.map(({ id, type }) => [id, type])));
  const answers = Object.assign({}, ...first.play.map(({ fill }) => fill ?? {}));
  for (const [field, answer] of Object.entries(answers)) {
    if (types[field] === 'date') answers[field] = shifted(answer, shiftMs);
    if (types[field] === 'file' || types[field] === 'identity') answers[field] = [answer].flat().map(sample);
  }
  return answers;
}

function shifted(day, shiftMs) {
  const [date, month, year] = day.split(/\D/).map(Number);
  return new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC' }).format(Date.UTC(year, month - 1, date) + shiftMs);
}

const emptyPage = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n' +
  'trailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n0\n%%EOF\n';

function sample(name) {
  return name.endsWith('.pdf') ? { name, mimeType: 'application/pdf', buffer: Buffer.from(emptyPage) } : identityCard(name);
}

// Answers what the page on screen asks.
export async function fillPage(page, answers) {
  for (const [field, answer] of Object.entries(answers)) {
    if (Array.isArray(answer) && answer.some((item) => item.constructor === Object && !item.buffer)) {
      await fillGroup(page, field, answer);
    } else if (typeof answer === 'object' && !Array.isArray(answer)) {
      for (const [part, text] of Object.entries(answer)) await fillOne(page, `${field}.${part}`, text);
    } else {
      await fillOne(page, field, answer);
    }
  }
}

// One block for each item: the button that adds one sends the page, which comes back with what was typed.
async function fillGroup(page, group, items) {
  if ((await page.locator(`main [name^="${group}.0."]`).count()) === 0) return;
  for (const [index, item] of items.entries()) {
    if ((await page.locator(`main [name^="${group}.${index}."]`).count()) === 0) await page.locator(`main button[name="${group}.add"]`).click();
    for (const [part, answer] of Object.entries(item)) await fillOne(page, `${group}.${index}.${part}`, answer);
  }
}

async function fillOne(page, name, answer) {
  const control = page.locator(`main [name="${name}"]`);
  if ((await control.count()) === 0) return;
  const [tag, type] = await control.first().evaluate((element) => [element.tagName, element.type]);
  if (type === 'file') return control.setInputFiles(answer);
  if (tag === 'SELECT') return control.selectOption(answer);
  if (type !== 'radio' && type !== 'checkbox') return control.fill(answer);
  if (answer === true) return control.check();
  for (const value of [answer].flat()) await page.locator(`main [name="${name}"][value="${value}"]`).check();
}
