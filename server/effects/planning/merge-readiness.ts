import type { JsonObject } from '../../../engine/model/json.ts';
import { count, list, text } from './operation.ts';

/** What a line is asked about before it is issued; `environment` is answered with the machine. */
const KINDS = ['man', 'machine', 'material', 'method', 'measure', 'environment'] as const;
type Kind = (typeof KINDS)[number];

/** Kinds whose red line is a shortage that others are called for, with its cause there. */
const SHORTAGES: { readonly [kind in Kind]?: string } = {
  material: 'supply_interruption',
  man: 'labour_shortage',
  machine: 'key_equipment_failure',
};

/** The answers of the departments: one row a line in each list; a list that is missing was not answered in time. */
export interface ReadinessAnswers {
  /** The lines as the departments saw them. */
  readonly asked: readonly JsonObject[];
  readonly answers: { readonly [kind: string]: readonly JsonObject[] };
  /** `line/kind` of shortages that were reported before. */
  readonly started: readonly string[];
}

export interface MergedReadiness {
  readonly lines: readonly JsonObject[];
  readonly reds: readonly JsonObject[];
  /** Kinds that nobody answered for. */
  readonly missing: readonly string[];
  /** Shortages that nobody was told of yet, each with the answers of its report. */
  readonly to_start: readonly JsonObject[];
  readonly started: readonly string[];
}

/**
 * Puts the answers of the departments to the lines. What nobody answered is amber.
 *
 * An answer counts as long as its line is what was asked about: the same operation on the same work centre in the same
 * shift. A red answer on material no longer counts when fewer pieces are planned than were asked about.
 */
export function mergeReadiness(lines: readonly JsonObject[], given: ReadinessAnswers): MergedReadiness {
  const merged = lines.map((line) => {
    const found = KINDS.map((kind) => [kind, answerOf(line, kind, given)] as const);
    const colours = found.map(([, answer]) => answer?.colour ?? 'amber');
    return {
      ...line,
      ...Object.fromEntries(found.map(([kind, answer]) => [kind, answer?.colour ?? 'amber'])),
      readiness: colours.includes('red') ? 'red' : colours.includes('amber') ? 'amber' : 'green',
      note: [...new Set(found.flatMap(([, answer]) => (answer?.note ? [answer.note] : [])))].join(' · ') || null,
    };
  });
  const reds = merged.flatMap((line: JsonObject) =>
    KINDS.filter((kind) => line[kind] === 'red').map((kind) => ({
      line: text(line['id']),
      kind,
      note: answerOf(line, kind, given)?.note ?? null,
    })),
  );
  const toStart = merged.flatMap((line: JsonObject) => reportsOf(line, given));
  return {
    lines: merged,
    reds,
    missing: ['man', 'machine', 'material', 'method', 'measure'].filter((kind) => given.answers[kind] === undefined),
    to_start: toStart,
    started: [...given.started, ...toStart.map(({ key }) => text(key))],
  };
}

interface Answer {
  readonly colour: string;
  readonly note: string | null;
  readonly row: JsonObject;
}

function answerOf(line: JsonObject, kind: Kind, { asked, answers }: ReadinessAnswers): Answer | undefined {
  const seen = asked.find((one) => one['id'] === line['id']);
  if (seen === undefined || !['order', 'op', 'work_center', 'shift'].every((field) => seen[field] === line[field]))
    return undefined;
  const row = (answers[kind === 'environment' ? 'machine' : kind] ?? []).find((one) => one['id'] === line['id']);
  const colour = row?.[kind];
  if (row === undefined || typeof colour !== 'string') return undefined;
  if (kind === 'material' && colour === 'red' && count(line['qty']) < count(seen['qty'])) return undefined;
  return { colour, note: text(row['note']) === '' ? null : text(row['note']), row };
}

/** The reports of shortage that a line asks for, as `shortage-escalation` is started. */
function reportsOf(line: JsonObject, given: ReadinessAnswers): readonly JsonObject[] {
  return KINDS.flatMap((kind) => {
    const cause = SHORTAGES[kind];
    const answer = answerOf(line, kind, given);
    const key = `${text(line['id'])}/${kind}`;
    if (cause === undefined || answer?.colour !== 'red' || given.started.includes(key)) return [];
    const item = text(answer.row['short_item']) || text(line['short_item']);
    const subject =
      kind === 'material'
        ? { item: item === '' ? null : item }
        : kind === 'machine'
          ? { equipment: text(line['work_center']) }
          : { skill: text(answer.row['skill']) || null };
    const qty = count(answer.row['short_qty'], count(line['qty']));
    const report = {
      cause,
      ...subject,
      work_orders: list([line]).map((one) => text(one['work_order'])),
      needed_qty: qty > 0 ? qty : count(line['qty'], 1),
      needed_by: line['start'] ?? null,
      line_stopped: false,
      note: answer.note,
    };
    return [{ key, answers: Object.fromEntries(Object.entries(report).filter(([, value]) => value !== null)) }];
  });
}
