// Files of a resident, to download: never shown inside the page.
import { IconPaperclip } from '@tabler/icons-react';
import type { FileLink } from '../../api/types';
import { sizeText } from '../../components/time';
import { fr } from '../../locales/fr';

export function Files({ files }: { files: FileLink[] }) {
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <a className="file" href={file.url} download={file.name}>
            <IconPaperclip size={20} aria-hidden />
            <span className="file-name">
              <span className="sr-only">{fr.dossier.download} </span>
              {file.name}
            </span>
            <span className="file-size">{sizeText(file.size_bytes)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
