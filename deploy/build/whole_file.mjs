// One style sheet or one catalogue made of the files of a folder, in the order of their names.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const makers = {
  '.css': (texts) => texts.join('\n'),
  '.json': (texts) => JSON.stringify(merged(texts.map((text) => JSON.parse(text)))),
};

// Whether a path names a single file although its source is a folder.
export function isWhole(path) {
  return extname(path) in makers;
}

export function whole(path, folder) {
  const extension = extname(path);
  const names = readdirSync(folder).filter((name) => extname(name) === extension).sort();
  return Buffer.from(makers[extension](names.map((name) => readFileSync(join(folder, name), 'utf8'))));
}

function merged(objects) {
  const all = {};
  for (const [key, value] of objects.flatMap(Object.entries)) {
    if (key in all) throw new Error(`whole_file.mjs: two files hold ${key}`);
    all[key] = value;
  }
  return all;
}
