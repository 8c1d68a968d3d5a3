// The policy of the site takes HTML from one place only: this one, whose result goes into a frame where nothing can run.
interface HtmlPolicy {
  createHTML: (html: string) => string;
}

interface Factory {
  createPolicy: (name: string, rules: HtmlPolicy) => HtmlPolicy;
}

// Some browsers know no Trusted Types: they take the text itself.
const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
const policy = factory?.createPolicy('clocher-preview', { createHTML: (html) => html });

// React would turn the trusted value back into text, so the frame is filled by hand.
export function fillFrame(frame: HTMLIFrameElement, html: string): void {
  frame.srcdoc = policy === undefined ? html : policy.createHTML(html);
}
