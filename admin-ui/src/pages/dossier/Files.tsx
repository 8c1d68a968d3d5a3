// Files of a resident, to download: never shown inside the page.
import { IconPaperclip } from '@tabler/icons-react';
import type { FileLink } from '../../api/types';
import { sizeText } from '../../components/time';
import { fr } from '../../locales/fr';

function File({ file }: { file: FileLink }) {
  if (file.check !== 'clean') {
    return (
      <p className="file">
        <IconPaperclip size={20} aria-hidden />
        <span className="file-name">{file.name}</span>
        <span className="file-size">{file.check === 'waiting' ? fr.dossier.fileHeld : fr.dossier.fileInfected}</span>
      </p>
    );
  }
  return (
    <a className="file" href={file.url} download={file.name}>
      <IconPaperclip size={20} aria-hidden />
      <span className="file-name">
        <span className="sr-only">{fr.dossier.download} </span>
        {file.name}
      </span>
      <span className="file-size">{sizeText(file.size_bytes)}</span>
    </a>
  );
}

export function Files({ files }: { files: FileLink[] }) {
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <File file={file} />
        </li>
      ))}
    </ul>
  );
}
