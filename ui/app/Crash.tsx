import { IconPlugX } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { useTexts } from '../texts/TextsProvider.tsx';

/** Catches what a page throws, so that a mistake of ours is a sentence and not a white window. */
export class Crash extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

/** What is said then. To load the page again helps more often than anything else. */
function Crashed() {
  const { parts } = useTexts();
  return (
    <main>
      <EmptyState
        page
        tone="error"
        icon={<IconPlugX size={28} aria-hidden />}
        title={parts.errorTitle}
        acts={
          <Button kind="main" onClick={() => location.reload()}>
            {parts.tryNow}
          </Button>
        }
        foot={<span className="gf-code">page.failed</span>}
      >
        {parts.errorText}
      </EmptyState>
    </main>
  );
}
