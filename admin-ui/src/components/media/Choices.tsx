// What opens when a picture or a document is chosen: bring a new one, or take one of the library.
import type { Media } from '../../api/types';
import { fr } from '../../locales/fr';
import { MediaFinder } from './MediaFinder';
import { UploadZone } from './UploadZone';

export default function Choices({ kind, onChoose }: { kind: Media['kind']; onChoose: (media: Media) => void }) {
  return (
    <div className="stack-wide">
      <section className="stack" aria-label={fr.media.new}>
        <UploadZone only={kind} onAdded={onChoose} />
      </section>
      <section className="stack" aria-label={fr.media.library}>
        <h3>{fr.media.library}</h3>
        <MediaFinder only={kind} labelOfItem={(item) => fr.media.chooseOf(item.name)} onChoose={onChoose} />
      </section>
    </div>
  );
}
