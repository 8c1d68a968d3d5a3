// The page as residents will see it, asked from the server a moment after each change.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { previewContent } from '../../api/contents';
import type { PreviewRequest } from '../../api/types';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { fillFrame } from './preview_html';
import { useDebounced } from './use_debounced';

function stayOnPage(event: Event): void {
  if ((event.target as Element | null)?.closest('a, button') !== null) event.preventDefault();
}

export default function Preview({ input }: { input: PreviewRequest }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const scrollTop = useRef(0);
  const asked = useDebounced(JSON.stringify(input));
  const preview = useQuery({
    queryKey: ['preview', asked],
    queryFn: () => previewContent(JSON.parse(asked) as PreviewRequest),
    placeholderData: (previous) => previous,
    staleTime: Infinity,
    gcTime: 0,
  });

  useEffect(() => {
    if (frame.current !== null && preview.data !== undefined) fillFrame(frame.current, preview.data);
  }, [preview.data]);

  // A new text replaces the document: links lead nowhere, and the reader stays at the same height.
  const settle = () => {
    const shown = frame.current?.contentWindow;
    if (!shown) return;
    shown.document.addEventListener('click', stayOnPage);
    shown.document.addEventListener('submit', (event) => event.preventDefault());
    shown.document.documentElement.scrollTop = scrollTop.current;
    shown.addEventListener('scroll', () => {
      scrollTop.current = shown.scrollY;
    });
  };

  // allow-same-origin without allow-scripts: the site's style sheet applies, nothing can run.
  return (
    <div className="preview">
      <p className="quiet">{fr.editor.previewNote}</p>
      <Failure error={preview.error} onRetry={() => void preview.refetch()} />
      <iframe ref={frame} className="preview-frame" title={fr.editor.previewTitle} sandbox="allow-same-origin" onLoad={settle} />
    </div>
  );
}
