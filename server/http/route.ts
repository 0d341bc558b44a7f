import type { Request, Response } from 'express';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Reader } from '../services/reader.ts';

/** A JSON Schema of the API: it validates requests and is the API's description. */
export type ApiSchema = JsonObject;

/** Who may call a route at all. What a person may see is the services' business. */
export type Access = 'public' | 'session';

/** One door of the API: what it takes, what it answers, and ten lines that do it. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Express's form: `/api/tasks/:id`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: ApiSchema;
  readonly query?: ApiSchema;
  readonly body?: ApiSchema;
  /** The body is one file as multipart/form-data; the handler reads it. */
  readonly upload?: true;
  /** What it answers when all is well; other types than JSON are named. */
  readonly answer: { readonly status: number; readonly schema?: ApiSchema; readonly type?: string };
  handle(call: Call): Promise<unknown>;
}

/** A call that was validated: values are new objects, never what the client sent. */
export interface Call {
  readonly request: Request;
  readonly response: Response;
  readonly params: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: string | undefined };
  readonly body: JsonObject;
  /** Throws on a public route without a session. */
  readonly reader: Reader;
  /** The id of the command that this call makes: the client's key if it sent one, else a new one. */
  readonly command: string;
}

/** A route whose handler has written the response itself. */
export const ANSWERED = Symbol('answered');
