import type { NextStep } from '../../../engine/step/next-steps.ts';
import { waysOf } from '../../../engine/workflow/walk-states.ts';
import { parseDuration } from '../../../engine/workflow/calendar/duration.ts';
import { sentencesIn } from '../../texts/sentences.ts';
import type { CaseTexts } from '../case-texts.ts';
import { type Reader, roleName } from '../reader.ts';

/**
 * Where a way leads, in words: who acts then and what they do, or how the case ends.
 *
 * Tasks that several people get at once are named together, by the state they stand in. At most three, then "…".
 */
export function presentNext(steps: readonly NextStep[], texts: CaseTexts, reader: Reader): string | null {
  if (steps.length === 0) return null;
  const said = sentencesIn(reader.language);
  const first = withoutLater(steps, texts);
  const words = [...new Set(first.map((step) => presentStep(step, { all: first, texts, reader })))];
  return words.length > 3 ? `${words.slice(0, 3).join(', ')} …` : said.or(words);
}

/** The names of the steps alone: what comes then, without who. */
export function titlesOf(steps: readonly NextStep[], texts: CaseTexts, reader: Reader): string {
  const first = withoutLater(steps, texts);
  const names = first.map((step) => texts.stateTitle(sharedState(step, first, texts) ?? step.state));
  return sentencesIn(reader.language).or([...new Set(names)]);
}

function presentStep(
  step: NextStep,
  { all, texts, reader }: { readonly all: readonly NextStep[]; readonly texts: CaseTexts; readonly reader: Reader },
): string {
  const said = sentencesIn(reader.language);
  const shared = sharedState(step, all, texts);
  if (shared !== undefined) return said.nextSeveral(texts.stateTitle(shared));
  const title = texts.stateTitle(step.state);
  if (step.kind === 'end') return said.nextEnd(title);
  if (step.kind === 'service') return said.nextService(title);
  return said.nextTask(rolesInWords(step, reader), title);
}

/** The state with branches that this step begins together with others of `all`; undefined for one that stands alone. */
export function sharedState(step: NextStep, all: readonly NextStep[], texts: CaseTexts): string | undefined {
  const branches = parallelAround(step.state, texts);
  const together = all.filter((other) => parallelAround(other.state, texts) === branches);
  return branches !== undefined && together.length > 1 ? branches : undefined;
}

/** Without what follows only when all branches are done, where some of those branches are begun here. */
function withoutLater(steps: readonly NextStep[], texts: CaseTexts): readonly NextStep[] {
  const begun = new Set(steps.map((step) => sharedState(step, steps, texts)));
  const later = [...begun].flatMap((key) => {
    const node = key === undefined ? undefined : texts.nodes.get(key);
    return node === undefined ? [] : waysOf(node).filter(({ kind }) => kind === 'onDone');
  });
  const targets = new Set(later.map(({ transition }) => transition.target));
  return steps.filter((step) => !targets.has(step.state));
}

function parallelAround(state: string, texts: CaseTexts): string | undefined {
  let node = texts.nodes.get(state)?.parent;
  while (node !== undefined && node !== null && node.file.type !== 'parallel') node = node.parent;
  return node?.key;
}

/** Who does a next task, in words. */
export function rolesInWords(step: Pick<NextStep, 'roles'>, reader: Reader): string {
  return sentencesIn(reader.language).or(step.roles.map((role) => roleName(reader, role)));
}

/** A duration text in words: `P1D` is "1 working day", `P10D@always` "10 days". Null for moments and expressions. */
export function presentDuration(text: string | undefined, reader: Reader): string | null {
  const parsed = text === undefined || text.startsWith('=') ? undefined : parseDuration(text);
  if (parsed?.kind !== 'duration') return null;
  const { months, weeks, days, ms, calendar } = parsed.duration;
  if (months > 0) return text ?? null;
  const minutes = Math.round(ms / 60_000);
  return sentencesIn(reader.language).duration({
    days: days + weeks * 7,
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
    working: calendar !== 'always' && weeks === 0,
  });
}
