// Checks that templates use what their contract says, that samples give exactly that, and that French is well set.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { root, sources, samples } = require('./views.cjs');

const faults = [];
const fault = text => faults.push(text);

// A contract is a tree: key -> { text, children }. Dots at the start of a line give its depth.
function read_contract(file) {
  const comment = /^\{\{!([\s\S]*?)\}\}/.exec(sources.get(file) ?? '');
  if (!comment || !comment[1].includes('data:')) {
    fault(`${file}: no contract in its first comment`);
    return { intro: '', keys: {} };
  }
  const intro = comment[1].slice(comment[1].indexOf('data:') + 5).split('\n')[0];
  const keys = {};
  const levels = [keys];
  for (const line of comment[1].split('\n').slice(1)) {
    const found = /^ {2}(\.*)(\w+): (.*)$/.exec(line);
    if (!found) { if (line.trim()) fault(`${file}: contract line not understood: ${line}`); continue; }
    const depth = found[1].length;
    const node = { text: found[3], children: {} };
    if (!levels[depth]) { fault(`${file}: ${found[2]} is too deep`); continue; }
    levels[depth][found[2]] = node;
    levels.length = depth + 1;
    levels.push(node.children);
  }
  return { intro, keys };
}

const contracts = Object.fromEntries([...sources.keys()].map(file => [file, read_contract(file)]));
const partial_file = name => [`${name}.html`, `${name}.txt`].find(file => contracts[file]);
const mentioned = text => [...text.matchAll(/see ((?:partials|mails)\/\w+)(?: and ((?:partials|mails)\/\w+))?/g)].flatMap(m => [m[1], m[2]].filter(Boolean));

function names_in(keys) {
  return Object.entries(keys).flatMap(([key, node]) => [key, ...names_in(node.children), ...mentioned(node.text).flatMap(name => names_in(contracts[partial_file(name)]?.keys ?? {}))]);
}

function included(file) {
  const { intro } = contracts[file];
  const files = [];
  if (intro.includes('layout.html')) files.push('layout.html');
  if (intro.includes('field.html')) files.push('partials/field.html');
  return files;
}

// The one script that residents are given keeps a form while it is typed; the data beside it is for programs.
const scripts_of = { 'form_step.html': ['<script src="{{script}}" defer></script>'], 'layout.html': ['<script type="application/ld+json">'] };

function check_tags(file) {
  const scripts = scripts_of[file] ?? [];
  const unsafe = sources.get(file).match(/(?<!\{\{! safe: [^}]*\}\})\{\{\{\s*\w+/);
  if (unsafe) fault(`${file}: ${unsafe[0]} without a comment {{! safe: ... }} before it`);
  const body = sources.get(file).replace(/\{\{![\s\S]*?\}\}/g, '');
  const used = new Set([...body.matchAll(/\{\{\{?\s*[#^/&]?\s*([\w.]+)\s*\}?\}\}/g)].flatMap(m => m[1].split('.')).filter(Boolean));
  const known = new Set([file, ...included(file)].flatMap(f => names_in(contracts[f].keys)));
  for (const name of used) if (!known.has(name)) fault(`${file}: uses ${name}, which its contract does not list`);
  if (/\{\{\{(?!\s*(content|\w+_html)\s*\})/.test(body)) fault(`${file}: raw output of something that is not *_html`);
  for (const [, name] of body.matchAll(/\{\{>\s*([^}\s]+)\s*\}\}/g)) if (!sources.has(name)) fault(`${file}: no partial ${name}`);
  if (/ style=|<script|<style| on\w+=/i.test(scripts.reduce((text, script) => text.replace(script, ''), body))) fault(`${file}: inline style or script`);
}

function fits(text, value) {
  if (value === false) return /^bool/.test(text) || /\bfalse\b/.test(text);
  if (/^bool/.test(text)) return value === true;
  if (/^list/.test(text)) return Array.isArray(value);
  if (/^(object|date)/.test(text)) return typeof value === 'object' && !Array.isArray(value);
  return typeof value === 'string' && (value !== '' || text.includes('may be ""'));
}

function children_of(key, node) {
  // A partial that speaks of `key` says what is in it; one that does not is what is in it.
  const shared = mentioned(node.text).map(name => {
    const keys = contracts[partial_file(name)].keys;
    return keys[key] ? keys[key].children : keys;
  });
  return Object.assign({}, ...shared, node.children);
}

function check_field(where, field) {
  const kind = Object.keys(field).find(key => key.startsWith('is_') && field[key] === true && contracts[`partials/field_${key.slice(3)}.html`]);
  if (!kind) return fault(`${where}: a field without type`);
  check_data(where, { ...contracts['partials/field.html'].keys, ...contracts[`partials/field_${kind.slice(3)}.html`].keys }, kind === 'is_note' ? { ...field, label: 'note' } : field);
}

function check_data(where, keys, data) {
  for (const key of Object.keys(data)) if (!keys[key]) fault(`${where}: sample gives ${key}, which no contract lists`);
  for (const [key, node] of Object.entries(keys)) {
    const here = `${where}.${key}`;
    if (!(key in data)) { if (key !== 'content') fault(`${here} is missing`); continue; }
    const value = data[key];
    if (!fits(node.text, value)) { fault(`${here}: ${JSON.stringify(value)} is not "${node.text}"`); continue; }
    if (!value || typeof value !== 'object') continue;
    const children = children_of(key, node);
    for (const [index, item] of (Array.isArray(value) ? value : [value]).entries()) {
      if (node.text.startsWith('list of field')) check_field(`${here}[${index}]`, item);
      else if (typeof item === 'object') check_data(Array.isArray(value) ? `${here}[${index}]` : here, children, item);
      else if (!node.text.startsWith('list of string')) fault(`${here}: a list of objects holds a ${typeof item}`);
    }
  }
}

function check_french(where, text) {
  const bare = text.replace(/\{\{![\s\S]*?\}\}/g, '');
  for (const [found] of bare.matchAll(/.{0,20} (?:[:;?!»](?=[\s<"{]|$)).{0,5}/gm)) fault(`${where}: ordinary space before punctuation in "${found}"`);
  for (const [found] of bare.matchAll(/.{0,20}« .{0,5}/g)) fault(`${where}: ordinary space after « in "${found}"`);
  for (const [found] of bare.matchAll(/.{0,20}\p{L}'\p{L}.{0,5}/gu)) fault(`${where}: straight apostrophe in "${found}"`);
}

function check_texts(where, value) {
  if (typeof value === 'string') check_french(where, value);
  else if (value && typeof value === 'object') for (const [key, item] of Object.entries(value)) check_texts(`${where}.${key}`, item);
}

for (const file of sources.keys()) {
  check_tags(file);
  if (!/robots|security|sitemap/.test(file)) check_french(file, sources.get(file));
}
for (const sample of samples) {
  const file = `${sample.view}.${sample.kind ?? 'html'}`;
  const keys = Object.assign({}, ...[...included(file), file].map(f => contracts[f].keys));
  check_data(sample.name, keys, sample.data);
  check_texts(sample.name, sample.data);
}
for (const file of sources.keys()) {
  if (!file.startsWith('partials/') && file !== 'layout.html' && file !== 'mails/service.txt' && !samples.some(s => `${s.view}.${s.kind ?? 'html'}` === file)) fault(`${file}: no sample`);
}
const words = path.join(root, 'locales', 'fr');
const messages = Object.assign({}, ...fs.readdirSync(words).map(name => JSON.parse(fs.readFileSync(path.join(words, name), 'utf8'))));
for (const [key, text] of Object.entries(messages)) {
  if (typeof text !== 'string' || !text) fault(`locales: ${key} is not a text`);
  else check_french(`locales ${key}`, text);
}

for (const text of faults) console.log(text);
console.log(`${sources.size} templates, ${samples.length} samples, ${Object.keys(messages).length} messages, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
