import { EngineError } from '../../engine/model/engine-error.ts';
import type { Json, JsonObject } from '../../engine/model/json.ts';
import { sameText } from '../../engine/model/language.ts';
import { isoOf } from '../../engine/step/run.ts';
import { checkSettings, listSettings, settingKind } from '../plant/check-settings.ts';
import { SETTINGS_PART } from '../plant/plant-part.ts';
import { settingAt, type SettingValues, withChange } from '../plant/settings-in-force.ts';
import {
  demandPlantChange,
  type PartChange,
  partView,
  type PlantAdminParts,
  putPart,
  refuseProblems,
} from './plant-parts.ts';
import { namedRole, type Reader, say } from './reader.ts';
import type { SettingGroupView, SettingsView, SettingView } from './views/plant-view.ts';

const SETTINGS = { kind: 'settings', id: SETTINGS_PART.slice('settings:'.length) } as const;
/** A change further ahead is a slip of the pen, not a plan. */
const FURTHEST_MS = 2 * 366 * 86_400_000;
const TOP_GROUP = /^\/[^/]+/;

export interface SettingsChange extends PartChange {
  readonly values: SettingValues;
  /** From when on they hold; null: at once. */
  readonly fromAt: number | null;
}

export interface PlantSettingsService {
  get(reader: Reader): SettingsView;
  /** Sets values from a moment on. Throws `plant.invalid` with every problem, `record.conflict`. PS5, PS6 */
  put(reader: Reader, change: SettingsChange): Promise<SettingsView>;
}

export function openPlantSettings(parts: PlantAdminParts): PlantSettingsService {
  const { keeper, clock } = parts;
  const shipped = (): JsonObject =>
    keeper.files.settings.findLast(({ fromAt }) => fromAt <= clock.now())?.settings ?? {};
  const get = (reader: Reader): SettingsView => ({
    groups: Object.keys(shipped()).map((name) => groupView(name, reader)),
    ...partView(keeper, reader, SETTINGS),
  });
  const groupView = (name: string, reader: Reader): SettingGroupView => ({
    pointer: `/${name}`,
    title: titleOf(`/${name}`, reader),
    settings: listSettings(shipped())
      .filter(({ pointer }) => TOP_GROUP.exec(pointer)?.[0] === `/${name}`)
      .map((setting) => settingView(setting, reader)),
  });
  const settingView = ({ pointer, value: ships }: { pointer: string; value: Json }, reader: Reader): SettingView => {
    const value = settingAt(keeper.plant().settings as JsonObject, pointer) ?? null;
    const kind = settingKind(pointer, ships);
    return {
      pointer,
      kind,
      value,
      title: titleOf(pointer, reader),
      shown: Array.isArray(value) ? value.map((role) => namedRole(reader, String(role)).title) : [],
      editable: kind !== 'list',
      optional: ships === null,
      coming: keeper
        .plantSettings()
        .coming.filter(({ values, fromAt }) => fromAt > clock.now() && Object.hasOwn(values, pointer))
        .map(({ values, fromAt }) => ({ from: isoOf(fromAt), value: values[pointer] ?? null })),
    };
  };
  /** A value without a title of its own is called by its group and its key: "Time limits · S1". */
  const titleOf = (pointer: string, reader: Reader): string => {
    const known = keeper.files.settingTitles.get(pointer);
    if (known !== undefined) return say(reader, known);
    const cut = pointer.lastIndexOf('/');
    const key = pointer.slice(cut + 1);
    return cut <= 0 ? say(reader, sameText(key)) : `${titleOf(pointer.slice(0, cut), reader)} · ${key}`;
  };
  return {
    get,
    async put(reader, { values, fromAt, ...change }) {
      demandPlantChange(reader);
      const now = clock.now();
      const { calendars, ladders } = keeper.plant();
      refuseProblems(reader, checkSettings(shipped(), values, { calendars, ladders }));
      if (fromAt !== null && (fromAt < now || fromAt > now + FURTHEST_MS)) throw dateRefused();
      const from = { fromAt: fromAt ?? now, values };
      const value = withChange(keeper.plantSettings(), from, now) as unknown as Json;
      await putPart(parts, reader, { ...change, ...SETTINGS, value, change: { values, from: isoOf(from.fromAt) } });
      return get(reader);
    },
  };
}

function dateRefused(): EngineError {
  return new EngineError(
    'plant.invalid',
    'Nothing was changed. Settings hold from now on or from a later day, at most two years ahead: what was decided by the old ones stays decided.',
    { params: { reason: 'date' } },
  );
}
