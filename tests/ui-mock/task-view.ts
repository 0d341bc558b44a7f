import type { Language } from '../../engine/model/language.ts';
import type { FieldView } from '../../server/services/views/shared-views.ts';
import type { ShowView, TaskView } from '../../server/services/views/task-view.ts';
import { at } from './clock.ts';
import { type MockTask, presentRow } from './tasks.ts';
import { type Words, words } from './words.ts';

/** A task with its form, as small as a page can work with. */
export function presentTask(mock: MockTask, language: Language): TaskView {
  const row = presentRow(mock, language);
  return {
    ...row,
    form: {
      id: 'order-decision',
      title: row.title,
      help: words(
        'All five opinions are in. Choose the date the plant commits to.',
        'Ya están las cinco opiniones. Elija la fecha que la planta compromete.',
        '五個部門意見已齊，請決定工廠承諾的交期。',
      )(language),
      schema: { type: 'object', properties: {} },
      checks: [],
      layout: [],
    },
    answers: {},
    readOnly: [],
    outcomes: [],
    show: mock.number === 'ORV-2611-011' ? opinions(language) : [],
    facts: caseFacts(language),
    who: {
      sentence: words(
        'Production manager: only you. If you are away: Javier Ortega.',
        'Jefe de producción: solo usted. Si no está: Javier Ortega.',
        '生產部經理：只有您。您不在時：Javier Ortega。',
      )(language),
      people: [],
      excluded: [],
    },
    completable: true,
    rulers: [],
    data: {},
  };
}

/** The order in a few lines. */
export function caseFacts(language: Language): FieldView[] {
  const text = (label: Words, value: Words): FieldView => ({
    pointer: `/${label('en')}`,
    label: label(language),
    value: { kind: 'text', text: value(language) },
  });
  const date = (label: Words, value: string): FieldView => ({
    pointer: `/${label('en')}`,
    label: label(language),
    value: { kind: 'date', date: value },
  });
  return [
    text(words('Customer', 'Cliente', '客戶'), words('Northbridge Drives Ltd')),
    text(
      words('Product', 'Producto', '產品'),
      words('Hydraulic manifold block', 'Bloque distribuidor hidráulico', '油壓歧管塊'),
    ),
    text(
      words('Quantity', 'Cantidad', '數量'),
      words('150 pcs · 7,200.00 EUR', '150 uds. · 7.200,00 EUR', '150 件 · 7,200.00 EUR'),
    ),
    date(words('Asked for', 'Fecha pedida', '要求交期'), '2026-12-11'),
    date(words('Earliest finish', 'Fin más temprano', '最早完工'), '2026-12-04'),
  ];
}

function opinions(language: Language): ShowView[] {
  return [
    opinion('qc', words('Quality', 'Calidad', '品管部'), 'conditional'),
    opinion('pd', words('Product development', 'Desarrollo de productos', '產品開發部'), 'ok'),
    opinion('mk', words('Marketing', 'Marketing', '市場部'), 'ok'),
    opinion('pr', words('Production', 'Producción', '生產部'), 'ok'),
    opinion('mc', words('Material control', 'Control de materiales', '物料控制部'), 'ok'),
  ].map(({ title, ...rest }) => ({ ...rest, title: title(language), department: title(language) }));
}

function opinion(name: string, title: Words, tone: 'ok' | 'conditional') {
  return {
    name,
    title,
    kind: 'opinion' as const,
    outcome: tone,
    outcomeTitle: null,
    tone,
    why: null,
    by: null,
    at: at('11-20 15:31'),
    fields: [],
    words: [],
  };
}
