// Verdicts by page, and what readers wrote, each with one thing to do.
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useHandleFeedback } from '../../api/readers';
import type { FeedbackList, PageFeedback } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Empty } from '../../components/Empty';
import { Failure } from '../../components/Failure';
import { dateTimeText } from '../../components/time';
import { fr } from '../../locales/fr';

const nameOf = (page: { path: string; title: string | null }): string => (page.path === '/' ? fr.readers.home : (page.title ?? page.path));

function PageLink({ page }: { page: { path: string; title: string | null } }) {
  return (
    <a href={page.path} target="_blank" rel="noreferrer">
      {nameOf(page)} <span className="sr-only">{fr.common.newTab}</span>
    </a>
  );
}

function Remark({ item }: { item: PageFeedback }) {
  const announce = useAnnounce();
  const handle = useHandleFeedback();
  return (
    <li className="remark">
      <div>
        <h4>{fr.readers.reasons[item.reason]}</h4>
        {item.comment !== '' && <blockquote>{item.comment}</blockquote>}
        <p className="quiet">
          <PageLink page={item} /> · {dateTimeText(item.created_at)}
        </p>
        <Failure error={handle.error} />
      </div>
      {item.handled_at === null ? (
        <Button
          variant="default"
          leftSection={<IconCheck size={20} aria-hidden />}
          loading={handle.isPending}
          aria-label={fr.readers.handleOf(nameOf(item))}
          onClick={() => handle.mutate(item.id, { onSuccess: () => announce(fr.readers.done) })}
        >
          {fr.readers.handle}
        </Button>
      ) : (
        <p className="quiet">{fr.readers.handled(item.handled_by)}</p>
      )}
    </li>
  );
}

export function Opinions({ feedback }: { feedback: FeedbackList }) {
  if (feedback.pages.length === 0) {
    return (
      <Empty title={fr.readers.noOpinion}>
        <p>{fr.readers.noOpinionText}</p>
      </Empty>
    );
  }
  return (
    <div className="stack">
      <table className="figures" aria-labelledby="avis">
        <thead>
          <tr>
            <th scope="col">{fr.readers.page}</th>
            <th scope="col">{fr.readers.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {feedback.pages.map((page) => (
            <tr key={page.path}>
              <th scope="row">
                <PageLink page={page} />
              </th>
              <td>{fr.readers.verdicts(page.useful, page.not_useful)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {feedback.items.length > 0 && (
        <>
          <h3>{fr.readers.remarks}</h3>
          <ul className="remarks">
            {feedback.items.map((item) => (
              <Remark key={item.id} item={item} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
