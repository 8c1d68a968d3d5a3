// An address of the administration that leads nowhere.
import { Link } from 'react-router-dom';
import { Page } from '../app/page';
import { fr } from '../locales/fr';

export default function NotFoundPage() {
  return (
    <Page title={fr.notFound.title} intro={fr.notFound.text}>
      <p>
        <Link to="/">{fr.notFound.home}</Link>
      </p>
    </Page>
  );
}
