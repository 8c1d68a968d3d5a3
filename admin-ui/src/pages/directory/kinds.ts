// Which directory is looked at: it lives in the address.
import { useSearchParams } from 'react-router-dom';
import type { DirectoryKind } from '../../api/directory';

export const kinds: DirectoryKind[] = ['elus', 'services', 'associations', 'commerces', 'sante', 'lieux'];

export function useKind(): DirectoryKind {
  const [parameters] = useSearchParams();
  return kinds.find((kind) => kind === parameters.get('type')) ?? 'services';
}
