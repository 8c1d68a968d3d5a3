// The W3C's checker (Nu Html Checker) on pages as they were sent.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

// ["/agenda: Element “p” not allowed…"], empty when all pages are valid. `pages` maps an address to its HTML.
export function invalidities(pages) {
  const folder = mkdtempSync(join(tmpdir(), 'clocher-html-'));
  try {
    const names = [...pages.keys()];
    names.forEach((name, index) => writeFileSync(join(folder, `${index}.html`), pages.get(name)));
    const run = spawnSync('java', ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', '--skip-non-html', folder], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    if (run.status !== 0) throw new Error(`the checker did not run: ${run.error ?? run.stderr}`);
    return JSON.parse(run.stdout).messages.filter(({ type }) => type !== 'info')
      .map(({ url, message, extract }) => `${names[parseInt(url.split('/').pop(), 10)]}: ${message} ${extract ?? ''}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
