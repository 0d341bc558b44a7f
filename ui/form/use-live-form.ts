import { useEffect, useRef, useState } from 'react';
import type { JsonObject } from '../../engine/model/json.ts';
import { useClient } from '../api/ClientProvider.tsx';
import type { FormView } from '../../server/services/views/shared-views.ts';
import type { SchemaFormProps } from './SchemaForm.tsx';
import { useFormat } from '../texts/TextsProvider.tsx';
import { hasLiveParts, type LiveForm } from './live-form.ts';

type LiveOptions = Pick<SchemaFormProps, 'form' | 'answers' | 'data' | 'onChange'>;

const NOTHING: JsonObject = {};

/**
 * What the form works out while a person types; null until it is loaded, and for a form with nothing to work out.
 *
 * When it has loaded, the fields that can be computed from the answers so far are set at once.
 */
export function useLiveForm({ form, answers, data = NOTHING, onChange }: LiveOptions): LiveForm | null {
  const { clock } = useClient();
  const format = useFormat();
  const [live, setLive] = useState<{ readonly form: FormView; readonly live: LiveForm } | null>(null);
  const now = useRef({ answers, data, onChange });
  now.current = { answers, data, onChange };

  useEffect(() => {
    if (!hasLiveParts(form)) return;
    let wanted = true;
    void import('./live-expressions.ts').then(({ openLiveForm }) => {
      if (!wanted) return;
      const opened = openLiveForm(form, () => ({ data: now.current.data, now: new Date(clock.now()).toISOString() }), format);
      setLive({ form, live: opened });
      const computed = opened.compute(now.current.answers);
      if (JSON.stringify(computed) !== JSON.stringify(now.current.answers)) now.current.onChange(computed);
    });
    return () => {
      wanted = false;
    };
  }, [form, clock, format]);

  return live !== null && live.form === form ? live.live : null;
}
