import { mayView } from '../../../engine/step/people.ts';
import type { Changes } from '../../services/changes.ts';
import type { StreamView } from '../../services/views/stream-view.ts';
import { ANSWERED, type Route } from '../route.ts';

/** Often enough that no proxy thinks the line is dead. */
const HEARTBEAT_MS = 25_000;
/** A page that is open all day signs in again with its session; the line is opened anew by then. */
const LONGEST_LINE_MS = 30 * 60_000;

/** Server-sent events: "this list changed", to those who may see why. */
export function streamRoute(changes: Changes): Route {
  return {
    method: 'get',
    path: '/api/stream',
    summary: 'Server-sent events: a list changed',
    access: 'session',
    answer: { status: 200, type: 'text/event-stream' },
    async handle({ reader, request, response }) {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        Connection: 'keep-alive',
        'X-Accel-Buffering': 'no',
      });
      response.write(':open\n\n');
      const send = (event: StreamView): void => void response.write(`data: ${JSON.stringify(event)}\n\n`);
      const stop = changes.listen((change) => {
        if (change.kind === 'told') {
          if (change.person === reader.person.id) send({ list: 'notifications', instance: null });
        } else if (change.kind === 'make') {
          send({ list: 'make', instance: null });
        } else if (change.kind === 'case' && mayView(change.viewers, reader.person, reader.plant)) {
          send({ list: 'tasks', instance: change.instance });
          send({ list: 'instances', instance: change.instance });
        }
      });
      const beat = setInterval(() => response.write(':beat\n\n'), HEARTBEAT_MS);
      const limit = setTimeout(() => response.end(), LONGEST_LINE_MS);
      const forget = changes.onClose(() => response.end());
      const end = (): void => {
        stop();
        forget();
        clearInterval(beat);
        clearTimeout(limit);
      };
      request.on('close', end);
      return ANSWERED;
    },
  };
}
