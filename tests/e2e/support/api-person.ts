import { samplePdf } from '../../../server/demo/sample-pdf.ts';
import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import type { TaskView } from '../../../server/services/views/task-view.ts';
import type { JsonObject } from '../../../engine/model/json.ts';

/** Somebody who works without a browser, so that a test can begin where it wants to. */
export interface ApiPerson {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  /** A small PDF that is stored and may be named by an answer. */
  upload(name: string): Promise<JsonObject>;
  /** Completes the open task of this step. */
  complete(
    instance: InstanceView,
    step: { readonly state: string; readonly outcome: string; readonly answers: JsonObject },
  ): Promise<InstanceView>;
}

/** Signs in over HTTP. */
export async function openApiPerson(base: string, login: string): Promise<ApiPerson> {
  const signedIn = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'gemba' }),
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { csrfToken } = await read<{ csrfToken: string }>(signedIn);
  const changing = { cookie, 'x-csrf-token': csrfToken };
  const get = async <T>(path: string): Promise<T> => read<T>(await fetch(base + path, { headers: { cookie } }));
  const send = async <T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T> =>
    read<T>(
      await fetch(base + path, {
        method,
        headers: { ...changing, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  const post = <T>(path: string, body: unknown): Promise<T> => send<T>('POST', path, body);
  return {
    get,
    post,
    put: (path, body) => send('PUT', path, body),
    async upload(name) {
      const form = new FormData();
      form.append('file', new Blob([samplePdf(name) as never], { type: 'application/pdf' }), name);
      return read(await fetch(`${base}/api/files`, { method: 'POST', headers: changing, body: form }));
    },
    async complete(instance, { state, outcome, answers }) {
      const { tasks } = await settled(get, instance.id);
      const task = tasks.find((open) => open.state === state);
      if (task === undefined)
        throw new Error(`No task of "${state}" is open; open are ${tasks.map((open) => open.state).join(', ')}.`);
      const signature = await signatureFor({ get, login }, task.id, outcome);
      await post(`/api/tasks/${task.id}/complete`, { outcome, answers, ...signature });
      return settled(get, instance.id);
    },
  };
}

/** The signature that an outcome needs, as the person gives it with their password; nothing where none is asked for. */
export async function signatureFor(
  { get, login }: { readonly get: ApiPerson['get']; readonly login: string },
  id: string,
  outcome: string,
): Promise<JsonObject> {
  const task = await get<TaskView>(`/api/tasks/${id}`);
  const sign = task.outcomes.find((one) => one.outcome === outcome)?.sign ?? null;
  if (sign === null) return {};
  const reason = sign.reasonNeeded ? { reason: 'As agreed' } : {};
  return { signature: { login, password: 'gemba', meaning: sign.meaning, shown: task.toSign, ...reason } };
}

const SETTLE_MS = 10_000;

/** The case once the system has done what it was asked to. */
async function settled(get: ApiPerson['get'], id: string): Promise<InstanceView> {
  const until = Date.now() + SETTLE_MS;
  for (;;) {
    const instance = await get<InstanceView>(`/api/instances/${id}`);
    if (instance.effects.length === 0) return instance;
    if (Date.now() > until)
      throw new Error(`${instance.number} still waits for ${instance.effects.map(({ title }) => title).join(', ')}.`);
  }
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}
