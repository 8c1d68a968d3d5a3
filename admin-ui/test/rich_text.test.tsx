// The formatted text: no sign of Markdown on the screen, Markdown on the way out.
import { MantineProvider } from '@mantine/core';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { describe, expect, it } from 'vitest';
import { theme } from '../src/app/theme';
import { MarkdownField } from '../src/pages/editor/MarkdownField';
import type { RichHandle } from '../src/pages/editor/rich/RichText';
import { cleanPasted } from '../src/pages/editor/rich/word_paste';

let written = '';
let outside: (value: string) => void = () => {};
let handle: { current: RichHandle | null } = { current: null };

function Host({ initial }: { initial: string }) {
  const [value, setValue] = useState(initial);
  const ref = useRef<RichHandle>(null);
  outside = setValue;
  written = value;
  handle = ref;
  return (
    <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false}>
      <MarkdownField ref={ref} label="Texte" maxLength={1000} value={value} onChange={setValue} />
    </MantineProvider>
  );
}

async function open(initial: string): Promise<HTMLElement> {
  render(<Host initial={initial} />);
  const text = await screen.findByRole('textbox', { name: 'Texte' });
  await waitFor(() => expect(text.className).toContain('rich-text'));
  return text;
}

const button = (name: string) => screen.getByRole('button', { name });

function selectAll(text: HTMLElement): void {
  act(() => {
    text.focus();
    document.getSelection()?.selectAllChildren(text);
    document.dispatchEvent(new Event('selectionchange'));
  });
}

describe('a formatted text', () => {
  it('shows bold and lists instead of signs', async () => {
    const text = await open('Un **mot** et\n\n- un\n- deux');
    expect(text.innerHTML).toContain('<strong>mot</strong>');
    expect(text.querySelectorAll('li')).toHaveLength(2);
    expect(text.textContent).not.toMatch(/[*-]/);
  });

  it('writes nothing as long as nobody typed', async () => {
    await open('Titre\n=====');
    expect(written).toBe('Titre\n=====');
  });

  it('turns what is selected into a heading, and back', async () => {
    const text = await open('Horaires');
    selectAll(text);
    await userEvent.click(button('Sous-titre'));
    await waitFor(() => expect(written).toBe('## Horaires'));
    expect(button('Sous-titre').getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(button('Sous-titre'));
    await waitFor(() => expect(written).toBe('Horaires'));
  });

  it('shows another version that comes from outside', async () => {
    const text = await open('Le mien');
    act(() => outside('Le **leur**'));
    await waitFor(() => expect(text.innerHTML).toContain('<strong>leur</strong>'));
    expect(written).toBe('Le **leur**');
  });

  it('makes a table with titles, and adds a row', async () => {
    await open('');
    await userEvent.click(button('Insérer un tableau'));
    await waitFor(() => expect(written).toBe('|  |  |\n| --- | --- |\n|  |  |\n|  |  |'));
    await userEvent.click(button('Ajouter une ligne'));
    await waitFor(() => expect(written.split('\n')).toHaveLength(5));
    await userEvent.click(button('Retirer le tableau'));
    await waitFor(() => expect(written).toBe(''));
  });

  it('adds a link with its words', async () => {
    await open('');
    await userEvent.click(button('Lien'));
    await userEvent.type(await screen.findByLabelText('Texte du lien'), 'nos démarches');
    await userEvent.type(screen.getByLabelText(/^Adresse/), '/demarches');
    await userEvent.click(button('Ajouter le lien'));
    await waitFor(() => expect(written).toBe('[nos démarches](/demarches)'));
  });

  it('goes to a line of the stored text', async () => {
    await open('## A\n\nUn.\n\nIci.');
    act(() => handle.current?.goToLine(5));
    await waitFor(() => expect(document.getSelection()?.toString()).toBe('Ici.'));
  });

  it('shows a text that it could not give back with its signs', async () => {
    const strange = '- # Un titre dans une liste';
    render(<Host initial={strange} />);
    await waitFor(() => expect(screen.getByLabelText('Texte').tagName).toBe('TEXTAREA'));
    expect(written).toBe(strange);
  });
});

describe('a paste from Word', () => {
  const word = `<html xmlns:o="urn:x"><head><style>p {color:red}</style><!--[if gte mso 9]><xml>x</xml><![endif]--></head><body>
    <h1 style="color:red">Réunion</h1><p class=MsoNormal style='mso-x:1'><b><span lang=FR>Mardi</span></b><o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
    <p class=MsoListParagraphCxSpFirst style='mso-list:l0'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Pain</p>
    <p class=MsoListParagraphCxSpLast><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Vin</p>
    <p class=MsoListParagraph><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Un</p></body></html>`;
  const body = () => new DOMParser().parseFromString(cleanPasted(word), 'text/html').body;

  it('keeps words, bold and lists', () => {
    expect([...body().querySelectorAll('ul > li')].map((entry) => entry.textContent)).toEqual(['Pain', 'Vin']);
    expect(body().querySelector('ol > li')?.textContent).toBe('Un');
    expect(body().querySelector('b')?.textContent).toBe('Mardi');
  });

  it('keeps no style sheet, no comment, no empty paragraph, no second title', () => {
    expect(cleanPasted(word)).not.toMatch(/color:red\}|gte mso|<o:p>|supportLists/);
    expect(body().querySelector('h1')).toBeNull();
    expect(body().querySelector('h2')?.textContent).toBe('Réunion');
    expect([...body().querySelectorAll('p')].every((paragraph) => paragraph.textContent?.trim() !== '')).toBe(true);
  });
});
