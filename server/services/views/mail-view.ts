/** `GET /api/me/mail`: which mails the reader gets. */
export interface MailChoiceView {
  /** False where the plant has no mail server: what is chosen holds once it has one. */
  readonly sends: boolean;
  /** The reader's own address. */
  readonly address: string | null;
  readonly immediate: boolean;
  readonly digest: boolean;
  /** The hour of the daily mail, `HH:MM` on the clock of the plant. */
  readonly digestAt: string;
}

/** A row of `GET /api/mails`. */
export interface FailedMailView {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly kind: 'immediate' | 'digest';
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly titles: readonly string[];
  readonly at: string;
  readonly dueAt: string | null;
  readonly sentAt: string | null;
  readonly attempts: number;
  readonly problem: { readonly code: string; readonly message: string } | null;
}
