import { Agent, type IncomingMessage, request } from 'node:http';

/** Somebody who is signed in, with connections of their own. */
export interface HttpSession {
  /** Sends JSON and gives the JSON of the answer. Throws with its text unless the status says that all is well. */
  send(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown>;
  close(): void;
}

interface Answer {
  readonly text: string;
  readonly cookie: string | undefined;
}

/** Signs in at the server as the page does: a session cookie, and the token that every change must carry. */
export async function openHttpSession(origin: string, login: string): Promise<HttpSession> {
  const agent = new Agent({ keepAlive: true });
  const headers: { [name: string]: string } = { 'Content-Type': 'application/json' };
  const call = (method: string, path: string, body: object | undefined): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(`${origin}${path}`, { method, agent, headers }, (response) => {
        readAnswer(response).then(resolve, reject);
      });
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  const { text, cookie } = await call('POST', '/api/session', { login, password: 'gemba' });
  headers['Cookie'] = cookie ?? '';
  headers['X-CSRF-Token'] = (JSON.parse(text) as { readonly csrfToken: string }).csrfToken;
  return {
    send: async (method, path, body) => JSON.parse((await call(method, path, body)).text),
    close: () => agent.destroy(),
  };
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  let text = '';
  response.setEncoding('utf8');
  for await (const chunk of response) text += String(chunk);
  if ((response.statusCode ?? 500) >= 300) throw new Error(`${response.statusCode}: ${text}`);
  return { text, cookie: response.headers['set-cookie']?.[0]?.split(';')[0] };
}
