// The head of a real page of the site, with the menu as it is being changed.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { previewContent } from '../../api/contents';
import type { MenuEntry } from '../../api/site';
import { fr } from '../../locales/fr';
import { fillFrame } from '../editor/preview_html';

const words = fr.menu;

// The words are set as text: nothing of what is typed becomes markup.
function withMenu(page: Document, entries: MenuEntry[]): void {
  const links = entries.map(({ label, target }) => {
    const link = page.createElement('a');
    link.href = '#';
    link.textContent = target.startsWith('/') ? label : `${label} ↗`;
    const item = page.createElement('li');
    item.append(link);
    return item;
  });
  page.querySelector('#menu ul')?.replaceChildren(...links);
}

export function MenuPreview({ entries }: { entries: MenuEntry[] }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef(entries);
  latest.current = entries;
  const page = useQuery({
    queryKey: ['preview', 'menu'],
    queryFn: () => previewContent({ kind: 'page', section: 'vivre-ici', title: words.previewPage, summary: '', body_markdown: '' }),
    staleTime: Infinity,
  });
  const show = () => {
    const shown = frame.current?.contentDocument;
    if (shown) withMenu(shown, latest.current);
  };
  useEffect(() => {
    if (frame.current !== null && page.data !== undefined) fillFrame(frame.current, page.data);
  }, [page.data]);
  useEffect(show, [entries]);

  const settle = () => {
    show();
    frame.current?.contentDocument?.addEventListener('click', (event) => event.preventDefault());
  };
  if (page.isError) return null; // the menu can be changed without seeing it
  return (
    <section className="menu-preview" aria-labelledby="apercu">
      <h3 id="apercu">{words.preview}</h3>
      <p className="quiet">{words.previewNote}</p>
      <iframe ref={frame} className="menu-frame" title={words.previewTitle} sandbox="allow-same-origin" onLoad={settle} />
    </section>
  );
}
