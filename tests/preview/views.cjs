// Reads and renders the templates of api/views the way core/view does, for previews and checks.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const mustache = require('mustache');

const root = path.join(__dirname, '..', '..', 'api');
const views_folder = path.join(root, 'views');

function list_views(folder = views_folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return list_views(full);
    return /\.(html|txt|xml)$/.test(entry.name) ? [path.relative(views_folder, full)] : [];
  }).sort();
}

const sources = new Map(list_views().map(file => [file, fs.readFileSync(path.join(views_folder, file), 'utf8')]));
const partials = Object.fromEntries(sources);

const samples = [...require('./samples/acts.cjs'), ...require('./samples/pages.cjs'), ...require('./samples/contents.cjs').contents, ...require('./samples/agenda.cjs'), ...require('./samples/directory.cjs'), ...require('./samples/sheets.cjs'), ...require('./samples/forms.cjs'), ...require('./samples/texts.cjs'), ...require('./samples/cases.cjs'), ...require('./samples/money.cjs'), ...require('./samples/payments.cjs')];

function fill(file, data) {
  const options = file.endsWith('.txt') ? { escape: text => String(text) } : undefined;
  return mustache.render(sources.get(file), data, partials, options);
}

function render(sample) {
  const kind = sample.kind ?? 'html';
  const inner = fill(`${sample.view}.${kind}`, sample.data);
  if (kind !== 'html' || sample.bare) return inner;
  return fill('layout.html', { ...sample.data, content: inner });
}

module.exports = { root, sources, samples, render };
