import { createRequire } from 'node:module';
import { expect } from 'chai';
import type { BpmnElement } from '../../../engine/bpmn/bpmn-element.ts';
import { planDrawing } from '../../../engine/bpmn/plan-drawing.ts';
import { isEngineError } from '../../../engine/model/engine-error.ts';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { drawWorkflow } from '../../../server/diagram/draw-workflow.ts';
import { randomMachine } from '../../engine/bpmn/random-machine.ts';
import { END, fixtureWorkflow, taskOf, WHOLE_WORKFLOWS, workflowOf } from '../../engine/bpmn/workflow-files.ts';
import { coveredLabels, faultsOf } from './check-picture.ts';
import { type Picture, readPicture } from './read-picture.ts';

interface LintReport {
  readonly id: string;
  readonly message: string;
}

interface Lint {
  lint(root: BpmnElement): Promise<{ readonly [rule: string]: readonly LintReport[] }>;
}

const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint') as { Linter: new (options: unknown) => Lint };
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver') as new () => unknown;

/** What would make a picture wrong. Decisions with several ways in are right: our gateways are states. */
const RULES = [
  'end-event-required',
  'event-sub-process-typed-start-event',
  'no-complex-gateway',
  'no-disconnected',
  'no-duplicate-sequence-flows',

  'no-implicit-split',
  'no-implicit-start',
  'no-inclusive-gateway',
  'single-blank-start-event',
  'single-event-definition',
  'start-event-required',
  'sub-process-blank-start-event',
  'no-bpmndi',
];

/** A branch that watches as long as the case runs has no end. */
const ENDLESS: { readonly [workflow: string]: readonly string[] } = {
  'shortage-escalation': ['end-event-required run.watch Sub process is missing end event'],
};

const xmls = new Map<WorkflowFile, Promise<string>>();

/** Each whole procedure is drawn once for all of its tests. */
async function pictureOf(file: WorkflowFile): Promise<Picture> {
  const xml = xmls.get(file) ?? drawWorkflow(file, {}, 'en');
  xmls.set(file, xml);
  return readPicture(await xml);
}

describe('the picture of a whole procedure', function () {
  this.timeout(60_000);

  for (const { name, file } of WHOLE_WORKFLOWS) {
    it(`[BP14] the XML of ${name} is read without a warning, and the diagram lint finds no error`, async () => {
      // given
      const { definitions, warnings } = await pictureOf(file);
      const linter = new Linter({
        resolver: new NodeResolver(),
        config: { rules: Object.fromEntries(RULES.map((rule) => [rule, 'error'])) },
      });

      // when
      const reports = await linter.lint(definitions);

      // then
      expect(warnings).to.deep.equal([]);
      expect(
        Object.entries(reports).flatMap(([rule, found]) => found.map(({ id, message }) => `${rule} ${id} ${message}`)),
      ).to.deep.equal(ENDLESS[file.id] ?? []);
    });

    it(`[BP15] in the picture of ${name} everything has its place: no overlap, all inside, lines from edge to edge`, async () => {
      const picture = await pictureOf(file);
      expect(faultsOf(picture)).to.deep.equal([]);
    });

    it(`[BP15] in the picture of ${name} no name covers a shape or another name`, async () => {
      const picture = await pictureOf(file);
      expect(coveredLabels(picture)).to.deep.equal([]);
    });
  }

  it('[BP15] order review runs from left to right, its opinions one below the other in the order of the file', async () => {
    // when
    const { shapes } = await readPicture(await drawWorkflow(fixtureWorkflow('order-review'), {}, 'en'));
    const boxOf = new Map(shapes.map(({ id, box }) => [id, box]));
    const xs = [
      '__start',
      'intake',
      'look_up',
      'classify',
      'reviews',
      'reviews__join',
      'decide',
      'approve',
      'issue_notice',
      'approved',
    ].map((id) => boxOf.get(id)?.x ?? 0);
    const ys = [
      'pd.pd_review',
      'mk.mk_review',
      'pr.pr_review',
      'mc.mc_review',
      'qc.qc_review',
      'fi.fi_needed',
      'meeting.meeting_needed',
    ].map((id) => boxOf.get(`reviews.${id}`)?.y ?? 0);

    // then
    expect(xs).to.deep.equal(xs.toSorted((one, other) => one - other));
    expect(ys).to.deep.equal(ys.toSorted((one, other) => one - other));
  });
});

describe('drawing a workflow', function () {
  this.timeout(60_000);

  it('[BP14] the same file and texts give the same bytes', async () => {
    const file = fixtureWorkflow('plan-change');
    const [one, other] = await Promise.all([
      drawWorkflow(file, {}, 'en'),
      drawWorkflow(structuredClone(file), {}, 'en'),
    ]);
    expect(one === other).to.equal(true);
  });

  it('[BP9] names come in the language asked for, in English where there is no text', async () => {
    // given
    const file = workflowOf({ work: taskOf({ ok: { target: 'closed', description: 'OK' } }), closed: END });
    const texts = {
      es: { '/states/work/description': 'Trabajo' },
      'zh-TW': { '/states/work/description': '作業', '/states/closed/description': '已結案' },
    };

    // when
    const [es, zh] = [await drawWorkflow(file, texts, 'es'), await drawWorkflow(file, texts, 'zh-TW')];

    // then
    expect(es).to.contain('name="Trabajo"').and.to.contain('name="Closed"');
    expect(zh).to.contain('name="作業"').and.to.contain('name="已結案"');
  });

  it('[BP15] long names make a task higher, in Latin and in Chinese', async () => {
    // given
    const long = 'Describe in whole sentences what was found and what was done about it';
    const file = workflowOf({
      work: taskOf({ ok: 'other' }, { description: long }),
      other: taskOf({ ok: 'closed' }, { description: '以完整的句子說明所發現的問題以及所採取的對策與負責人員' }),
      closed: END,
    });

    // when
    const { shapes } = await readPicture(await drawWorkflow(file, {}, 'en'));

    // then
    for (const { id, box } of shapes.filter(({ type }) => type === 'bpmn:UserTask')) {
      expect(box.width, id).to.be.within(100, 120);
      expect(box.height, id).to.be.within(60, 140);
    }
  });

  it('[BP12] what cannot be drawn is refused with all problems', async () => {
    // when
    const failure: unknown = await drawWorkflow(workflowOf({ work: taskOf({ ok: 'nowhere' }) }), {}, 'en').catch(
      (error: unknown) => error,
    );

    // then
    expect(isEngineError(failure, 'workflow.invalid') && failure.problems.map(({ code }) => code)).to.deep.equal([
      'drawing.bad_target',
    ]);
  });

  it('[BP15] random machines are laid out without a fault', async () => {
    // given: machines of a readable size, so that the test stays quick
    const seeds = Array.from({ length: 40 }, (_, seed) => 700 + seed);
    const files = seeds
      .map((seed) => ({ seed, file: randomMachine(seed, 0) }))
      .filter(({ file }) => {
        const plan = planDrawing(file);
        return plan.kind === 'drawn' && plan.drawing.shapes.length < 45;
      });

    for (const { seed, file } of files.slice(0, 10)) {
      // when
      const picture = await readPicture(await drawWorkflow(file, {}, 'en'));

      // then
      expect(picture.warnings, `seed ${seed}`).to.deep.equal([]);
      expect(faultsOf(picture), `seed ${seed}`).to.deep.equal([]);
    }
  });
});
