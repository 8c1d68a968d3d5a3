// Catches a fault of ours in a screen, so that the agent reads a sentence instead of a blank page.
import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { fr } from '../locales/fr';

interface State {
  isBroken: boolean;
}

export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main className="centered" role="alert">
        <h1>{fr.error.crashTitle}</h1>
        <p>{fr.error.crashText}</p>
        <Button onClick={() => window.location.reload()}>{fr.error.reload}</Button>
      </main>
    );
  }
}
