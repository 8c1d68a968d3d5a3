// Files chosen on this device, each with its description, on their way to the server one after the other.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { uploadMedia, type Description } from '../../api/media';
import { messageOf, ApiError } from '../../api/errors';
import type { Media } from '../../api/types';
import { fr } from '../../locales/fr';

const limitMegabytes = 10;

export interface Waiting extends Description {
  key: number;
  file: File;
  preview: string | null; // address of the picture in this browser
  progress: number | null; // share sent, null while it waits
  error: string;
}

export const isImage = (file: File): boolean => file.type.startsWith('image/');

let lastKey = 0;

function waitingFor(file: File): Waiting {
  lastKey += 1;
  const isTooHeavy = file.size > limitMegabytes * 1024 * 1024;
  return {
    key: lastKey,
    file,
    preview: isImage(file) ? URL.createObjectURL(file) : null,
    progress: null,
    error: isTooHeavy ? fr.media.tooHeavy(limitMegabytes) : '',
    alt: '',
    decorative: false,
  };
}

function sentence(error: unknown): string {
  const fields = error instanceof ApiError ? Object.values(error.fields) : [];
  return fields.length > 0 ? fields.join(' ') : messageOf(error);
}

export function useUploadQueue(onAdded: (media: Media) => void) {
  const queries = useQueryClient();
  const [items, setItems] = useState<Waiting[]>([]);
  const controllers = useRef(new Map<number, AbortController>());
  const change = (key: number, part: Partial<Waiting>) => setItems((all) => all.map((item) => (item.key === key ? { ...item, ...part } : item)));
  const drop = (key: number) => setItems((all) => all.filter((item) => item.key !== key));

  useEffect(() => {
    const running = controllers.current;
    return () => running.forEach((controller) => controller.abort());
  }, []);

  const send = async (item: Waiting): Promise<void> => {
    if (isImage(item.file) && item.alt.trim() === '' && !item.decorative) return change(item.key, { error: fr.media.altMissing });
    const controller = new AbortController();
    controllers.current.set(item.key, controller);
    change(item.key, { progress: 0, error: '' });
    try {
      const media = await uploadMedia(item.file, { alt: item.alt.trim(), decorative: item.decorative }, (progress) => change(item.key, { progress }), controller.signal);
      if (item.preview !== null) URL.revokeObjectURL(item.preview);
      drop(item.key);
      void queries.invalidateQueries({ queryKey: ['media'] });
      onAdded(media);
    } catch (error) {
      const isStopped = error instanceof DOMException && error.name === 'AbortError';
      change(item.key, { progress: null, error: isStopped ? '' : sentence(error) });
    } finally {
      controllers.current.delete(item.key);
    }
  };

  return {
    items,
    add: (files: Iterable<File>) => setItems((all) => [...all, ...[...files].map(waitingFor)]),
    change,
    drop,
    send,
    // One at a time: a slow line carries one photo better than five.
    sendAll: async () => {
      for (const item of items) if (item.progress === null) await send(item);
    },
    stop: (key: number) => controllers.current.get(key)?.abort(),
  };
}
