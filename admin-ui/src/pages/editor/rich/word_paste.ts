// What Word, LibreOffice and web pages put on the clipboard, brought down to plain structure before the editor reads it.
const noise = [
  /<!--[\s\S]*?-->/g,
  /<!\[[^>]*\]>/g,
  /<(style|script|xml|title)\b[\s\S]*?<\/\1>/gi,
  /<\/?(?:o|w|v|m|st1):[^>]*>/gi,
  /<(?:meta|link)\b[^>]*>/gi,
];

const listParagraph = /<p\b[^>]*class="?MsoListParagraph[^>]*>([\s\S]*?)<\/p>/gi;
const marker = /<span\b[^>]*mso-list:\s*Ignore[^>]*>([\s\S]*?)<\/span>(?:\s*<\/span>)*/i;

const wordsOf = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ').trim();

function item(inside: string): string {
  const sign = wordsOf(marker.exec(inside)?.[1] ?? '');
  const kind = /^[0-9a-z]{1,3}[.)]$/i.test(sign) ? 'ol' : 'ul';
  return `<${kind}><li><p>${inside.replace(marker, '').trim()}</p></li></${kind}>`;
}

// The list is known by what stands between the conditional comments, so it is read before they go.
export function cleanPasted(html: string): string {
  const listed = html.replace(listParagraph, (_all, inside: string) => item(inside));
  const quiet = noise.reduce((text, pattern) => text.replace(pattern, ''), listed);
  return quiet
    .replace(/<\/ul>\s*<ul>|<\/ol>\s*<ol>/g, '')
    .replace(/<(\/?)h1\b/gi, '<$1h2') // the title of the page is the only one of the first level
    .replace(/<b\b[^>]*font-weight:\s*normal[^>]*>([\s\S]*)<\/b>/i, '$1') // Google Docs wraps everything in it
    .replace(/<p\b[^>]*>(?:\s|&nbsp;|<br[^>]*>|<\/?span[^>]*>)*<\/p>/gi, '');
}
