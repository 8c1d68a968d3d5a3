// What every screen does on arrival: its title in the tab, the focus on its heading, the top of the page.
import { useEffect, useRef, type ReactNode } from 'react';
import { useSession } from '../api/session';
import { fr } from '../locales/fr';

export function usePageTitle(title: string): void {
  const commune = useSession().data?.commune.name;
  useEffect(() => {
    document.title = [title, commune, fr.product].filter(Boolean).join(' – ');
  }, [title, commune]);
}

// False only for the first screen: the browser has placed the focus itself there.
let hasNavigated = false;

export function markNavigation(arrival: 'first screen' | 'navigation'): void {
  hasNavigated = arrival === 'navigation';
}

interface PageProps {
  title: string; // of the tab
  heading?: ReactNode;
  intro?: ReactNode;
  before?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

export function Page({ title, heading, intro, before, aside, children }: PageProps) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);
  useEffect(() => {
    if (!hasNavigated) return;
    window.scrollTo(0, 0);
    headingRef.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      {before}
      <header className="page-head">
        <div>
          <h1 ref={headingRef} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {intro !== undefined && <div className="page-intro">{intro}</div>}
        </div>
        {aside !== undefined && <div className="page-aside">{aside}</div>}
      </header>
      {children}
    </>
  );
}
