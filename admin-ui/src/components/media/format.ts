// The format of a file in the letters that people know.
import type { Media } from '../../api/types';

// "fete.jpg" -> "JPG"
export function formatText({ name }: Pick<Media, 'name'>): string {
  const at = name.lastIndexOf('.');
  return at < 0 ? '' : name.slice(at + 1).toUpperCase();
}
