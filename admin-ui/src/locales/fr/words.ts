// Numbers and plurals as French writes them.
export const numberText = (count: number): string => count.toLocaleString('fr-FR'); // "1 000"
export const plural = (count: number, one: string, many: string): string => `${numberText(count)} ${count < 2 ? one : many}`;
