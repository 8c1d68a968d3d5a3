// Reads our own files the way the tidy tests look at them: lists, includes, code without its comments, long functions.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const folders = ['.ci', 'admin-ui', 'api', 'core', 'deploy', 'docs', 'payments', 'tenants', 'tests'];
const notOurs = new Set(['node_modules', 'dist', 'build-output', 'schema.d.ts']);

// Every file of ours below the known folders and in the root, as "core/base/text.cpp"; an extension list narrows it.
export function files(...extensions) {
  const found = [...folders.flatMap((folder) => below(join(root, folder))), ...filesIn(root)];
  const paths = found.map((path) => relative(root, path).split(sep).join('/')).sort();
  return extensions.length ? paths.filter((path) => extensions.includes(extname(path))) : paths;
}

function below(folder) {
  return entries(folder).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? below(path) : [path];
  });
}

function filesIn(folder) {
  // In a worktree .git is a file, and Git's own.
  return entries(folder).filter((entry) => entry.isFile() && entry.name !== '.git').map((entry) => join(folder, entry.name));
}

function entries(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];  // a layer that does not exist yet
  }
}

export function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

// [{ path, line, own, header }] of the #include lines; own says that the header is written in quotes.
export function includes(path) {
  return read(path).split('\n').flatMap((text, index) => {
    const match = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(text);
    return match ? [{ path, line: index + 1, own: match[1] === '"', header: match[2] }] : [];
  });
}

// C++ with comments, strings and characters blanked; line ends stay where they are.
export function codeOnly(text) {
  const pattern = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"([^\s()\\]*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'/g;
  return text.replace(/(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])/g, '')
    .replace(pattern, (found) => found.replace(/[^\n]/g, ' '));
}

// [{ line, lines }] of the functions of a C++ file, test cases included. Looks at braces only: a brace at the level of
// namespaces and classes opens a function when a parameter list stands before it.
export function functions(text) {
  const code = codeOnly(text).replace(/^\s*#.*$/gm, '');
  const found = [];
  const kinds = [];
  let line = 1;
  let statementStart = 0;
  let startLine = 1;
  for (let at = 0; at < code.length; at += 1) {
    const character = code[at];
    if (character === '\n') line += 1;
    if (kinds.includes('function') || kinds.includes('value')) {
      if (character === '{') kinds.push('inner');
      if (character === '}') {
        if (kinds.pop() === 'function') found.push({ line: startLine, lines: line - startLine + 1 });
        if (!kinds.includes('function') && !kinds.includes('value')) statementStart = at + 1;
      }
      continue;
    }
    if (character === '{') {
      const kind = kindOf(code.slice(statementStart, at));
      kinds.push(kind);
      startLine = line;
      if (kind === 'container') statementStart = at + 1;
    } else if (character === '}') {
      kinds.pop();
      statementStart = at + 1;
    } else if (character === ';') {
      statementStart = at + 1;
    }
  }
  return found;
}

function kindOf(statement) {
  if (/^\s*(?:inline\s+)?namespace\b/.test(statement) || /\bextern\s+$/.test(statement.trim() + ' ')) return 'container';
  if (/\benum\b/.test(statement)) return 'value';
  if (/\b(?:class|struct|union)\b[^()=]*$/.test(statement)) return 'container';
  // After a member's initializer "a_{1}" comes ", b_{2}" or the body itself.
  if (/^\s*(?:,[\s\S]*)?$/.test(statement)) return 'function';
  return /^[^=]*\(/.test(statement.replace(/operator\s*[=!<>]+/g, 'operator')) ? 'function' : 'value';
}
