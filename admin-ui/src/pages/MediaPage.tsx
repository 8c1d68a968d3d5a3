// The library of images and documents: bring, find, describe, replace, put away.
import { useState } from 'react';
import { Page } from '../app/page';
import { MediaFinder } from '../components/media/MediaFinder';
import { UploadZone } from '../components/media/UploadZone';
import { fr } from '../locales/fr';
import { MediaDialog } from './media/MediaDialog';

export default function MediaPage() {
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <Page title={fr.media.title} intro={<p>{fr.media.intro}</p>}>
      <div className="stack-wide">
        <UploadZone />
        <MediaFinder labelOfItem={(item) => fr.media.open(item.name)} onChoose={(item) => setChosen(item.id)} />
      </div>
      <MediaDialog id={chosen} onClose={() => setChosen(null)} />
    </Page>
  );
}
