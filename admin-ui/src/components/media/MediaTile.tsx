// One image or document in a list: its picture, its name, one thing to do.
import { IconFileText } from '@tabler/icons-react';
import type { Media } from '../../api/types';
import { fr } from '../../locales/fr';
import { sizeText } from '../time';
import { formatText } from './format';

interface MediaTileProps {
  item: Media;
  label: string;
  onChoose: (item: Media) => void;
}

export function MediaTile({ item, label, onChoose }: MediaTileProps) {
  return (
    <li>
      <button type="button" className="media-tile" aria-label={label} onClick={() => onChoose(item)}>
        <span className="media-picture">
          {item.thumbnail === null ? <IconFileText size={56} stroke={1.2} aria-hidden /> : <img src={item.thumbnail} alt="" loading="lazy" />}
        </span>
        <span className="media-name">{item.name}</span>
        <span className="quiet">
          {formatText(item)} · {sizeText(item.size_bytes)}
          {item.lacks_alt && ` · ${fr.media.lacksAlt}`}
          {!item.is_ready && ` · ${fr.media.preparing}`}
        </span>
      </button>
    </li>
  );
}
