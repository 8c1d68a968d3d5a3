// Euros as they are typed and shown; the API counts in cents.
const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

export const euroText = (cents: number): string => euros.format(cents / 100);

// "12", "12,5", "12.50", "1 234,50 €" -> cents; null when it is none of these.
export function centsOf(typed: string): number | null {
  const text = typed.replace(/[\s\u00a0\u202f€]/g, '').replace('.', ',');
  const match = /^(\d{1,8})(?:,(\d{1,2}))?$/.exec(text);
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

// Of one form, until it has been accepted: sent twice, it is one deed.
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
