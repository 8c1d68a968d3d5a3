// What to mend before publishing, beside the text: each finding says what, why, and leads to its place.
import { IconAlertTriangle, IconBulb, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { checkContent } from '../../api/contents';
import type { CheckRequest, Finding } from '../../api/types';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { useDebounced } from './use_debounced';

export type Place = Pick<Finding, 'field' | 'block' | 'line'>;

interface ChecksProps {
  input: CheckRequest;
  onGo: (place: Place) => void;
}

function Row({ finding, onGo }: { finding: Finding; onGo: (place: Place) => void }) {
  const isBlocking = finding.severity === 'blocking';
  const Icon = isBlocking ? IconAlertTriangle : IconBulb;
  return (
    <li className={`finding finding-${finding.severity}`}>
      <Icon size={22} aria-hidden />
      <div>
        {isBlocking && <p className="finding-must">{fr.checks.mustMend}</p>}
        <p>
          <strong>{finding.problem}</strong>
        </p>
        <p className="quiet">{finding.remedy}</p>
        <button type="button" className="plain-button" onClick={() => onGo(finding)}>
          {fr.checks.goTo}
          <span className="sr-only">{fr.checks.goToWhat(finding.problem)}</span>
        </button>
      </div>
    </li>
  );
}

function summaryOf(findings: Finding[]): string {
  const blocking = findings.filter((finding) => finding.severity === 'blocking').length;
  const parts = [blocking > 0 && fr.checks.blocking(blocking), findings.length > blocking && fr.checks.advice(findings.length - blocking)];
  return findings.length === 0 ? fr.checks.none : parts.filter((part) => part !== false).join(', ');
}

export default function Checks({ input, onGo }: ChecksProps) {
  const asked = useDebounced(JSON.stringify(input));
  const checks = useQuery({
    queryKey: ['checks', asked],
    queryFn: () => checkContent(JSON.parse(asked) as CheckRequest),
    placeholderData: (previous) => previous,
    staleTime: Infinity,
    gcTime: 0,
  });
  const findings = checks.data;
  return (
    <section className="panel checks" aria-labelledby="verifications">
      <h2 id="verifications">{fr.checks.title}</h2>
      <Failure error={checks.error} onRetry={() => void checks.refetch()} />
      <p role="status" className={findings?.length === 0 ? 'checks-good' : undefined}>
        {findings?.length === 0 && <IconCircleCheck size={20} aria-hidden />}
        {findings === undefined ? fr.checks.waiting : summaryOf(findings)}
      </p>
      {findings !== undefined && findings.length > 0 && (
        <ul className="findings">
          {findings.map((finding, index) => (
            <Row key={`${index}.${finding.key}`} finding={finding} onGo={onGo} />
          ))}
        </ul>
      )}
    </section>
  );
}
