import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as a mail server got it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  /** A header, decoded; every header of that name. */
  header(name: string): readonly string[];
  /** The parts of the body, decoded, by their type. */
  part(type: string): string;
}

export interface TestSmtpServer {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** Receivers that it refuses for good. */
  readonly refused: Set<string>;
  close(): Promise<void>;
}

/** A real SMTP server on a loopback port. */
export async function openSmtpServer(port = 0): Promise<TestSmtpServer> {
  const received: ReceivedMail[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(address, _session, done) {
      if (!refused.has(address.address)) return done();
      done(Object.assign(new Error('No such person'), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const from = session.envelope.mailFrom;
        received.push(
          readMail(Buffer.concat(pieces).toString('utf8'), {
            from: from === false ? '' : from.address,
            to: session.envelope.rcptTo.map(({ address }) => address),
          }),
        );
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    received,
    refused,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readMail(raw: string, envelope: Pick<ReceivedMail, 'from' | 'to'>): ReceivedMail {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return {
    ...envelope,
    raw,
    header: (name) =>
      lines
        .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
        .map((line) => decodeWords(line.slice(name.length + 1).trim())),
    part(type) {
      const piece = raw.split(/\r\n--[^\r\n]+/).find((one) => one.includes(`Content-Type: ${type}`)) ?? '';
      const at = piece.indexOf('\r\n\r\n');
      const body = piece.slice(at + 4);
      const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(piece.slice(0, at))?.[1]?.toLowerCase();
      if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
      return encoding === 'quoted-printable' ? decodeQuoted(body.replace(/=\r\n/g, '')) : body;
    },
  };
}

/** RFC 2047: `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, kind: string, value: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(value, 'base64').toString('utf8')
        : decodeQuoted(value.replaceAll('_', ' ')),
    );
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
