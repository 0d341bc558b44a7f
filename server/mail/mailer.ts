/** A mail as it leaves. */
export interface Letter {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same at every attempt, so that a repeat after a crash is recognised. */
  readonly messageId: string;
}

/** Hands mails to a mail server. */
export interface Mailer {
  /** Resolves when the server has taken it. Throws `MailFailure`. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** `unreachable` concerns every mail, `passing` this one for now, `refused` this one for good. */
export type FailureKind = 'unreachable' | 'passing' | 'refused';

export class MailFailure extends Error {
  readonly kind: FailureKind;
  readonly code: string;

  constructor(kind: FailureKind, code: string, message: string) {
    super(message);
    this.name = 'MailFailure';
    this.kind = kind;
    this.code = code;
  }
}
