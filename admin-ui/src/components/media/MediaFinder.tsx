// Finds an image or a document among those that are kept: words, kind, pages of a list.
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { pageSize, useMediaList, type MediaFilter } from '../../api/media';
import type { Media } from '../../api/types';
import { fr } from '../../locales/fr';
import { Empty } from '../Empty';
import { Failure } from '../Failure';
import { Loading } from '../Loading';
import { MediaTile } from './MediaTile';
import '../../styles/media.css';

const choices = ['all', 'image', 'document', 'bin'] as const;
type Choice = (typeof choices)[number];

const filterOf: Record<Choice, MediaFilter> = { all: {}, image: { kind: 'image' }, document: { kind: 'document' }, bin: { shelf: 'bin' } };
const labelOf = (choice: Choice): string => (choice === 'bin' ? fr.media.bin : fr.media.kinds[choice]);

interface Pages {
  page: number;
  count: number;
  onGo: (page: number) => void;
}

function Pages({ page, count, onGo }: Pages) {
  if (count <= 1) return null;
  return (
    <nav className="media-pages" aria-label={fr.media.pages}>
      <Button variant="default" disabled={page === 1} onClick={() => onGo(page - 1)}>
        {fr.media.previous}
      </Button>
      <p>{fr.media.position(page, count)}</p>
      <Button variant="default" disabled={page === count} onClick={() => onGo(page + 1)}>
        {fr.media.next}
      </Button>
    </nav>
  );
}

interface MediaFinderProps {
  only?: Media['kind']; // what may be chosen; absent: everything, and the bin
  labelOfItem: (item: Media) => string;
  onChoose: (item: Media) => void;
}

export function MediaFinder({ only, labelOfItem, onChoose }: MediaFinderProps) {
  const [choice, setChoice] = useState<Choice>(only ?? 'all');
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 250);
  const [page, setPage] = useState(1);
  const list = useMediaList({ ...filterOf[choice], q, page });
  const choose = (next: Choice) => {
    setChoice(next);
    setPage(1);
  };
  const items = list.data?.items ?? [];
  const isUntouched = q === '' && choice !== 'bin';
  return (
    <div className="stack">
      <div className="media-find">
        <TextInput
          type="search"
          label={fr.media.search}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setPage(1);
          }}
        />
        {only === undefined && (
          <div className="tabs" role="group" aria-label={fr.media.kindLabel}>
            {choices.map((each) => (
              <button key={each} type="button" className="tab" aria-pressed={each === choice} onClick={() => choose(each)}>
                {labelOf(each)}
              </button>
            ))}
          </div>
        )}
      </div>
      {choice === 'bin' && <p className="quiet">{fr.media.inBin}</p>}
      {list.isPending && <Loading />}
      <Failure error={list.error} onRetry={() => void list.refetch()} />
      {list.isSuccess && items.length === 0 && isUntouched && (
        <Empty title={fr.media.nothing}>
          <p>{fr.media.nothingText}</p>
        </Empty>
      )}
      {list.isSuccess && items.length === 0 && !isUntouched && <p className="nothing">{choice === 'bin' && q === '' ? fr.media.emptyBin : fr.media.notFound}</p>}
      {items.length > 0 && (
        <>
          <p role="status" className="quiet">
            {fr.media.count(list.data?.total ?? 0)}
          </p>
          <ul className="media-grid">
            {items.map((item) => (
              <MediaTile key={item.id} item={item} label={labelOfItem(item)} onChoose={onChoose} />
            ))}
          </ul>
        </>
      )}
      {list.data !== undefined && <Pages page={page} count={Math.ceil(list.data.total / pageSize)} onGo={setPage} />}
    </div>
  );
}
