// The documentation is true where a machine can tell: links, commands, variables, paths of the code.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { files, read, root } from '../tidy/source.mjs';

const pages = files('.md').filter((path) => !path.startsWith('tenants/seed/'));  // those are texts of communes
const withoutCode = (text) => text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
const codeOf = (text) => [...text.matchAll(/```\w*\n([\s\S]*?)```|`([^`]+)`/g)].map(([, block, inline]) => block ?? inline);

function none(found, rule) {
  assert.deepEqual(found, [], `${rule}:\n  ${found.join('\n  ')}`);
}

// [target, ...] of [text](target) and ![text](target) that lead to a place in this repository.
function relativeLinks(text) {
  return [...withoutCode(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

// As GitHub makes them: lower case, punctuation gone, spaces to hyphens.
function anchors(text) {
  return text.replace(/```[\s\S]*?```/g, '').split('\n').flatMap((line) => {
    const heading = /^#+ (.+)$/.exec(line)?.[1];
    return heading ? [heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-')] : [];
  });
}

// "commune create" of `build/release/clocher commune create 72213`; an account called clocher is no command.
function commandsIn(code) {
  return [...code.matchAll(/(?<![\w.-])clocher(?= +(?!clocher\b)([a-z]+)(?![\w./-])(?: +([a-z]+))?)/g)].map(([, first, second]) => [first, second]);
}

const commands = [...read('api/commands/table.cpp').matchAll(/\{\s*"([a-z]+(?: [a-z]+)?)",\s*"/g)].map(([, path]) => path);
const isCommand = ([first, second]) => commands.includes(first) || commands.includes(`${first} ${second}`);

test('every relative link leads to a file, and to a heading where it names one', () => {
  const found = pages.flatMap((path) => relativeLinks(read(path)).flatMap((link) => {
    const [file, anchor] = link.split('#');
    const target = file ? normalize(join(dirname(path), file)) : path;
    if (!existsSync(join(root, target))) return [`${path}: ${link}`];
    return anchor && !anchors(read(target)).includes(anchor) ? [`${path}: ${link} (no such heading)`] : [];
  }));
  none(found, 'a link that leads nowhere');
});

test('every command that the documentation names exists', () => {
  assert.ok(commands.length > 10, 'api/commands/table.cpp is not read as it was');
  none(pages.flatMap((path) => codeOf(read(path)).flatMap(commandsIn).filter((words) => !isCommand(words))
    .map((words) => `${path}: clocher ${words.filter(Boolean).join(' ')}`)), 'a command that does not exist');
});

test('every variable that the documentation names is read by the program or by a script', () => {
  const readers = ['core/base/config_settings.cpp', 'core/base/config.cpp', ...files('.sh').filter((path) => path.startsWith('deploy/')),
    ...files('.cmake'), 'admin-ui/vite.config.ts', ...files('.mjs').filter((path) => path.startsWith('tests/browser/support')), ...files('.txt').filter((path) => path.endsWith('CMakeLists.txt'))];
  const known = new Set(readers.flatMap((path) => read(path).match(/CLOCHER_[A-Z_]+/g) ?? []));
  none(pages.flatMap((path) => (read(path).match(/CLOCHER_[A-Z_]*[A-Z]/g) ?? []).filter((name) => !known.has(name))
    .map((name) => `${path}: ${name}`)), 'a variable that nothing reads');
});

test('every file of the code that the documentation names exists', () => {
  const known = new Set(files());
  const isThere = (name) => known.has(name) || ['.cpp', '.hpp'].some((end) => known.has(name + end)) || existsSync(join(root, name));
  none(pages.flatMap((path) => codeOf(read(path)).filter((code) => /^(?:core|tenants|api|deploy|tests|docs|admin-ui)\/[\w./-]+$/.test(code))
    .filter((name) => !isThere(name)).map((name) => `${path}: ${name}`)), 'a path that does not exist');
});

test('every decision has its line in the index, and the same parts', () => {
  const decisions = pages.filter((path) => /^docs\/adr\/\d{4}-/.test(path));
  const index = read('docs/adr/README.md');
  none(decisions.filter((path) => !index.includes(`(${path.slice('docs/adr/'.length)})`)), 'a decision that the index lacks');
  none(decisions.filter((path) => !/^# \d{4} .+\n\nStatus: [\s\S]+\n## Context\n[\s\S]+\n## Decision\n[\s\S]+\n## Consequences\n/.test(read(path))),
    'a decision of another form');
});

test('the architecture fits a page', () => {
  assert.ok(read('docs/architecture.md').split('\n').length <= 120);
});

test('links, headings and commands are found where they stand', () => {
  assert.deepEqual(relativeLinks('[a](b.md#c) ![d](e.png) [f](https://g.fr) `[h](i.md)`'), ['b.md#c', 'e.png']);
  assert.deepEqual(anchors('# Adding a feature\n```sh\n# no heading\n```\n## Été : `x`'), ['adding-a-feature', 'été--x']);
  assert.deepEqual(commandsIn('sudo -u clocher clocher commune list --json'), [['commune', 'list']]);
  assert.deepEqual(commandsIn('/opt/clocher/clocher serve'), [['serve', undefined]]);
  assert.deepEqual(commandsIn('install -g clocher build/release/clocher'), []);
});
