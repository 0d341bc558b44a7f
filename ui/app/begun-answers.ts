import { useHistoryState } from 'wouter/use-browser-location';
import { isJsonObject, type JsonObject } from '../../engine/model/json.ts';

/** What an address is opened with: a page that knows something hands it to the form it leads to. */
export interface BegunAnswers {
  readonly begun: JsonObject;
}

/** The answers that another page began this form with; undefined where it was opened by itself. They stay over a reload. */
export function useBegunAnswers(): JsonObject | undefined {
  const state = useHistoryState<unknown>();
  const begun = typeof state === 'object' && state !== null && 'begun' in state ? state.begun : undefined;
  return isJsonObject(begun as never) ? (begun as JsonObject) : undefined;
}
