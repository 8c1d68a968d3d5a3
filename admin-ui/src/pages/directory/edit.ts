// A record as its form edits it.
import type { DirectoryEntry, EntryText } from '../../api/directory';

export type Edit = Omit<EntryText, 'latitude' | 'longitude' | 'pivots'> & { latitude: string; longitude: string; pivots: string };

const degreesText = (degrees: number | null) => (degrees === null ? '' : String(degrees).replace('.', ','));

export const newEdit: Edit = {
  name: '', category: '', description: '', address: '', postcode: '', city: '', latitude: '', longitude: '', phone: '', phone_2: '',
  email: '', website: '', hours: null, image_id: null, image_alt: '', details: {}, pivots: '', is_visible: true, contact_consent: false,
};

export function editOf(entry: DirectoryEntry): Edit {
  const kept = Object.fromEntries(Object.keys(newEdit).map((name) => [name, entry[name as keyof EntryText]])) as unknown as EntryText;
  return { ...kept, latitude: degreesText(entry.latitude), longitude: degreesText(entry.longitude), pivots: entry.pivots.join(', ') };
}

// What is no number is sent as one that the server refuses, beside the field.
function degrees(text: string): number | null {
  if (text.trim() === '') return null;
  const number = Number(text.trim().replace(',', '.'));
  return Number.isNaN(number) ? 999 : number;
}

export function textOf(edit: Edit): EntryText {
  const pivots = edit.pivots.split(/[\s,;]+/).filter((code) => code !== '');
  return { ...edit, latitude: degrees(edit.latitude), longitude: degrees(edit.longitude), pivots };
}
