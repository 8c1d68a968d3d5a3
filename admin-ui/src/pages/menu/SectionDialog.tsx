// The name and the introduction of a section, new or not.
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Section, SectionEdit } from '../../api/site';
import { Dialog } from '../../components/Dialog';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { fieldsOf } from '../town_hall/SaveBar';

const words = fr.sections;

interface SectionDialogProps {
  opened: boolean;
  section?: Section;
  error: unknown;
  isBusy: boolean;
  onSave: (edit: SectionEdit) => void;
  onClose: () => void;
}

function SectionForm({ section, error, isBusy, onSave, onClose }: SectionDialogProps) {
  const [edit, setEdit] = useState<SectionEdit>({ title: section?.title ?? '', introduction_markdown: section?.introduction_markdown ?? '' });
  const [wasTried, setTried] = useState(false);
  const fields = fieldsOf(error);
  const isMissing = edit.title.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isMissing) onSave({ ...edit, title: edit.title.trim() });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {Object.keys(fields).length === 0 && <Failure error={error} />}
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={30}
        value={edit.title}
        error={wasTried && isMissing ? words.nameMissing : fields.title}
        onChange={(event) => setEdit({ ...edit, title: event.currentTarget.value })}
      />
      <Textarea
        label={words.introduction}
        description={words.introductionHint}
        rows={3}
        maxLength={2000}
        value={edit.introduction_markdown ?? ''}
        error={fields.introduction_markdown}
        onChange={(event) => setEdit({ ...edit, introduction_markdown: event.currentTarget.value })}
      />
      <div className="dialog-actions">
        <Button variant="default" onClick={onClose}>
          {fr.common.cancel}
        </Button>
        <Button type="submit" loading={isBusy}>
          {section === undefined ? words.createNow : words.renameNow}
        </Button>
      </div>
    </form>
  );
}

export function SectionDialog(props: SectionDialogProps) {
  return (
    <Dialog opened={props.opened} title={props.section === undefined ? words.create : words.rename} onClose={props.onClose}>
      <SectionForm {...props} />
    </Dialog>
  );
}
