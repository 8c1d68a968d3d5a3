// The commune's own colour: what cannot be read is refused by the server, with the nearest that can.
import { Button, Checkbox } from '@mantine/core';
import { fr } from '../../locales/fr';

const words = fr.townHallPages;

interface ColorFieldProps {
  accent: string;
  error: string | undefined;
  onChange: (accent: string) => void;
}

export function ColorField({ accent, error, onChange }: ColorFieldProps) {
  const nearest = error?.match(/#[0-9a-f]{6}(?=\.?$)/)?.[0];
  const isRefused = error !== undefined && nearest !== undefined && nearest !== accent;
  return (
    <>
      <Checkbox label={words.ownColor} checked={accent !== ''} onChange={(event) => onChange(event.currentTarget.checked ? '#155f73' : '')} />
      {accent !== '' && (
        <div className="stack">
          <label htmlFor="couleur">{words.color}</label>
          <input
            id="couleur"
            type="color"
            className="color-choice"
            value={accent.startsWith('#') ? accent : `#${accent}`}
            aria-describedby="couleur-aide"
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          <p id="couleur-aide" className={error === undefined ? 'quiet' : 'field-error'}>
            {error ?? words.colorHint}
          </p>
          {isRefused && (
            <Button variant="default" onClick={() => onChange(nearest)}>
              {words.useNearest(nearest)}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
