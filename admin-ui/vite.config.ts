// How the application is built: base path, output folder, hashed assets, and the tests.
import { defineConfig } from 'vitest/config';
import { budget } from './plugins/budget';
import { themeStyles } from './plugins/theme-css';
import { mockApi } from './test/mock/middleware';

export default defineConfig({
  base: '/admin/',
  plugins: [themeStyles(), budget(), mockApi()],
  build: {
    outDir: process.env.CLOCHER_ADMIN_OUT ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      // Words do nothing by themselves: a chunk takes those it uses.
      treeshake: { moduleSideEffects: (id) => !id.includes('/locales/') },
      // Libraries mark files "use client" for servers that render React; here it means nothing.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['test/support/setup.ts'],
    css: false,
    testTimeout: 20_000,
  },
});
