// Vite plugin: writes Mantine's CSS variables into a style sheet at build time, since style-src 'self' refuses a <style> tag.
import {
  convertCssVariables, createTheme, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme,
} from '@mantine/core';
import type { Plugin } from 'vite';
import { resolver, theme } from '../src/app/theme';

const name = 'virtual:theme.css';
const unused = /^--mantine-color-(pink|grape|violet|indigo|blue|cyan|teal|lime|orange|yellow|green)-/;

type Variables = Record<string, string>;

function kept(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([key]) => !unused.test(key)));
}

export function themeCss(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, createTheme(theme));
  const base = defaultCssVariablesResolver(merged);
  const own = resolver(merged);
  const success = { '--mantine-color-success': 'var(--good-text)' };
  return convertCssVariables({
    variables: kept({ ...base.variables, ...own.variables }),
    light: kept({ ...base.light, ...success, ...own.light }),
    dark: kept({ ...base.dark, ...success, ...own.dark }),
  });
}

export function themeStyles(): Plugin {
  return {
    name: 'clocher-theme-css',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? themeCss() : undefined),
  };
}
