// A text goes through the editor and comes out as it was, or at least as residents read it.
import { getSchema } from '@tiptap/core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { childAtLine, documentOf, looksOf } from '../src/pages/editor/rich/parse';
import { extensions } from '../src/pages/editor/rich/schema';
import { markdownOf } from '../src/pages/editor/rich/serialize';

const schema = getSchema(extensions);
const through = (markdown: string): string => markdownOf(documentOf(schema, markdown));

const unchanged = [
  'Un paragraphe.',
  'Un paragraphe.\n\nUn autre.',
  '# Un\n\n## Deux\n\n### Trois\n\n#### Quatre\n\n##### Cinq\n\n###### Six',
  '**Gras**, *italique*, ~~barré~~ et `code`.',
  '***Les deux***',
  '- un\n- deux\n- trois',
  '- un\n\n- deux',
  '- un\n  - dedans\n  - encore\n- deux',
  '- un\n\n  suite\n\n- deux',
  '1. un\n2. deux',
  '3. trois\n4. quatre',
  '9.  neuf\n10. dix',
  '> Une citation.\n>\n> Sur deux paragraphes.',
  '> - une liste\n> - citée',
  'Avant\n\n---\n\nAprès',
  'Une ligne\\\nla suivante',
  '[la carte](https://exemple.fr/carte)',
  '[la carte](/carte "Le plan")',
  '[écrire](mailto:mairie@exemple.fr) ou [appeler](tel:+33243000000)',
  '[**gras** dans un lien](/a)',
  '<https://exemple.fr/a_b_c?x=1&y=2>',
  'Voir www.exemple.fr.',
  '![Le clocher](/images/1/large)',
  '| Salle | Prix |\n| --- | --- |\n| Petite | **80 €** |\n| Grande | [voir](/tarifs) |',
  '|  | Prix |\n| --- | --- |\n| Petite | 80 € |',
  '| a |\n| --- |\n| un \\| deux |',
  '```\ncode  *brut*\n```',
  '```sh\nls\n```',
  'Prix : 5 \\* 3 = 15 et a\\_ et \\[x\\]',
  'mot_avec_traits',
  '2026\\. Une année',
  '3\\) Trois',
  '\\- pas une liste',
  '\\# pas un titre',
  '\\> pas une citation',
  '\\<b>pas du gras\\</b> et \\&nbsp;',
  'R&D, 3 < 5, a > b',
  'L’été à 12 h 30 : « oui » !',
  '- un\n\n\n* autre liste',
];

describe('a text that was written here', () => {
  it.each(unchanged)('comes back sign for sign: %j', (markdown) => {
    expect(through(markdown)).toBe(markdown);
  });
});

const equivalent = [
  'Une ligne\nqui continue', 'Titre\n=====\n\nSous-titre\n---', '* un\n* deux', '+ un\n+ deux', '__gras__ et _italique_', '1) un\n2) deux',
  'https://exemple.fr/a', 'mairie@exemple.fr', '| a | b |\n|:--|--:|\n| 1 | 2 |', '    code', 'a  \nb', '[réf]\n\n[réf]: /cible', '~~~\ncode\n~~~',
  '- un\n\n\n- deux', '* * *', '&copy; &amp; &eacute;', '#Pas un titre', '# Titre #', '- [ ] à faire', '**a**b', '*a***b**', '[a](</b c>)', '[a](/b(c))',
  '[![Le plan](/images/1/large)](/plan)', '`` a`b ``', '> a\nb', '1. a\n\n   b\n2. c', '- a\n  1. b\n  2. c', '', '\n\n', '<b>gras</b>', '<div>\nbloc\n</div>',
  'a<br>b', '\\*', 'a \\| b', '| a |\n|--|', '**a *b* c**', '*a **b** c*', '“”…–—', 'a\u00a0b', '😀 **é**',
];

// Column alignment is not shown by the site (the content policy forbids it), so it may go.
const shown = (markdown: string): string => looksOf(markdown).replace(/ style="text-align:\w+"/g, '');

describe('a text that came from elsewhere', () => {
  it.each(equivalent)('reads the same: %j', (markdown) => {
    expect(shown(through(markdown))).toBe(shown(markdown));
  });
  it.each(equivalent)('changes once and never again: %j', (markdown) => {
    expect(through(through(markdown))).toBe(through(markdown));
  });
});

function seedTexts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return seedTexts(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

describe('the texts that every commune starts with', () => {
  it.each(seedTexts(join(__dirname, '../../tenants/seed')))('read the same: %s', (path) => {
    const body = readFileSync(path, 'utf8').replace(/^---[\s\S]*?---\n/, '');
    expect(looksOf(through(body))).toBe(looksOf(body));
  });
});

describe('signs that mean something in Markdown', () => {
  const signs = ['*', '_', '`', '[', ']', '(', ')', '#', '+', '-', '.', '!', '>', '<', '|', '~', '&', '\\', '1.', '1)', '=', ':', '"', '&amp;', '<a>', '](', '**', '```', '---', '==='];
  it('stay words wherever they are typed', () => {
    for (const sign of signs) {
      for (const text of [sign, `${sign} a`, `a ${sign}`, `a${sign}b`, `${sign}a${sign}`, `a ${sign} b ${sign} c`]) {
        const document = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(text.trim())])]);
        expect(documentOf(schema, markdownOf(document)).textContent, `${text} -> ${markdownOf(document)}`).toBe(text.trim());
        expect(documentOf(schema, markdownOf(document)).firstChild?.type.name, text).toBe('paragraph');
      }
    }
  });
});

describe('a line of the text', () => {
  it('is found among the blocks of the editor', () => {
    const markdown = '## A\n\nUn.\n\n- a\n- b\n\n| x |\n| --- |\n| y |\n\nFin.';
    expect([1, 3, 5, 6, 8, 10, 12, 99].map((line) => childAtLine(markdown, line))).toEqual([0, 1, 2, 2, 3, 3, 4, 4]);
    expect(documentOf(schema, markdown).childCount).toBe(5);
  });
});
