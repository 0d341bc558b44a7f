import { useEffect, useRef, useState } from 'react';
import type { JsonObject } from '../../engine/model/json.ts';
import { useClient } from '../api/ClientProvider.tsx';
import type { FormView } from '../../server/services/views/shared-views.ts';
import { useFormat } from '../texts/TextsProvider.tsx';
import { hasLiveParts, type LiveForm } from './live-form.ts';

/** The same object each time, so that nothing is worked out anew for it. */
const NOTHING: JsonObject = {};

/** What the form works out while a person types; null until it is loaded, and for a form with nothing to work out. */
export function useLiveForm(form: FormView, data: JsonObject = NOTHING): LiveForm | null {
  const { clock } = useClient();
  const format = useFormat();
  const [live, setLive] = useState<{ readonly form: FormView; readonly live: LiveForm } | null>(null);
  const latest = useRef(data);
  latest.current = data;

  useEffect(() => {
    if (!hasLiveParts(form)) return;
    let wanted = true;
    import('./live-expressions.ts').then(
      ({ openLiveForm }) => {
        if (wanted)
          setLive({
            form,
            live: openLiveForm(
              form,
              () => ({ data: latest.current, now: new Date(clock.now()).toISOString() }),
              format,
            ),
          });
      },
      // Without a network nothing is worked out here; the server does it when the answers are sent.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [form, clock, format]);

  return live !== null && live.form === form ? live.live : null;
}
