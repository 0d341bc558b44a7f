import { IconAlertOctagon } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../texts/TextsProvider.tsx';
import styles from './ErrorSummary.module.css';
import type { AnswerProblem } from './local-problems.ts';

/** What an attempt was refused for. */
export interface ErrorSummaryProps {
  readonly problems: readonly AnswerProblem[];
  /** Changes with each attempt: then the summary takes the focus. */
  readonly attempt: readonly AnswerProblem[];
}

/** All that an attempt was refused for, with a link to each field. */
export function ErrorSummary({ problems, attempt }: ErrorSummaryProps) {
  const { form } = useTexts();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt.length > 0) summary.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <div ref={summary} className={styles.summary} role="alert" tabIndex={-1}>
      <IconAlertOctagon size={17} aria-hidden />
      <div>
        <p className={styles.title}>{form.problems(problems.length)}</p>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.path} ${problem.code} ${problem.message}`}>
              <button type="button" className={styles.link} onClick={() => goTo(summary.current, problem.path)}>
                {problem.message}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Scrolls to a field and puts the focus into it; a problem of a whole list leads to the list. */
function goTo(summary: HTMLElement | null, path: string): void {
  const form = summary?.closest('[data-form]');
  const field = form?.querySelector(`[data-field=${JSON.stringify(path)}]`);
  // A part of an answer that has no place of its own leads to what it belongs to.
  if (field == null && path.lastIndexOf('/') > 0) return goTo(summary, path.slice(0, path.lastIndexOf('/')));
  if (!(field instanceof HTMLElement)) return;
  field.scrollIntoView({ block: 'center' });
  field.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true });
}

/** What in a field can take the focus; the first of it does. */
const FOCUSABLE = 'input:not([hidden]), textarea, select, button, [tabindex]';
