// Writes every sample as a file, with its data and the static files beside it: node tests/preview/render.cjs <folder>
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { root, samples, render } = require('./views.cjs');

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node tests/preview/render.cjs <folder>');
  process.exit(2);
}
fs.mkdirSync(folder, { recursive: true });
for (const name of ['site.css', 'favicon.svg']) fs.copyFileSync(path.join(root, 'static', name), path.join(folder, name));
for (const sample of samples) {
  fs.writeFileSync(path.join(folder, `${sample.name}.${sample.kind ?? 'html'}`), render(sample));
  fs.writeFileSync(path.join(folder, `${sample.name}.json`), JSON.stringify({ view: sample.view, kind: sample.kind ?? 'html', bare: sample.bare ?? false, data: sample.data }, null, 1));
}
console.log(`${samples.length} samples rendered`);
