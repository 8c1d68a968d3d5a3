// docs/reference/procedure.schema.json accepts what we ship and refuses what the parser would refuse.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';

import Ajv from 'ajv/dist/2020.js';

const root = new URL('../../../', import.meta.url);
const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

const validate = new Ajv({ allErrors: false, strict: true, strictRequired: false, strictTypes: false }).compile(
  readJson('docs/reference/procedure.schema.json'),
);
const folder = 'tenants/seed/procedures/';
const names = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.json'));

// The first seeded procedure, spoilt by `change`.
function refuses(change) {
  const procedure = readJson(folder + names[0]);
  change(procedure);
  return !validate(procedure);
}

test('there are at least two procedures, so that the engine cannot be written for one', () => {
  assert.ok(names.length >= 2);
});

for (const name of names) {
  test(`${name} follows the schema`, () => {
    assert.ok(validate(readJson(folder + name)), JSON.stringify(validate.errors));
  });

  test(`${name} is served under its own name`, () => {
    assert.equal(`${readJson(folder + name).slug}.json`, name);
  });
}

test('a misspelt property is refused', () => {
  assert.ok(refuses((procedure) => { procedure.steps[0].fields[0].requird = true; }));
});

test('a property of another type of field is refused', () => {
  assert.ok(refuses((procedure) => { procedure.steps[0].fields[0].max_files = 2; }));
});

test('a field that does not say whether it is required is refused', () => {
  assert.ok(refuses((procedure) => { delete procedure.steps[0].fields[0].required; }));
});

test('a choice without options is refused', () => {
  assert.ok(refuses((procedure) => { delete procedure.steps[0].fields[0].options; }));
});

test('a condition that mixes two forms is refused', () => {
  assert.ok(refuses((procedure) => { procedure.steps[0].show_if = { field: 'a', equals: 'b', in: ['c'] }; }));
});

test('silence that means something needs a delay and a text', () => {
  assert.ok(refuses((procedure) => { procedure.silence = { rule: 'rejection' }; }));
});

test('a procedure without a step is refused', () => {
  assert.ok(refuses((procedure) => { procedure.steps = []; }));
});
