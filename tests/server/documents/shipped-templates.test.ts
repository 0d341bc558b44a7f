import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { LANGUAGES } from '../../../engine/model/language.ts';
import { renderNotification } from '../../../server/documents/render-notification.ts';
import { lintTemplate } from '../../../server/documents/template-language.ts';
import { bodyOf, PLAIN_WORDS, render, sampleContext } from './sample-context.ts';

const root = join(process.cwd(), 'workflows');
const templates = readdirSync(root).flatMap((workflow) => {
  const folder = join(root, workflow, 'templates');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => ({
    name: `${workflow}/${file}`,
    id: file.replace(/\.[^.]+\.hbs$/, ''),
    workflow,
    source: readFileSync(join(folder, file), 'utf8'),
  }));
});
const sourceOf = (id: string, language: string): string =>
  templates.find(({ name }) => name === `order-review/${id}.${language}.hbs`)?.source ?? '';

describe('shipped-templates', () => {
  it('[DC40] every shipped template can be rendered', () => {
    expect(
      templates.flatMap(({ name, source }) => lintTemplate(source).map(({ message }) => `${name}: ${message}`)),
    ).to.deep.equal([]);
  });

  it('[DC41] every shipped template exists in every language, with the same values in it', () => {
    const placesOf = (source: string) => (source.match(/\{\{[^}]*\}\}/g) ?? []).sort();
    for (const { id, workflow, source } of templates) {
      for (const language of LANGUAGES) {
        const other = templates.find(({ name }) => name === `${workflow}/${id}.${language}.hbs`);
        expect(placesOf(other?.source ?? ''), `${id} ${language}`).to.deep.equal(placesOf(source));
      }
    }
  });

  const said = { outcome: 'conditional', by: 'U12', department: 'QC', at: '2026-11-23T01:50:00.000Z' };
  const context = sampleContext({
    names: {
      'customers/C-03': 'Northbridge',
      'products/P-1002': 'Manifold',
      'people/U12': 'Chang',
      'departments/QC': 'Quality',
    },
    evidence: {
      start: { outcome: null, by: 'Huang', department: 'MK', at: '2026-11-19T08:12:00.000Z' },
      approve: { outcome: 'approve', by: 'Ortega', department: 'MG', at: '2026-11-23T06:19:00.000Z' },
    },
    data: {
      value: 7200,
      committed_date: '2026-12-09',
      order: {
        customer: 'C-03',
        customer_po_no: 'NB-88412',
        lines: [
          {
            line_no: 1,
            product: 'P-1002',
            qty: 150,
            uom: 'pcs',
            unit_price: 48,
            currency: 'EUR',
            amount: 7200,
            requested_date: '2026-12-11',
          },
        ],
      },
      opinions: [{ ...said, review: 'qc_review', date: null, words: 'External laboratory.' }],
      revisions: [
        {
          revision: 2,
          by: 'U12',
          at: '2026-11-23T01:50:00.000Z',
          before: [{ ...said, review: 'qc_review', outcome: 'no', words: 'No gauge.' }],
        },
      ],
    },
  });

  for (const language of LANGUAGES) {
    it(`[DC42] the order review record shows lines, opinions of this round and the last, and who approved, in ${language}`, () => {
      const [title = '', ...body] = sourceOf('order-review-record', language).split('\n');
      const text = bodyOf(render(body.join('\n'), context, language, title));
      for (const part of [
        'Northbridge',
        'NB-88412',
        'Manifold',
        'External laboratory.',
        'No gauge.',
        'Chang',
        'Ortega',
        language === 'es' ? '7.200,00' : '7,200.00',
      ])
        expect(text).to.contain(part);
    });

    it(`[DC43] the production notice shows what is made until when, and no price, in ${language}`, () => {
      const [title = '', ...body] = sourceOf('production-notice', language).split('\n');
      const text = bodyOf(render(body.join('\n'), context, language, title));
      for (const part of ['Northbridge', 'Manifold', '150', 'Ortega']) expect(text).to.contain(part);
      expect(text).to.not.match(/7[,.]200|48[,.]00|EUR/);
    });

    it(`[DC44] a notification says the fact and the case, in ${language}`, () => {
      const { document: _document, ...shared } = context;
      for (const id of ['review-no', 'info-request-late', 'date-agreed', 'order-approved']) {
        const rendered = renderNotification({
          template: sourceOf(id, language),
          context: { ...shared, with: { review: 'qc_review', department: 'QC', words: 'No gauge.' } },
          language,
          zone: 'Asia/Taipei',
          words: PLAIN_WORDS,
        });
        expect(rendered).to.include({ kind: 'rendered' });
        expect(rendered.kind === 'rendered' && rendered.title).to.contain('Northbridge · PO 7');
        expect(rendered.kind === 'rendered' && rendered.text).to.contain('ORV-2611-011');
      }
    });
  }
});
