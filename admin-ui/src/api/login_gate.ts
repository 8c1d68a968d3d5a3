// Holds the requests that met an ended session until somebody has logged in again.
type Listener = () => void;

interface Waiter {
  resume: () => void;
  abandon: () => void;
}

export class LoginGate {
  private waiters: Waiter[] = [];
  private readonly listeners = new Set<Listener>();

  readonly isClosed = (): boolean => this.waiters.length > 0;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  // Resolves to true once logged in, to false when the agent gave up.
  wait(): Promise<boolean> {
    return new Promise((resolve) => {
      this.waiters.push({ resume: () => resolve(true), abandon: () => resolve(false) });
      this.notify();
    });
  }

  open(): void {
    const waiting = this.take();
    waiting.forEach((waiter) => waiter.resume());
  }

  giveUp(): void {
    const waiting = this.take();
    waiting.forEach((waiter) => waiter.abandon());
  }

  private take(): Waiter[] {
    const waiting = this.waiters;
    this.waiters = [];
    this.notify();
    return waiting;
  }

  private notify(): void {
    this.listeners.forEach((listener) => listener());
  }
}

export const loginGate = new LoginGate();
