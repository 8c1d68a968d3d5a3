// Short news of what was done: seen at the foot of the window, heard by screen readers.
import { IconCircleCheck } from '@tabler/icons-react';
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';

const shownMs = 6_000;

interface News {
  text: string;
  number: number; // the same words twice are two announcements
}

const AnnounceContext = createContext<(text: string) => void>(() => {});

export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

export function Announcer({ children }: { children: ReactNode }) {
  const [news, setNews] = useState<News | null>(null);
  const announce = useCallback((text: string) => setNews((last) => ({ text, number: (last?.number ?? 0) + 1 })), []);

  useEffect(() => {
    if (news === null) return undefined;
    const timer = setTimeout(() => setNews(null), shownMs);
    return () => clearTimeout(timer);
  }, [news]);

  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div className="announcer" role="status" aria-live="polite">
        {news !== null && (
          <p key={news.number} className="announcement">
            <IconCircleCheck size={22} aria-hidden /> {news.text}
          </p>
        )}
      </div>
    </AnnounceContext.Provider>
  );
}
