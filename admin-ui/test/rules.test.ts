// Rules that hold for the whole application: French typography, the security policy, the described API.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { themeCss } from '../plugins/theme-css';
import type { Content, ContentEdit, DossierState, Session } from '../src/api/types';
import { numberText } from '../src/locales/fr';
import { fr } from '../src/locales/fr';
import { operationOf } from './support/contract';

const root = process.cwd(); // vitest runs in the folder of its configuration

// Sentences take a count or a word first.
function sentenceOf(make: (...words: unknown[]) => string): string {
  try {
    return make(3, 'Exemple', 'Exemple');
  } catch {
    return make('Exemple', 'Exemple');
  }
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [sentenceOf(value as (...words: unknown[]) => string)];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && entry.name !== 'schema.d.ts' ? [path] : [];
  });
}

describe('French texts', () => {
  const texts = textsOf(fr);

  it('are many, and none is empty', () => {
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });

  it('have a no-break space before high punctuation and inside guillemets', () => {
    const wrong = /(^|[^\u00a0])[;!?»]| :|«[^\u00a0]/;
    expect(texts.filter((text) => wrong.test(text))).toEqual([]);
  });

  it('separate thousands by a narrow no-break space', () => {
    expect(numberText(1000)).toBe('1\u202f000');
    expect(fr.inbox.received(1200)).toBe('1\u202f200 demandes');
    expect(fr.dossier.tooLong(5000)).toContain('5\u202f000 caractères');
  });

  it('use the typographic apostrophe and the ellipsis sign', () => {
    expect(texts.filter((text) => text.includes("'") || text.includes('...'))).toEqual([]);
  });
});

describe('the security policy', () => {
  it('is respected by index.html: no inline script, style or handler', () => {
    const page = readFileSync(join(root, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });

  it('is respected by the theme: its variables come from a style sheet', () => {
    const css = themeCss();
    expect(css).toContain('--mantine-primary-color-filled');
    expect(css).toContain('[data-mantine-color-scheme="dark"]');
    expect(readFileSync(join(root, 'src/app/App.tsx'), 'utf8')).toContain('withCssVariables={false}');
  });

  it('is respected by the screens: nothing that writes a style tag or raw HTML', () => {
    const forbidden = /dangerouslySetInnerHTML|<style|<AppShell|<SimpleGrid|<Grid\b|hiddenFrom=|visibleFrom=|\beval\(/;
    expect(sources(join(root, 'src')).filter((path) => forbidden.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});

describe('the description of the API', () => {
  it('gives the types that the screens are compiled with', () => {
    expectTypeOf<Session['agent']['role']>().toEqualTypeOf<'secretaire' | 'elu' | 'regisseur' | 'administrateur'>();
    expectTypeOf<ContentEdit>().toHaveProperty('base_revision').toEqualTypeOf<number>();
    expectTypeOf<Content['published_revision']>().toEqualTypeOf<number | null>();
    expect(Object.keys(fr.state satisfies Record<DossierState, unknown>)).toHaveLength(7);
  });

  it('holds every request that the application can send', () => {
    const calls = sources(join(root, 'src/api')).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/api\.([A-Z]+)\('([^']+)'/g)]);
    expect(calls.length).toBeGreaterThan(15);
    for (const [, method = '', path = ''] of calls) expect(operationOf(method, path.replace(/\{\w+\}/g, '1'))).toBeTruthy();
  });
});
