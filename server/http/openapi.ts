import type { JsonObject } from '../../engine/model/json.ts';
import type { Route } from './route.ts';
import { PROBLEM } from './schemas.ts';

/** The API's description, made from the routes and schemas that validate it: it cannot say anything else. */
export function openApiOf(routes: readonly Route[], version: string): JsonObject {
  const paths: { [path: string]: { [method: string]: JsonObject } } = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gembaflow',
      version,
      description:
        'One door for our page, for other programs, and for tests. Every change may carry an Idempotency-Key: a repeat answers the first outcome.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'sid',
          description: 'Over https the cookie is called __Host-sid.',
        },
        csrf: {
          type: 'apiKey',
          in: 'header',
          name: 'X-CSRF-Token',
          description: 'The token that signing in gave; needed by every change.',
        },
      },
    },
  };
}

function operationOf(route: Route): JsonObject {
  const changes = route.method !== 'get';
  const { answer } = route;
  const content = {
    ...(answer.type === undefined ? {} : { [answer.type]: { schema: { type: 'string' } } }),
    ...(answer.schema === undefined ? {} : { 'application/json': { schema: answer.schema } }),
  };
  return {
    operationId: `${route.method} ${route.path}`.replace(/[^a-z]+/gi, '_'),
    summary: route.summary,
    ...(route.access === 'session' ? { security: [changes ? { session: [], csrf: [] } : { session: [] }] } : {}),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(changes ? [KEY_PARAMETER] : []),
    ],
    ...requestBodyOf(route),
    responses: {
      [String(answer.status)]: {
        description: route.summary,
        ...(Object.keys(content).length === 0 ? {} : { content }),
      },
      default: {
        description: 'What went wrong, and what to do',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const KEY_PARAMETER: JsonObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

function parametersOf(schema: JsonObject | undefined, place: 'path' | 'query'): readonly JsonObject[] {
  const properties = (schema?.['properties'] ?? {}) as { readonly [name: string]: JsonObject };
  const required = (schema?.['required'] ?? []) as readonly string[];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

function requestBodyOf(route: Route): JsonObject {
  if (route.upload === true)
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
              required: ['file'],
            },
          },
        },
      },
    };
  return route.body === undefined
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } };
}
