// The sections of the site: created, named, ordered, emptied and deleted.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAddSection, useOrderSections, useRemoveSection, useSaveSection, type Section } from '../../api/site';
import type { ContentSummary } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { Arrows } from './Arrows';
import { PutBack, SectionPages, type Move } from './SectionPages';
import { SectionDialog } from './SectionDialog';
import { movedTo } from './use_drag';

const words = fr.sections;

function Rename({ section }: { section: Section }) {
  const announce = useAnnounce();
  const [isOpen, setOpen] = useState(false);
  const save = useSaveSection(section.id);
  return (
    <>
      <Button variant="default" onClick={() => (save.reset(), setOpen(true))}>
        {words.rename}
        <span className="sr-only">{words.renameWhich(section.title)}</span>
      </Button>
      <SectionDialog
        opened={isOpen}
        section={section}
        error={save.error}
        isBusy={save.isPending}
        onSave={(edit) => save.mutate(edit, { onSuccess: ({ title }) => (setOpen(false), announce(words.renamed(title))) })}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

function Remove({ section }: { section: Section }) {
  const announce = useAnnounce();
  const [isAsking, setAsking] = useState(false);
  const remove = useRemoveSection();
  if (section.is_kept || section.pages > 0) return null;
  const confirm = () => remove.mutate(section.id, { onSuccess: () => (setAsking(false), announce(words.removed(section.title))) });
  return (
    <>
      <button type="button" className="plain-button danger" onClick={() => (remove.reset(), setAsking(true))}>
        {words.remove}
        <span className="sr-only">{words.removeWhich(section.title)}</span>
      </button>
      <Confirm opened={isAsking} title={words.removeTitle(section.title)} action={words.remove} tone="red" isBusy={remove.isPending} error={remove.error} onConfirm={confirm} onClose={() => setAsking(false)}>
        <p>{words.removeText}</p>
      </Confirm>
    </>
  );
}

function Create() {
  const announce = useAnnounce();
  const [isOpen, setOpen] = useState(false);
  const add = useAddSection();
  return (
    <>
      <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => (add.reset(), setOpen(true))}>
        {words.create}
      </Button>
      <SectionDialog
        opened={isOpen}
        error={add.error}
        isBusy={add.isPending}
        onSave={(edit) => add.mutate(edit, { onSuccess: ({ title }) => (setOpen(false), announce(words.created(title))) })}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

export default function SectionList({ sections, contents }: { sections: Section[]; contents: ContentSummary[] }) {
  const announce = useAnnounce();
  const order = useOrderSections();
  const [last, setLast] = useState<Move | null>(null);
  const pagesOf = ({ slug }: Section) => contents.filter(({ kind, section }) => kind === 'page' && section === slug);
  const move = (from: number, to: number) =>
    order.mutate(movedTo(sections.map(({ id }) => id), from, to), { onSuccess: () => announce(words.moved(sections[from]?.title ?? '', to + 1)) });
  return (
    <section className="panel menu-part" aria-labelledby="rubriques">
      <div className="kind-head">
        <h2 id="rubriques">{words.title}</h2>
        <Create />
      </div>
      <p className="quiet">{words.intro}</p>
      <Failure error={order.error} />
      {last !== null && <PutBack key={last.page.id} move={last} onDone={() => setLast(null)} />}
      <ol className="content-list">
        {sections.map((section, index) => (
          <li key={section.id} className="content-item menu-section">
            <span className="content-words">
              <h3>{section.title}</h3>
              <span className="quiet">{words.count(section.pages)}</span>
            </span>
            <span className="entry-tools">
              <Rename section={section} />
              <Remove section={section} />
              <Arrows index={index} count={sections.length} up={words.up(section.title)} down={words.down(section.title)} isBusy={order.isPending} onMove={(to) => move(index, to)} />
            </span>
            <div className="menu-pages">
              <SectionPages section={section} sections={sections} pages={pagesOf(section)} onMoved={setLast} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
