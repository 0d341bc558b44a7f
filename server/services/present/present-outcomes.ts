import type { Instance, Task } from '../../../engine/model/instance.ts';
import { type OutcomeOffer, offerOutcomes } from '../../../engine/step/offers.ts';
import type { StepContext } from '../../../engine/step/run.ts';
import { fieldAt } from '../../../engine/form/walk-fields.ts';
import { isJsonObject } from '../../../engine/model/json.ts';
import { sentencesIn } from '../../texts/sentences.ts';
import type { CaseTexts } from '../case-texts.ts';
import type { Reader } from '../reader.ts';
import type { OutcomeView } from '../views/task-view.ts';
import { readCandidates } from '../../../engine/workflow/candidates.ts';
import { presentGuard } from './present-guard.ts';
import { presentNext } from './present-next.ts';
import { departmentOf } from './present-show.ts';
import { presentSign } from './present-signatures.ts';

/** The buttons of a task: what each is called, whether it is offered and why not, and who acts then. */
export function presentOutcomes(
  context: StepContext,
  instance: Instance,
  task: Task,
  given: { readonly texts: CaseTexts; readonly reader: Reader },
): readonly OutcomeView[] {
  const { texts, reader } = given;
  return offerOutcomes(context, instance, task).map((offer) => ({
    outcome: offer.outcome,
    title: texts.outcomeTitle(task.state, offer.outcome),
    offer: offer.offer,
    ...reasonOf(offer, { instance, task, context }, given),
    next: presentNext(offer.next, texts, reader),
    approval: offer.outcome === 'approve' && offer.sign === null,
    sign: presentSign(offer.sign, reader),
  }));
}

function reasonOf(
  offer: OutcomeOffer,
  of: { readonly instance: Instance; readonly task: Task; readonly context: StepContext },
  { texts, reader }: { readonly texts: CaseTexts; readonly reader: Reader },
): Pick<OutcomeView, 'reason' | 'brief'> {
  const { instance, task, context } = of;
  const said = sentencesIn(reader.language);
  if (offer.offer === 'offered') return { reason: null, brief: null };
  if (offer.offer === 'depends') {
    const form = texts.forms.get(task.form);
    const labels = offer.fields.flatMap((field) =>
      form === undefined ? [] : (fieldAt(form, `/${field}`)?.schema.title ?? []),
    );
    return { reason: labels.length === 0 ? said.dependsOnAnswers : said.dependsOn(labels), brief: null };
  }
  const opinions = offer.against.flatMap((name) => {
    const answers = instance.data[name];
    const state = texts.formOf(name)?.state;
    const outcome = isJsonObject(answers) ? answers['outcome'] : undefined;
    return state === null || state === undefined || typeof outcome !== 'string'
      ? []
      : [
          {
            title: texts.stateTitle(state),
            department: departmentOf(state, texts, reader),
            outcome: texts.outcomeTitle(state, outcome),
          },
        ];
  });
  if (opinions.length === 0) {
    // The last candidate speaks where none may be taken.
    const guard = readCandidates(texts.nodes.get(task.state)?.file.on?.[offer.outcome], '', '').at(-1)?.transition
      .guard;
    const why = presentGuard(guard, { instance, own: task.name }, { texts, reader, context });
    return { reason: why ?? said.conditionsNotMet, brief: null };
  }
  return {
    reason: `${said.against(opinions)}${reader.language === 'zh-TW' ? '。' : '.'}`,
    brief: opinions.map(({ title, department, outcome }) => said.chosen(department ?? title, outcome)).join(' · '),
  };
}
