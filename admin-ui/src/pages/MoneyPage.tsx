// The régies of the commune, and the way into each.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useRegies, type Regie } from '../api/money';
import { Page } from '../app/page';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { Badge } from '../components/StateBadge';
import { fr } from '../locales/fr';
import '../styles/contents.css';

const words = fr.money;

function Item({ regie }: { regie: Regie }) {
  return (
    <li>
      <Link className="content-item" to={`/argent/${regie.id}/journee`}>
        <span className="content-words">
          <strong>{regie.name}</strong>
          <span className="quiet">{words.numbered(regie.number)}</span>
        </span>
        {regie.closed_at === null ? (
          <Badge tone={regie.takes_payments ? 'good' : 'calm'}>{regie.takes_payments ? words.online : words.notOnline}</Badge>
        ) : (
          <Badge tone="calm">{words.closed}</Badge>
        )}
      </Link>
    </li>
  );
}

export default function MoneyPage() {
  const regies = useRegies();
  return (
    <Page title={words.title} intro={<p>{words.intro}</p>}>
      <div className="stack">
        <div>
          <Button component={Link} to="/argent/nouvelle" leftSection={<IconPlus size={20} aria-hidden />}>
            {words.create}
          </Button>
        </div>
        {regies.isPending && <Loading />}
        <Failure error={regies.error} onRetry={() => void regies.refetch()} />
        {regies.data?.items.length === 0 && (
          <Empty title={words.none}>
            <p>{words.noneText}</p>
          </Empty>
        )}
        <ul className="content-list">
          {regies.data?.items.map((regie) => (
            <Item key={regie.id} regie={regie} />
          ))}
        </ul>
      </div>
    </Page>
  );
}
