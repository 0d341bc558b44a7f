import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { LANGUAGES } from '../../../engine/model/language.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { bodyOf, render, sampleContext } from './sample-context.ts';

const TEMPLATES = join(PROJECT_ROOT, 'workflows', 'plan-change', 'templates');

/** A change of the frozen zone as it stands when its notice is made. */
const DATA = {
  zone: 'frozen',
  change: {
    change_type: 'date',
    reason_code: 'MCH-01',
    reason: 'The spindle of CT-01 is down.',
    requested_by_customer: false,
    source_case: 'SHC-2611-003',
  },
  changes: [
    {
      plan_line: 'PL-14',
      order: 'SO-2611-005',
      work_center: 'CT-01',
      field: 'date',
      old: '2026-11-25',
      new: '2026-11-30',
    },
  ],
  look_up: { moves_month: true },
  impact: {
    orders_affected: ['SO-2611-005'],
    orders_broken: ['SO-2611-008'],
    penalty: true,
    extra_cost_eur: 1380.5,
    setup_hours_added: 0.7,
  },
  mk_confirm: {
    informed_at: '2026-11-23T01:50:00.000Z',
    person: 'Ms Ferrer',
    evidence: [{ name: 'answer.pdf' }],
    comment: 'Friday is fine.',
  },
  ws_consult: [
    { outcome: 'noted', item: { id: 'WS-1' }, by: 'U05', at: '2026-11-23T02:00:00.000Z', comment: 'The setter moves.' },
  ],
  silent: ['WS-2'],
} as const;

describe('the plan change notice', () => {
  for (const language of LANGUAGES) {
    const [title = '', ...body] = readFileSync(join(TEMPLATES, `plan-change-notice.${language}.hbs`), 'utf8').split(
      '\n',
    );
    const shown = (data: object): string =>
      bodyOf(
        render(
          body.join('\n'),
          sampleContext({
            data: data as never,
            names: { 'work-centers/CT-01': 'Lathe 1', 'people/U05': 'Wu' },
            evidence: { start: { outcome: null, by: 'Torres', department: 'PR', at: '2026-11-23T01:00:00.000Z' } },
            signatures: [
              {
                state: 'plant_approval',
                name: 'Javier Ortega',
                onBehalfOf: null,
                meaning: 'approved',
                reason: 'The customer agrees.',
                at: '2026-11-23T03:00:00.000Z',
                hash: 'a'.repeat(64),
                voidedAt: null,
              },
            ],
          }),
          language,
          title,
        ),
      );

    it(`[DC45] the plan change notice shows old beside new, zone, cause, impact, the customer’s evidence, the workshops and who signed, in ${language}`, () => {
      const text = shown(DATA);
      const row = text.slice(text.indexOf('PL-14'), text.indexOf('</tr>', text.indexOf('PL-14')));
      for (const part of ['SO-2611-005', 'Lathe 1', '2026-11-25', '2026-11-30']) expect(row).to.contain(part);
      for (const part of ['frozen', 'MCH-01', 'SHC-2611-003', 'SO-2611-008', 'answer.pdf', 'Ms Ferrer', 'WS-1', 'WS-2'])
        expect(text).to.contain(part);
      for (const part of ['Torres', 'Javier Ortega', 'The setter moves.']) expect(text).to.contain(part);
      expect(text).to.contain(language === 'es' ? '1.380,50' : '1,380.50');
    });

    it(`[DC45] an emergency is printed before its impact is known, and a change that was taken back says why, in ${language}`, () => {
      const { impact: _impact, mk_confirm: _mk, ...early } = DATA;
      const emergency = shown({
        ...early,
        change: { ...DATA.change, emergency: true },
        applied_at: '2026-11-23T02:00:00.000Z',
      });
      expect(emergency).not.to.contain('SO-2611-008');
      expect(shown({ ...DATA, taken_back: true, reason: 'Split the lot instead.' })).to.contain(
        'Split the lot instead.',
      );
    });
  }
});
