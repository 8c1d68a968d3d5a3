// Saves a text by itself at most two seconds after a change, one request at a time, and tries again until it works.
import { ApiError, messageOf } from '../../api/errors';

export type SaveStatus =
  | { kind: 'idle' }
  | { kind: 'pending' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'failed'; message: string; retryInSeconds: number }
  | { kind: 'rejected'; message: string; fields: Record<string, string> } // waits for a correction
  | { kind: 'conflict'; error: ApiError }; // waits for a decision

export const pauseMs = 1_000; // after the last key
export const longestMs = 1_800; // after the first key
const retrySeconds = [5, 10, 30];

interface AutosaverOptions<T> {
  initial: T;
  save: (value: T) => Promise<void>;
  isSame: (a: T, b: T) => boolean;
}

const conflictCodes = ['edit_conflict', 'procedure_draft_stale'];

function isConflict(error: unknown): error is ApiError {
  return error instanceof ApiError && conflictCodes.includes(error.body.code);
}

function hasCurrent({ payload }: ApiError): boolean {
  return (payload as { current?: unknown } | undefined)?.current !== undefined;
}

export class Autosaver<T> {
  private status: SaveStatus = { kind: 'idle' };
  private value: T;
  private stored: T;
  private firstChangeAt = 0;
  private failures = 0;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: AutosaverOptions<T>) {
    this.value = options.initial;
    this.stored = options.initial;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): SaveStatus => this.status;

  isDirty(): boolean {
    return !this.options.isSame(this.value, this.stored);
  }

  change(value: T): void {
    const wasDirty = this.isDirty();
    this.value = value;
    if (this.status.kind === 'conflict') return;
    if (!this.isDirty()) return this.settle();
    if (!wasDirty) this.firstChangeAt = Date.now();
    if (this.running !== null || this.status.kind === 'failed') return;
    const sinceFirst = Date.now() - this.firstChangeAt;
    this.schedule(Math.min(pauseMs, Math.max(0, longestMs - sinceFirst)));
    this.set({ kind: 'pending' });
  }

  // Saves what is left now. Resolves to true when the server has everything.
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    await this.running;
    if (this.status.kind === 'conflict') return false;
    if (this.isDirty()) await this.run();
    return !this.isDirty();
  }

  // A conflict that another request met, such as publishing: nothing is saved before the decision.
  pauseAt(error: unknown): void {
    if (!isConflict(error) || !hasCurrent(error)) return; // nothing to choose from: the message alone is shown
    clearTimeout(this.timer);
    this.set({ kind: 'conflict', error });
  }

  // After a conflict: goes on from what the server holds; with the same value when mine is kept.
  resume(stored: T, value: T): void {
    this.stored = stored;
    this.value = value;
    this.set({ kind: 'idle' });
    if (this.isDirty()) void this.flush();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private run(): Promise<void> {
    this.running ??= this.saveOnce().finally(() => {
      this.running = null;
      this.followUp();
    });
    return this.running;
  }

  private async saveOnce(): Promise<void> {
    const value = this.value;
    this.set({ kind: 'saving' });
    try {
      await this.options.save(value);
      this.stored = value;
      this.failures = 0;
      this.set({ kind: 'saved', at: Math.floor(Date.now() / 1000) });
    } catch (error) {
      this.set(this.statusAfter(error));
    }
  }

  private followUp(): void {
    if (this.status.kind === 'failed') this.schedule(this.status.retryInSeconds * 1000);
    if (this.status.kind !== 'saved' || !this.isDirty()) return;
    this.firstChangeAt = Date.now();
    this.schedule(pauseMs);
    this.set({ kind: 'pending' });
  }

  private statusAfter(error: unknown): SaveStatus {
    if (isConflict(error)) return { kind: 'conflict', error };
    if (error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 401 && error.status !== 429) {
      return { kind: 'rejected', message: error.message, fields: error.fields };
    }
    const seconds = retrySeconds[Math.min(this.failures, retrySeconds.length - 1)] ?? 30;
    this.failures += 1;
    return { kind: 'failed', message: messageOf(error), retryInSeconds: seconds };
  }

  private settle(): void {
    clearTimeout(this.timer);
    if (this.status.kind === 'pending' || this.status.kind === 'rejected') this.set({ kind: 'idle' });
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), delayMs);
  }

  private set(status: SaveStatus): void {
    this.status = status;
    this.listeners.forEach((listener) => listener());
  }
}
