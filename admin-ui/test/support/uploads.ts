// The older door to the server, for files on their way up: answers as the test says.
import { vi } from 'vitest';

export interface SentFile {
  path: string;
  body: FormData;
}

// Every upload gets this answer; what was sent is kept. `reply` null leaves it on its way.
export function stubUploads(reply: { status: number; body: unknown } | null): SentFile[] {
  const sent: SentFile[] = [];
  class Upload {
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    status = 0;
    response: unknown = null;
    responseType = '';
    onload?: () => void;
    onerror?: () => void;
    onabort?: () => void;
    private path = '';

    open(_method: string, path: string): void {
      this.path = path;
    }
    abort(): void {
      this.onabort?.();
    }
    send(body: FormData): void {
      sent.push({ path: this.path, body });
      this.upload.onprogress?.({ loaded: 1, total: 2 });
      if (reply === null) return;
      this.status = reply.status;
      this.response = reply.body;
      queueMicrotask(() => this.onload?.());
    }
  }
  vi.stubGlobal('XMLHttpRequest', Upload);
  URL.createObjectURL = () => 'blob:image';
  URL.revokeObjectURL = () => {};
  return sent;
}
