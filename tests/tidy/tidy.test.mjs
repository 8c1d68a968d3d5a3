// The house style that a machine can hold: layers, sizes, first lines, third-party headers, migrations, locale keys.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { files, functions, includes, read } from './source.mjs';

const cpp = files('.cpp', '.hpp');
const product = cpp.filter((path) => !path.startsWith('tests/'));

// Low to high; a file may include its own layer and those before it.
const layers = [
  ['base', /^core\/(?:base|json)\//],
  ['core', /^core\/(?!net\/)/],
  ['net', /^core\/net\//],
  ['tenants', /^tenants\//],
  ['payments', /^payments\/(?!payfip\/simulator\/)/],
  ['simulator', /^payments\/payfip\/simulator\//],  // a program of its own
  ['api', /^api\//],
];
const layerOf = (path) => layers.findIndex(([, pattern]) => pattern.test(path));
const nameOf = (path) => layers[layerOf(path)]?.[0];

function none(found, rule) {
  assert.deepEqual(found, [], `${rule}:\n  ${found.join('\n  ')}`);
}

test('includes go from api to payments to tenants to core to core/base, never upward', () => {
  const own = product.flatMap(includes).filter(({ own, header }) => own && layerOf(header) >= 0);
  none(own.filter(({ path, header }) => layerOf(header) > layerOf(path))
    .map(({ path, line, header }) => `${path}:${line} includes ${header}`), 'a lower layer includes a higher one');
  none(own.filter(({ path, header }) => nameOf(header) === 'net' && !['net', 'simulator', 'api'].includes(nameOf(path)))
    .map(({ path, line, header }) => `${path}:${line} includes ${header}`), 'only api and the simulator may include core/net');
});

test('project includes are written from the root and exist', () => {
  const known = new Set(cpp);
  none(cpp.flatMap(includes).filter(({ own, header }) => own && !known.has(header))
    .map(({ path, line, header }) => `${path}:${line} includes ${header}`), 'no such header');
});

test('Asio and Beast are seen in core/net only', () => {
  none(product.flatMap(includes).filter(({ path, header }) => /^boost\/(?:asio|beast)/.test(header) && nameOf(path) !== 'net')
    .map(({ path, line, header }) => `${path}:${line} includes ${header}`), 'Asio or Beast outside core/net');
});

test('each third-party header is included by one file', () => {
  const posix = /^(?:arpa|net|netinet|sys)\/|^(?:fcntl|poll|pthread|signal|stdlib|string|time|unistd)\.h$/;
  for (const group of [product, cpp.filter((path) => path.startsWith('tests/'))]) {
    const users = new Map();
    for (const { path, own, header } of group.flatMap(includes)) {
      if (own || posix.test(header) || !/[/.]/.test(header)) continue;
      users.set(header, [...(users.get(header) ?? []), path]);
    }
    none([...users].filter(([, paths]) => new Set(paths).size > 1).map(([header, paths]) => `${header}: ${paths.join(', ')}`),
      'a third-party header with several users');
  }
});

test('no file is longer than 400 lines', () => {
  const code = files('.cpp', '.hpp', '.mjs', '.cjs', '.js', '.ts', '.tsx', '.css', '.html', '.sql', '.sh', '.cmake');
  none(code.map((path) => [path, read(path).trimEnd().split('\n').length]).filter(([, lines]) => lines > 400)
    .map(([path, lines]) => `${path}: ${lines} lines`), 'a file to split');
});

test('no function is longer than 60 lines', () => {
  none(cpp.flatMap((path) => functions(read(path)).filter(({ lines }) => lines > 60)
    .map(({ line, lines }) => `${path}:${line}: ${lines} lines`)), 'a function to split');
});

test('the first line of a file says its reason to exist', () => {
  const comment = /^(?:\/\/ ?\S|\/\*|\{\{!|<!--|-- \S|# \S|#!)/;
  const described = files('.cpp', '.hpp', '.mjs', '.cjs', '.ts', '.tsx', '.sql', '.sh', '.cmake', '.css');
  none(described.filter((path) => !comment.test(read(path))), 'a file without a first comment');
  none(described.filter((path) => path.endsWith('.sh') && !/^#!.*\n# \S/.test(read(path))), 'a script without a comment');
});

test('every header is guarded by #pragma once', () => {
  none(files('.hpp').filter((path) => !/^#pragma once$/m.test(read(path))), 'a header without #pragma once');
});

test('no file names a place of one machine', () => {
  const places = new RegExp(['work/main', 'work/shared', 'root/', 'home/[a-z]+/'].map((place) => `(?<![\\w.])/${place}`).join('|'));
  none(files().filter((path) => !/\.(?:png|jpg|webp|woff2|pdf)$/.test(path))
    .flatMap((path) => read(path).split('\n')
      .flatMap((text, index) => (places.test(text) ? [`${path}:${index + 1}`] : []))), 'a machine path');
});

test('migrations are numbered without gaps and named by a verb', () => {
  for (const kind of ['registry', 'commune']) {
    const names = files('.sql').filter((path) => path.startsWith(`tenants/migrations/${kind}/`)).map((path) => path.split('/').pop());
    assert.ok(names.length > 0, `no migration of the ${kind}`);
    names.forEach((name, index) => {
      assert.match(name, /^\d{4}_[a-z]+(?:_[a-z0-9]+)+\.sql$/);
      assert.equal(Number(name.slice(0, 4)), index + 1, `${kind}/${name} leaves a gap or doubles a number`);
    });
  }
});

// The list grows with each release: sha256sum tenants/migrations/*/*.sql > tests/tidy/migrations.sha256
test('a migration that was released never changes', () => {
  for (const line of read('tests/tidy/migrations.sha256').split('\n').filter((text) => text && !text.startsWith('#'))) {
    const [sum, path] = line.split(/\s+/);
    assert.equal(createHash('sha256').update(read(path)).digest('hex'), sum, `${path} changed: write a new migration instead`);
  }
});

test('every locale key that code names exists', () => {
  const keys = files('.json').filter((path) => path.startsWith('api/locales/fr/')).flatMap((path) => Object.keys(JSON.parse(read(path))));
  const heads = new Set(keys.map((key) => key.split('.')[0]));
  const exists = (key) => keys.includes(key) || keys.includes(`${key}.other`);
  const startsOne = (prefix) => keys.some((key) => key.startsWith(prefix));
  const missing = product.flatMap((path) => {
    const text = read(path);
    const shown = [...text.matchAll(/\btext\(\s*"([a-z_0-9]+\.[a-z_.0-9]*)"(\s*\+)?/g)]
      .filter(([, key, more]) => (more ? !startsOne(key) : !exists(key)));
    // What a verb refuses is shown to people; the words of core are for operators and developers.
    const refused = path.startsWith('tenants/') ? [...text.matchAll(/\bfail\(ErrorKind::\w+, "([a-z_0-9]+\.[a-z_.0-9]+)"\s*[,)]/g)]
      .filter(([, key]) => heads.has(key.split('.')[0]) && !exists(key)) : [];
    return [...shown, ...refused].map(([, key]) => `${path}: ${key}`);
  });
  none(missing, 'a key that api/locales/fr lacks');
});

// Screens load their sheets in the order in which they are visited: of two rules for one selector the later sheet would win.
test('a selector of the agents’ screens has its rules in one sheet', () => {
  const sheets = new Map();
  for (const path of files('.css').filter((name) => name.startsWith('admin-ui/src/styles/'))) {
    const rules = read(path).replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/@media print \{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '').replaceAll(/@[^{;]*\{/g, '');
    for (const [, selectors] of rules.matchAll(/([^{}]+)\{/g)) {
      for (const selector of selectors.split(',').map((text) => text.trim())) sheets.set(selector, new Set(sheets.get(selector)).add(path));
    }
  }
  assert.ok(sheets.size > 100, 'no rules were read');
  none([...sheets].filter(([, paths]) => paths.size > 1).map(([selector, paths]) => `${selector}: ${[...paths].join(', ')}`), 'a selector with two homes');
});

// The one that names two states is told apart where it is shown.
test('the sentence of an event names nothing but its details', () => {
  const events = files('.json').filter((path) => path.startsWith('api/locales/fr/')).flatMap((path) => Object.entries(JSON.parse(read(path))))
    .filter(([key]) => key.startsWith('event.') && key !== 'event.dossier.state_changed');
  assert.ok(events.length > 20, 'no events were read');
  none(events.filter(([, text]) => /\{(?!details\})/.test(text)).map(([key]) => key), 'a sentence that wants more than its details');
});
