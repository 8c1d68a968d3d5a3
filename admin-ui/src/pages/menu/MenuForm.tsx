// The menu of the site, changed and saved as a whole.
import { Alert, Button } from '@mantine/core';
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { Menu } from '../../api/site';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { fieldsOf } from '../town_hall/SaveBar';
import { AddEntry } from './AddEntry';
import type { Destinations } from './destinations';
import { EntryList } from './EntryList';
import { MenuPreview } from './MenuPreview';
import { useMenuEdit, type MenuEdit } from './use_menu_edit';

const words = fr.menu;

function Reset({ edit }: { edit: MenuEdit }) {
  const announce = useAnnounce();
  const [isAsking, setAsking] = useState(false);
  const confirm = () => edit.reset(() => (setAsking(false), announce(words.resetDone)));
  return (
    <>
      <button type="button" className="plain-button" onClick={() => setAsking(true)}>
        {words.reset}
      </button>
      <Confirm opened={isAsking} title={words.resetTitle} action={words.reset} isBusy={edit.resetting.isPending} error={edit.resetting.error} onConfirm={confirm} onClose={() => setAsking(false)}>
        <p>{words.resetText}</p>
      </Confirm>
    </>
  );
}

function Actions({ edit, isUsual }: { edit: MenuEdit; isUsual: boolean }) {
  const announce = useAnnounce();
  return (
    <div className="notice-actions">
      <Button type="submit" loading={edit.saving.isPending} disabled={!edit.hasChanges}>
        {words.save}
      </Button>
      <Button id="defaire" variant="default" leftSection={<IconArrowBackUp size={20} aria-hidden />} disabled={!edit.canUndo} onClick={() => (edit.undo(), announce(words.undone))}>
        {words.undo}
      </Button>
      {edit.hasChanges && (
        <button type="button" className="plain-button" onClick={edit.drop}>
          {words.drop}
        </button>
      )}
      {!isUsual && <Reset edit={edit} />}
    </div>
  );
}

export function MenuForm({ menu, destinations }: { menu: Menu; destinations: Destinations }) {
  const announce = useAnnounce();
  const edit = useMenuEdit(menu);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    edit.save(() => announce(words.saved));
  };
  const about = fieldsOf(edit.saving.error).entries;
  return (
    <section className="panel menu-part" aria-labelledby="le-menu">
      <h2 id="le-menu">{words.menu}</h2>
      <p className="quiet">{words.menuIntro}</p>
      {menu.is_usual && <p className="quiet">{words.usual}</p>}
      {edit.isRecovered && edit.hasChanges && (
        <Alert color="ochre" variant="light" icon={<IconHistory aria-hidden />} role="status">
          {words.recovered}
        </Alert>
      )}
      <form className="stack" onSubmit={submit} noValidate>
        <EntryList edit={edit} destinations={destinations} />
        {about !== undefined && <p className="field-error">{about}</p>}
        <Failure error={edit.saving.error} />
        <AddEntry edit={edit} destinations={destinations} />
        <MenuPreview entries={edit.rows} />
        <Actions edit={edit} isUsual={menu.is_usual} />
      </form>
    </section>
  );
}
