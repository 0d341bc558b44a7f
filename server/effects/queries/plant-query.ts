import type { Json, JsonObject } from '../../../engine/model/json.ts';
import type { QueryParts } from '../query.ts';

/** One read-only question about the plant, with the shape of what goes in and what comes out. */
export interface PlantQuery {
  readonly id: string;
  readonly input: JsonObject;
  readonly output: JsonObject;
  run(input: JsonObject, parts: QueryParts): Promise<Json>;
}
