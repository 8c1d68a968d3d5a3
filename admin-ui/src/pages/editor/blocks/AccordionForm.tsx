// Questions and their answers, folded on the page.
import { fr } from '../../../locales/fr';
import { LineField, ProseField } from './fields';
import type { BlockFormProps } from './form';
import { Items } from './Items';

export function AccordionForm({ block, path, faults, onChange }: BlockFormProps) {
  const words = fr.blocks;
  return (
    <>
      <LineField path={`${path}.title`} faults={faults} label={words.heading} maxLength={160} value={block.title} onChange={(title) => onChange({ title })} />
      <Items block={block} path={path} faults={faults} most={20} nameOf={words.part} add={words.addPart} onChange={onChange}>
        {(item, at, change, index) => (
          <>
            <LineField path={`${at}.title`} faults={faults} label={words.partTitle} maxLength={160} value={item.title} onChange={(title) => change({ title })} />
            <ProseField
              path={`${at}.body_markdown`}
              faults={faults}
              label={words.partText(index + 1)}
              maxLength={20_000}
              value={item.body_markdown}
              onChange={(body_markdown) => change({ body_markdown })}
            />
          </>
        )}
      </Items>
    </>
  );
}
