// The pages of one section: ordered, or put into another; a move can be taken back.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { usePlacePage, type Section } from '../../api/site';
import type { ContentSummary } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { Arrows } from './Arrows';

const words = fr.sections;

export interface Move {
  page: ContentSummary;
  from: Section;
  place: number; // where it stood
}

interface SectionPagesProps {
  section: Section;
  sections: Section[];
  pages: ContentSummary[];
  onMoved: (move: Move) => void;
}

export function SectionPages({ section, sections, pages, onMoved }: SectionPagesProps) {
  const announce = useAnnounce();
  const place = usePlacePage();
  const order = (page: ContentSummary, to: number) =>
    place.mutate({ id: page.id, section: section.slug, place: to + 1 }, { onSuccess: () => announce(words.moved(page.title, to + 1)) });
  const move = (page: ContentSummary, index: number, slug: string) => {
    const target = sections.find((one) => one.slug === slug);
    if (target === undefined || target === section) return;
    const done = () => {
      announce(words.movedTo(page.title, target.title));
      onMoved({ page, from: section, place: index + 1 });
    };
    place.mutate({ id: page.id, section: slug, place: target.pages + 1 }, { onSuccess: done });
  };
  return (
    <>
      <Failure error={place.error} />
      <ol className="content-list">
        {pages.map((page, index) => (
          <li key={page.id} className="menu-page">
            <span className="content-words">
              <Link to={`/contenus/${page.id}`}>{page.title}</Link>
            </span>
            <span className="entry-tools">
              <NativeSelect
                aria-label={words.moveTo(page.title)}
                value={section.slug}
                disabled={place.isPending}
                data={sections.map(({ slug, title }) => ({ value: slug, label: title }))}
                onChange={(event) => move(page, index, event.currentTarget.value)}
              />
              <Arrows index={index} count={pages.length} up={words.pageUp(page.title)} down={words.pageDown(page.title)} isBusy={place.isPending} onMove={(to) => order(page, to)} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

export function PutBack({ move, onDone }: { move: Move; onDone: () => void }) {
  const place = usePlacePage();
  const [isGone, setGone] = useState(false);
  if (isGone) return null;
  const back = () =>
    place.mutate(
      { id: move.page.id, section: move.from.slug, place: move.place },
      { onSuccess: () => (setGone(true), onDone(), document.querySelector<HTMLElement>('h1')?.focus()) },
    );
  return (
    <>
      <Failure error={place.error} />
      <Button variant="default" loading={place.isPending} onClick={back}>
        {words.putBack(move.page.title, move.from.title)}
      </Button>
    </>
  );
}
