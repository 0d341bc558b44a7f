import { EngineError } from '../../engine/model/engine-error.ts';
import type { Json } from '../../engine/model/json.ts';
import type { Ladder } from '../../engine/model/person.ts';
import { lintLadder } from '../../engine/workflow/ladder/lint-ladder.ts';
import {
  demandPlantChange,
  type PartChange,
  partView,
  type PlantAdminParts,
  putPart,
  refuseProblems,
} from './plant-parts.ts';
import { type Reader, say } from './reader.ts';
import type { LadderView } from './views/plant-view.ts';
import type { Page } from './views/shared-views.ts';

export interface PlantLadders {
  list(reader: Reader): Page<LadderView>;
  /** Throws `ladder.not_found`. */
  get(reader: Reader, id: string): LadderView;
  /** Changes a ladder for tasks that open from now on. Throws `plant.invalid` with every problem. PS1 */
  put(reader: Reader, ladder: Ladder, change: PartChange): Promise<LadderView>;
}

export function openPlantLadders(parts: PlantAdminParts): PlantLadders {
  const { keeper } = parts;
  const view = (reader: Reader, { id, title, levels }: Ladder): LadderView => ({
    id,
    title: say(reader, title),
    titles: title,
    levels,
    ...partView(keeper, reader, { kind: 'ladder', id }),
  });
  const get = (reader: Reader, id: string): LadderView => {
    const ladder = keeper.plant().ladders.get(id);
    if (ladder === undefined) throw new EngineError('ladder.not_found', `There is no ladder "${id}".`);
    return view(reader, ladder);
  };
  return {
    list: (reader) => ({ items: [...keeper.plant().ladders.values()].map((one) => view(reader, one)), next: null }),
    get,
    async put(reader, ladder, change) {
      demandPlantChange(reader);
      get(reader, ladder.id);
      const { roles, calendars } = keeper.plant();
      refuseProblems(reader, lintLadder(ladder, { roles, calendars }));
      const value = ladder as unknown as Json;
      await putPart(parts, reader, { ...change, kind: 'ladder', id: ladder.id, value, change: value });
      return get(reader, ladder.id);
    },
  };
}
