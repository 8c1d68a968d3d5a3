// An alert in one page: written, published, seen to be live, undone.
import { Button } from '@mantine/core';
import { IconCircleCheck, IconExternalLink } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { useDeleteContent, usePublishAlert } from '../api/contents';
import type { Content } from '../api/types';
import { useAnnounce } from '../app/Announcer';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { fr } from '../locales/fr';
import '../styles/alert.css';
import '../styles/contents.css';
import { blankAlert, endInWords, endOf, type AlertDraft } from './alert/alert_draft';
import { AlertForm } from './alert/AlertForm';
import { Running } from './alert/Running';

interface LiveProps {
  alert: Content;
  onUndone: () => void;
  onAnother: () => void;
}

function Live({ alert, onUndone, onAnother }: LiveProps) {
  const undo = useDeleteContent(alert.id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView?.({ block: 'center' });
  }, []);
  const { ends } = alert.details;
  return (
    <section className="panel narrow stack alert-live">
      <h2 ref={heading} tabIndex={-1}>
        <IconCircleCheck size={28} aria-hidden /> {fr.alert.live}
      </h2>
      <p className="alert-said">{alert.title}</p>
      <p>{fr.alert.liveText(endInWords(typeof ends === 'number' ? ends : null))}</p>
      <Failure error={undo.error} />
      <div className="notice-actions">
        <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(undefined, { onSuccess: onUndone })}>
          {fr.alert.undo}
        </Button>
        {alert.url !== null && (
          <a className="see-online" href={alert.url} target="_blank" rel="noreferrer">
            {fr.alert.see} <IconExternalLink size={18} aria-hidden />
            <span className="sr-only">{fr.common.newTab}</span>
          </a>
        )}
      </div>
      <p>
        <Link to={`/contenus/${alert.id}`}>{fr.alert.complete}</Link>
      </p>
      <div>
        <button type="button" className="plain-button" onClick={onAnother}>
          {fr.alert.another}
        </button>
      </div>
    </section>
  );
}

export default function AlertPage() {
  const announce = useAnnounce();
  const [draft, setDraft] = useState<AlertDraft>(blankAlert);
  const [live, setLive] = useState<Content | null>(null);
  const publish = usePublishAlert();
  const send = () => {
    const alert = { title: draft.text.trim(), severity: draft.severity, ends: endOf(draft) };
    publish.mutate(alert, {
      onSuccess: (content) => {
        setLive(content);
        announce(fr.alert.live);
      },
    });
  };
  const undone = () => {
    setLive(null);
    announce(fr.alert.undone);
  };
  const another = () => {
    setLive(null);
    setDraft(blankAlert);
  };
  return (
    <Page title={fr.alert.title} intro={fr.alert.intro}>
      <div className="stack-wide">
        {live === null ? (
          <AlertForm draft={draft} error={publish.error} isBusy={publish.isPending} onChange={setDraft} onPublish={send} />
        ) : (
          <Live alert={live} onUndone={undone} onAnother={another} />
        )}
        <Running except={live?.id ?? null} />
      </div>
    </Page>
  );
}
