import { EngineError } from '../../../engine/model/engine-error.ts';
import { translateError } from './translate-error.ts';

/** Every call says `store.closed` after the end, and lets no foreign error through. ST15, MG5 */
export function guardCalls<Calls extends object>(isClosed: () => boolean, calls: Calls): Calls {
  const closed = (): EngineError => new EngineError('store.closed', 'The store is closed. Open it again.');
  const guard =
    (call: (...args: never[]) => Promise<unknown>) =>
    async (...args: never[]): Promise<unknown> => {
      if (isClosed()) throw closed();
      try {
        return await call(...args);
      } catch (error) {
        // Whatever a call meets while the store is being closed comes from that.
        throw isClosed() ? closed() : translateError(error);
      }
    };
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [name, typeof call === 'function' ? guard(call as never) : call]),
  ) as Calls;
}
