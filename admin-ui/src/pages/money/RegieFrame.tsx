// The pages of one régie: where one is, and the way to the others.
import type { ReactNode } from 'react';
import { Link, NavLink, useParams } from 'react-router-dom';
import { useRegie, type Regie } from '../../api/money';
import { Page } from '../../app/page';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { fr } from '../../locales/fr';
import '../../styles/contents.css';
import '../../styles/money.css';

const words = fr.money;
const places = [
  ['journee', words.day],
  ['sommes', words.owed],
  ['bordereaux', words.bordereaux],
  ['mois', words.month],
  ['ecarts', words.discrepancies],
  ['reglages', words.settings],
] as const;

interface FrameProps {
  title: string;
  intro?: string;
  children: (regie: Regie) => ReactNode;
}

export function RegieFrame({ title, intro, children }: FrameProps) {
  const id = Number(useParams()['id']);
  const regie = useRegie(id);
  const before = (
    <>
      <p>
        <Link to="/argent">{words.back}</Link>
      </p>
      {regie.data !== undefined && (
        <p className="quiet">
          {words.numbered(regie.data.number)} · {regie.data.name}
        </p>
      )}
      <nav aria-label={words.places}>
        <ul className="money-places">
          {places.map(([place, label]) => (
            <li key={place}>
              <NavLink className="money-place" to={`/argent/${id}/${place}`}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
  return (
    <Page title={title} intro={intro === undefined ? undefined : <p>{intro}</p>} before={before}>
      {regie.isPending && <Loading />}
      <Failure error={regie.error} onRetry={() => void regie.refetch()} />
      {regie.data !== undefined && children(regie.data)}
    </Page>
  );
}
