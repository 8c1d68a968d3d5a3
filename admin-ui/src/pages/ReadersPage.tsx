// What residents read, and what they say of it.
import { useState } from 'react';
import { periods, useAudience, useFeedback, type Period } from '../api/readers';
import { Page } from '../app/page';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { fr } from '../locales/fr';
import { AudienceFigures } from './readers/AudienceFigures';
import { Opinions } from './readers/Opinions';
import '../styles/readers.css';

function PeriodChoice({ chosen, onChoose }: { chosen: Period; onChoose: (days: Period) => void }) {
  return (
    <div className="tabs" role="group" aria-label={fr.readers.period}>
      {periods.map((days) => (
        <button key={days} type="button" className="tab" aria-pressed={days === chosen} onClick={() => onChoose(days)}>
          {fr.readers.periods[days]}
        </button>
      ))}
    </div>
  );
}

function AudienceSection() {
  const [days, setDays] = useState<Period>(30);
  const audience = useAudience(days);
  return (
    <section aria-labelledby="lectures">
      <h2 id="lectures">{fr.readers.audience}</h2>
      <PeriodChoice chosen={days} onChoose={setDays} />
      {audience.isPending && <Loading />}
      <Failure error={audience.error} onRetry={() => void audience.refetch()} />
      {audience.data !== undefined && audience.data.total + audience.data.total_before > 0 && (
        <AudienceFigures audience={audience.data} period={fr.readers.periods[days]} />
      )}
      {audience.data?.total === 0 && audience.data.total_before === 0 && (
        <Empty title={fr.readers.nobody}>
          <p>{fr.readers.nobodyText}</p>
        </Empty>
      )}
    </section>
  );
}

function OpinionSection() {
  const feedback = useFeedback();
  return (
    <section aria-labelledby="avis">
      <h2 id="avis">{fr.readers.opinions}</h2>
      <p className="quiet">{fr.readers.opinionsIntro}</p>
      {feedback.isPending && <Loading />}
      <Failure error={feedback.error} onRetry={() => void feedback.refetch()} />
      {feedback.data !== undefined && <Opinions feedback={feedback.data} />}
    </section>
  );
}

export default function ReadersPage() {
  return (
    <Page title={fr.readers.title} intro={<p>{fr.readers.intro}</p>}>
      <div className="stack-wide">
        <AudienceSection />
        <OpinionSection />
      </div>
    </Page>
  );
}
