/** Keeps a fault of one screen from taking the window: says so, and mounts the screen again from what is saved. */
import { Component, type ReactNode } from 'react';
import { hrefOf } from '../route.ts';
import { frame } from '../strings/frame.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './frame.module.css';

interface Props {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main className={styles.alone}>
        <EmptyState
          level="h1"
          title={frame.brokenTitle}
          action={
            <>
              <Button variant="primary" onPress={() => this.setState({ broken: false })}>
                {frame.brokenAgain}
              </Button>
              <ButtonLink href={hrefOf({ place: 'desk' })}>{frame.brokenDesk}</ButtonLink>
            </>
          }
        >
          {frame.brokenSay}
        </EmptyState>
      </main>
    );
  }
}
