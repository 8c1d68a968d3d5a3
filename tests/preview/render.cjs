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
const styles = path.join(root, 'styles');
fs.writeFileSync(path.join(folder, 'site.css'), fs.readdirSync(styles).sort().map(name => fs.readFileSync(path.join(styles, name), 'utf8')).join('\n'));
fs.copyFileSync(path.join(root, 'static', 'favicon.svg'), path.join(folder, 'favicon.svg'));
for (const sample of samples) {
  fs.writeFileSync(path.join(folder, `${sample.name}.${sample.kind ?? 'html'}`), render(sample));
  fs.writeFileSync(path.join(folder, `${sample.name}.json`), JSON.stringify({ view: sample.view, kind: sample.kind ?? 'html', bare: sample.bare ?? false, data: sample.data }, null, 1));
}
console.log(`${samples.length} samples rendered`);
