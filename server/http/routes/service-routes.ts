import type { JsonObject } from '../../../engine/model/json.ts';
import { EngineError } from '../../../engine/model/engine-error.ts';
import type { Route } from '../route.ts';
import { answerObject } from '../schemas.ts';

interface Parts {
  /** True while the server may take work: started, its store answering, not shutting down. */
  readonly isReady: () => Promise<boolean>;
  readonly openApi: () => JsonObject;
}

/** What machines ask: alive, ready, and how to talk to it. */
export function serviceRoutes({ isReady, openApi }: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/health',
      summary: 'Alive',
      access: 'public',
      answer: { status: 200, schema: answerObject({ status: { type: 'string' } }) },
      handle: async () => ({ status: 'ok' }),
    },
    {
      method: 'get',
      path: '/ready',
      summary: 'May serve',
      access: 'public',
      answer: { status: 200, schema: answerObject({ status: { type: 'string' } }) },
      async handle() {
        if (await isReady()) return { status: 'ready' };
        throw new EngineError('store.unavailable', 'The server cannot take work now. Ask again in a moment.');
      },
    },
    {
      method: 'get',
      path: '/api/openapi.json',
      summary: 'This description',
      access: 'public',
      answer: { status: 200, schema: { type: 'object' } },
      handle: async () => openApi(),
    },
  ];
}
