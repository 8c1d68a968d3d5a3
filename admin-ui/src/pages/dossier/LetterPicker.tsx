// Puts a model, filled with the case, into the answer that is being written.
import { NativeSelect } from '@mantine/core';
import { Link } from 'react-router-dom';
import { useLetters } from '../../api/cases';
import { fr } from '../../locales/fr';

const words = fr.letters;

export function LetterPicker({ id, onPick }: { id: number; onPick: (text: string) => void }) {
  const items = useLetters(id).data?.items ?? [];
  return (
    <div className="letter-picker">
      {items.length > 0 && (
        <NativeSelect
          label={words.pick}
          value=""
          data={[{ value: '', label: words.none }, ...items.map((item) => ({ value: String(item.id), label: item.title }))]}
          onChange={(event) => {
            const found = items.find((item) => String(item.id) === event.currentTarget.value);
            if (found !== undefined) onPick(found.text);
          }}
        />
      )}
      <Link to="/demandes/modeles">{words.manage}</Link>
    </div>
  );
}
