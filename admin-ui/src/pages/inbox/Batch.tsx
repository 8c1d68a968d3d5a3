// One deed on the chosen cases: what it will do is said first, then how far it is, then what it could not.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useBulk, useBulkProgress, type BulkRequest } from '../../api/cases';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';

const words = fr.batch;
const states = ['in_progress', 'accepted', 'refused', 'closed'] as const;

interface BatchProps {
  ids: number[];
  agents: { id: number; name: string }[];
  onClose: () => void;
}

function Progress({ id, onClose }: { id: number; onClose: () => void }) {
  const job = useBulkProgress(id).data;
  if (job === undefined) return null;
  return (
    <div className="stack" role="status">
      <progress value={job.done} max={Math.max(job.total, 1)} aria-label={words.progress(job.done, job.total)} />
      <p>{job.is_finished ? words.done(job.total - job.refused.length) : words.progress(job.done, job.total)}</p>
      {job.refused.length > 0 && (
        <ul>
          {job.refused.map((each) => (
            <li key={each.reference}>{words.refusedOne(each.reference, each.reason)}</li>
          ))}
        </ul>
      )}
      {job.is_finished && (
        <div>
          <Button variant="default" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      )}
    </div>
  );
}

export function Batch({ ids, agents, onClose }: BatchProps) {
  const check = useBulk();
  const run = useBulk();
  const [action, setAction] = useState<BulkRequest['action']>('assign');
  const [value, setValue] = useState('0');
  const [reason, setReason] = useState('');
  const request = (dry_run: boolean): BulkRequest => ({ ids, action, value, ...(reason === '' ? {} : { reason }), dry_run });
  const pick = (next: BulkRequest['action']) => {
    check.reset();
    setAction(next);
    setValue(next === 'assign' ? '0' : next === 'state' ? 'in_progress' : '');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate(request(true));
  };
  const jobId = run.data?.job_id ?? null;
  const plan = check.data;
  return (
    <section className="panel batch" aria-label={words.chosen(ids.length)}>
      <p>
        <strong>{words.chosen(ids.length)}</strong>
      </p>
      {jobId !== null ? (
        <Progress id={jobId} onClose={onClose} />
      ) : (
        <form className="stack" onSubmit={submit}>
          <div className="batch-row">
            <NativeSelect
              label={words.action}
              value={action}
              data={(['assign', 'label', 'state'] as const).map((key) => ({ value: key, label: words.actions[key] }))}
              onChange={(event) => pick(event.currentTarget.value as BulkRequest['action'])}
            />
            {action === 'label' ? (
              <TextInput label={words.value.label} maxLength={40} value={value} onChange={(event) => setValue(event.currentTarget.value)} />
            ) : (
              <NativeSelect
                label={words.value[action]}
                value={value}
                data={
                  action === 'assign'
                    ? [{ value: '0', label: words.nobodys }, ...agents.map(({ id, name }) => ({ value: String(id), label: name }))]
                    : states.map((state) => ({ value: state, label: fr.state[state].label }))
                }
                onChange={(event) => setValue(event.currentTarget.value)}
              />
            )}
          </div>
          {action === 'state' && (
            <Textarea label={words.reason} rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          )}
          <Failure error={check.error ?? run.error} />
          {plan !== undefined && (
            <p role="status">
              {words.plan(plan.possible)} {plan.refused_count > 0 && words.refused(plan.refused_count, plan.refused.join(', '))}
            </p>
          )}
          <div className="batch-row">
            <Button type="submit" variant="default" loading={check.isPending}>
              {words.check}
            </Button>
            {plan !== undefined && plan.possible > 0 && (
              <Button loading={run.isPending} onClick={() => run.mutate(request(false))}>
                {words.run}
              </Button>
            )}
          </div>
        </form>
      )}
    </section>
  );
}
