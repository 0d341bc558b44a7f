import { createTransport } from 'nodemailer';
import { type FailureKind, type Mailer, MailFailure } from './mailer.ts';

/** Longer than any healthy server needs, shorter than the lease of a mail. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** Opens a mailer on `smtp://user:pass@host:port` (or `smtps:`), which is connected to for each mail. */
export function openSmtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html, messageId }) {
      await transport
        // The address is an object: no comma or bracket in it makes a second receiver.
        .sendMail({
          from,
          to: { ...to },
          subject,
          text,
          html,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        .catch((error: unknown) => {
          throw failureOf(error);
        });
    },
    close: () => transport.close(),
  };
}

/** Codes of the driver that say that no mail would get through now. */
const UNREACHABLE = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ECONNREFUSED', 'EAUTH', 'ETLS', 'EPROTOCOL'];

function failureOf(error: unknown): MailFailure {
  const { code, responseCode, message } = error as {
    readonly code?: string;
    readonly responseCode?: number;
    readonly message?: string;
  };
  const kind: FailureKind =
    code !== undefined && UNREACHABLE.includes(code)
      ? 'unreachable'
      : responseCode !== undefined && responseCode >= 500
        ? 'refused'
        : 'passing';
  return new MailFailure(kind, responseCode === undefined ? (code ?? 'smtp') : `smtp.${responseCode}`, message ?? '');
}
