import { DateTime } from 'luxon';
import { type JsonObject, isJsonObject } from '../../engine/model/json.ts';
import type { Language } from '../../engine/model/language.ts';
import type { RagReason } from '../../engine/plan/rag.ts';
import { isoOf } from '../../engine/step/run.ts';
import { mayView } from '../../engine/step/people.ts';
import { personName, type Reader, roleName } from '../services/reader.ts';
import { taskName } from '../services/present/present-task.ts';
import type { CaseTexts } from '../services/case-texts.ts';
import type { Named } from '../services/views/shared-views.ts';
import type { MakeRowView } from '../services/views/make-view.ts';
import { type MakeWords, makeWordsIn } from '../texts/make-words.ts';
import type { BoardCase } from './board-rows.ts';
import type { BoardFeed, NamedRegister } from './board-feed.ts';
import type { BoardRow } from './make-board.ts';
import type { MakeLine } from './read-rows.ts';

const LOCALES: { readonly [language in Language]: string } = { en: 'en-GB', es: 'es-ES', 'zh-TW': 'zh-TW' };

/** What rows are said with. */
export interface Saying {
  readonly reader: Reader;
  readonly rowOf: BoardFeed['rowOf'];
  /** The texts of a case in the reader's language. */
  readonly textsOf: (found: BoardCase) => Promise<CaseTexts>;
}

/** An order in the reader's language. Cases that the reader may not see colour it all the same, and are not named. */
export async function presentMakeRow(row: BoardRow, saying: Saying): Promise<MakeRowView> {
  const { order, production, material, rag, rank } = row;
  const words = makeWordsIn(saying.reader.language);
  const seen = row.cases.filter((one) => mayView(one.instance.viewers, saying.reader.person, saying.reader.plant));
  return {
    rank,
    order: order.id,
    customer: named('customers', order.customer, saying),
    product: named('products', order.product, saying),
    qty: order.qty,
    good: production.good,
    scrap: production.scrap,
    productionHours: tenths(production.hours),
    progress: order.qty <= 0 ? 0 : Math.min(100, Math.round((production.good / order.qty) * 100)),
    deadline: row.deadlineAt === null ? null : isoOf(row.deadlineAt),
    due: order.due,
    late: rag.reasons.some(({ kind }) => kind === 'deadline_passed'),
    material: {
      status: material.state,
      title: words.material[material.state],
      kitPct: row.kitPct,
      short: material.short.map(({ item, qty, eta }) => ({
        item,
        name: nameOf('materials', item, saying),
        qty: Math.round(qty * 1_000) / 1_000,
        uom: uomOf(saying.rowOf('materials', item)),
        eta,
      })),
    },
    productionStatus: production.status,
    productionTitle: words.production[production.status],
    rag: {
      color: rag.color,
      title: words.color[rag.color],
      reasons: rag.reasons.map((reason) => sayReason(reason, { words, seen, saying })),
    },
    forecastFinishAt: row.forecastAt === null ? null : isoOf(row.forecastAt),
    slack: row.slack === null ? null : tenths(row.slack),
    cases: await Promise.all(seen.map((one) => presentCase(one, saying))),
    next: await presentNext(row, seen, saying),
  };
}

interface ReasonParts {
  readonly words: MakeWords;
  readonly seen: readonly BoardCase[];
  readonly saying: Saying;
}

function sayReason(reason: RagReason, { words, seen, saying }: ReasonParts): string {
  const { language } = saying.reader;
  const count = (value: number): string => writeNumber(value, language);
  const items = (ids: readonly string[]): string =>
    ids.map((id) => nameOf('materials', id, saying)).join(language === 'zh-TW' ? '、' : ', ');
  switch (reason.kind) {
    case 'done':
      return words.done;
    case 'in_review':
      return words.inReview;
    case 'deadline_passed':
      return words.deadlinePassed;
    case 'start_passed':
      return words.startPassed;
    case 'on_track':
      return words.onTrack;
    case 'late':
      return words.late(count(reason.days), reason.material);
    case 'thin':
      return words.thin(count(reason.days));
    case 'blocked':
      return words.blocked(reason.by);
    case 'no_material':
      return words.noMaterial(items(reason.items));
    case 'material_expected':
      return words.materialExpected(items(reason.items), writeDay(reason.eta ?? '', language));
    case 'too_few':
      return words.tooFew(count(reason.missing));
    case 'behind_plan':
      return words.behindPlan(count(Math.floor(reason.pct)));
    default: {
      const number = seen.some(({ id }) => id === reason.case.id) ? reason.case.number : '';
      return sayCase(reason.kind, words)(number);
    }
  }
}

function sayCase(
  kind: 'worst_shortage' | 'nonconformity' | 'shortage' | 'first_article' | 'plan_change',
  words: MakeWords,
): (number: string) => string {
  const all = {
    worst_shortage: words.worstShortage,
    nonconformity: words.nonconformity,
    shortage: words.shortage,
    first_article: words.firstArticle,
    plan_change: words.planChange,
  };
  return all[kind];
}

async function presentCase(found: BoardCase, saying: Saying): Promise<MakeRowView['cases'][number]> {
  const texts = await saying.textsOf(found);
  const states = Object.values(found.instance.tasks).map((task) => texts.stateTitle(task.state));
  return {
    id: found.id,
    number: found.number,
    workflow: texts.file.description,
    state: [...new Set(states)].slice(0, 2).join(saying.reader.language === 'zh-TW' ? '、' : ', '),
  };
}

/** The most urgent task of a visible case; without one the next line of the plan. */
async function presentNext(
  { nextLine }: BoardRow,
  seen: readonly BoardCase[],
  saying: Saying,
): Promise<MakeRowView['next']> {
  const tasks = seen.flatMap((found) => Object.values(found.instance.tasks).map((task) => ({ found, task })));
  const [first] = tasks.sort((a, b) => (a.task.dueAt ?? Infinity) - (b.task.dueAt ?? Infinity));
  if (first === undefined) return nextLine === null ? null : presentNextLine(nextLine, saying);
  const { found, task } = first;
  const { reader } = saying;
  const texts = await saying.textsOf(found);
  const who =
    task.assignee === null
      ? (task.roles ?? []).map((role) => roleName(reader, role)).join(' / ')
      : personName(reader, task.assignee);
  return { title: texts.stateTitle(task.state), who, task: taskName(found.id, task.id) };
}

function presentNextLine(line: MakeLine, saying: Saying): MakeRowView['next'] {
  const center = nameOf('work-centers', line.workCenter, saying);
  const words = makeWordsIn(saying.reader.language);
  return {
    title: line.op === null ? center : words.operation(center, String(line.op)),
    who: workerOf(line, saying.reader),
    task: null,
  };
}

/** The person of a line of the plan, or its crew. */
export function workerOf(line: Pick<MakeLine, 'person' | 'crew'>, reader: Reader): string {
  return line.person === null ? (line.crew ?? '') : personName(reader, line.person);
}

export function named(register: NamedRegister, id: string, saying: Pick<Saying, 'reader' | 'rowOf'>): Named {
  return { id, title: nameOf(register, id, saying) };
}

/** What a row is called in the reader's language; its id where it has no name. */
export function nameOf(
  register: NamedRegister,
  id: string,
  { reader, rowOf }: Pick<Saying, 'reader' | 'rowOf'>,
): string {
  const name = rowOf(register, id)?.['name'];
  if (typeof name === 'string') return name;
  if (!isJsonObject(name)) return id;
  const text = name[reader.language] ?? name['en'];
  return typeof text === 'string' ? text : id;
}

function uomOf(row: JsonObject | undefined): string | null {
  return typeof row?.['uom'] === 'string' ? row['uom'] : null;
}

const numbersOf = (locale: string): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: 'always' });
const NUMBERS: { readonly [language in Language]: Intl.NumberFormat } = {
  en: numbersOf(LOCALES.en),
  es: numbersOf(LOCALES.es),
  'zh-TW': numbersOf(LOCALES['zh-TW']),
};

/** One decimal, as the reader writes it. */
export function writeNumber(value: number, language: Language): string {
  return NUMBERS[language].format(value);
}

/** A local date in few words: Fri 11 Dec, vie 11 dic, 12/11(五). */
export function writeDay(date: string, language: Language): string {
  const day = DateTime.fromISO(date, { zone: 'utc', locale: LOCALES[language] });
  if (!day.isValid) return date;
  if (language === 'zh-TW') return `${day.month}/${day.day}(${day.toFormat('ccc').replace(/^[週周]/, '')})`;
  return day.toFormat('ccc d LLL').replaceAll('.', '');
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
