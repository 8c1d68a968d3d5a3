// Vite plugin: the build fails when the first load grows past what a slow town-hall link bears.
import { brotliCompressSync, constants } from 'node:zlib';
import type { OutputAsset, OutputChunk } from 'rollup';
import type { Plugin } from 'vite';

const limitBytes = 150 * 1024; // compressed, as the server does it (design D12)
const quality = 5;

function weigh(content: string | Uint8Array): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

type Bundle = Record<string, OutputAsset | OutputChunk>;

// Scripts and style sheets of a chunk and of all that it imports at once.
function filesOf(bundle: Bundle, name: string, seen = new Set<string>()): Set<string> {
  const chunk = bundle[name];
  if (seen.has(name) || chunk?.type !== 'chunk') return seen;
  seen.add(name);
  chunk.viteMetadata?.importedCss.forEach((css) => seen.add(css));
  chunk.imports.forEach((imported) => filesOf(bundle, imported, seen));
  return seen;
}

export interface FirstLoad {
  screen: string;
  bytes: number;
}

export function heaviestFirstLoad(bundle: Bundle): FirstLoad {
  const chunks = Object.values(bundle).filter((file): file is OutputChunk => file.type === 'chunk');
  const entry = chunks.find((chunk) => chunk.isEntry)?.fileName ?? '';
  const screens = chunks.filter((chunk) => /Page$/.test(chunk.name));
  const bytesOf = (names: Set<string>) =>
    [...names].reduce((sum, name) => {
      const file = bundle[name];
      return sum + (file === undefined ? 0 : weigh(file.type === 'chunk' ? file.code : file.source));
    }, 0);
  return screens
    .map((screen) => ({ screen: screen.name, bytes: bytesOf(filesOf(bundle, screen.fileName, new Set(filesOf(bundle, entry)))) }))
    .reduce((most, one) => (one.bytes > most.bytes ? one : most), { screen: '', bytes: 0 });
}

export function budget(): Plugin {
  return {
    name: 'clocher-budget',
    apply: 'build',
    enforce: 'post',
    writeBundle(_options, bundle) {
      const { screen, bytes } = heaviestFirstLoad(bundle);
      if (bytes > limitBytes) this.error(`the first load of ${screen} is ${bytes} bytes compressed, over ${limitBytes}`);
      this.info(`heaviest first load: ${Math.ceil(bytes / 1024)} KB compressed (${screen})`);
    },
  };
}
