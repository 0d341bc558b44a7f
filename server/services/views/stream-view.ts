/**
 * One event of `GET /api/stream`: a list the reader may see has changed.
 *
 * Sent as a server-sent event without a name, `data` being this object. It says that something changed, never what:
 * whoever listens asks again, and so sees only what the reader may see.
 */
export interface StreamView {
  readonly list: 'tasks' | 'instances' | 'notifications' | 'make';
  /** The case it is about, where it is about one. */
  readonly instance: string | null;
}
