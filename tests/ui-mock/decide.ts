import type { Language } from '../../engine/model/language.ts';
import type { FieldView, ValueView } from '../../server/services/views/shared-views.ts';
import type { OutcomeView, ShowView, TaskView } from '../../server/services/views/task-view.ts';
import { at } from './clock.ts';
import { personById } from './people.ts';
import { readForm } from './read-form.ts';
import { type Words, words } from './words.ts';

/** The decision on order review ORV-2611-011, as in the picture of it. */
export function presentDecision(
  row: Omit<TaskView, keyof ReturnType<typeof decisionParts>>,
  language: Language,
): TaskView {
  return { ...row, ...decisionParts(language) };
}

function decisionParts(language: Language) {
  const label = words;
  return {
    form: readForm('order-decision', language),
    answers: {},
    readOnly: [],
    outcomes: decisionOutcomes(language),
    show: decisionShows(language),
    facts: [
      fact(label('Product', 'Producto', '產品')(language), {
        kind: 'record',
        id: 'P-1002',
        text: `${label('Hydraulic manifold block', 'Bloque distribuidor hidráulico', '油壓歧管塊')(language)} P-1002 A`,
      }),
      fact(label('Quantity', 'Cantidad', '數量')(language), {
        kind: 'number',
        number: 150,
        decimals: 0,
        unit: label('pcs', 'uds.', '件')(language),
      }),
      fact(label('Value', 'Valor', '金額')(language), { kind: 'number', number: 7200, decimals: 2, unit: 'EUR' }),
      fact(label('Asked for', 'Fecha pedida', '要求交期')(language), { kind: 'date', date: '2026-12-11' }),
      fact(label('Special', 'Especial', '特殊要求')(language), {
        kind: 'choices',
        texts: [label('Certificate of conformity', 'Certificado de conformidad', '合格證明書')(language)],
      }),
      fact(label('Files', 'Archivos', '附件')(language), {
        kind: 'files',
        files: [{ id: 'f1', name: 'PO NB-88412.pdf', size: 214_000, type: 'application/pdf', sha256: 'a'.repeat(64) }],
      }),
    ],
    who: {
      sentence: label(
        'Production manager: only you. If you are away: Javier Ortega.',
        'Jefe de producción: solo usted. Si no está: Javier Ortega.',
        '生產部經理：只有您。您不在時：Javier Ortega。',
      )(language),
      people: [
        {
          id: 'U03',
          name: personById('U03').name(language),
          why: label('Production manager', 'Jefe de producción', '生產部經理')(language),
        },
      ],
      excluded: [
        {
          id: 'U08',
          name: personById('U08').name(language),
          why: label('started this case.', 'inició este caso.', '發起此案件。')(language),
        },
      ],
    },
    completable: true,
    data: { earliest_finish: '2026-12-04', earliest_material: '2026-11-23' },
    rulers: [
      {
        field: 'committed_date',
        marks: [
          { label: label('Material', 'Material', '物料')(language), date: '2026-11-23' },
          { label: label('Finish', 'Fin', '完工')(language), date: '2026-12-04' },
          { label: label('Asked', 'Pedida', '要求')(language), date: '2026-12-11' },
        ],
        from: '2026-12-04',
        to: '2026-12-11',
      },
    ],
  };
}

function fact(label: string, value: ValueView): FieldView {
  return { pointer: `/${label}`, label, value };
}

function decisionOutcomes(language: Language): OutcomeView[] {
  const outcome = (id: string, title: Words, next: Words): OutcomeView => ({
    outcome: id,
    title: title(language),
    offer: 'offered',
    reason: null,
    brief: null,
    next: next(language),
    approval: false,
  });
  return [
    {
      ...outcome('accept', words('Accept', 'Aceptar', '接受'), words('')),
      offer: 'refused',
      reason: words(
        'Quality’s opinion is conditional.',
        'la opinión de Calidad tiene condiciones.',
        '品管部意見為有條件。',
      )(language),
      brief: words('Quality: conditional', 'Calidad: con condiciones', '品管部：有條件')(language),
      next: null,
    },
    outcome(
      'accept_with_conditions',
      words('Accept with conditions', 'Aceptar con condiciones', '附條件接受'),
      words('Sales asks the customer', 'Ventas consulta al cliente', '業務請客戶確認'),
    ),
    outcome(
      'negotiate',
      words('Negotiate', 'Negociar', '協商'),
      words('Sales calls; comes back to you', 'Ventas llama; vuelve a usted', '業務聯絡後回到您'),
    ),
    outcome(
      'reject',
      words('Reject', 'Rechazar', '不接受'),
      words('Marketing confirms', 'Marketing lo confirma', '由市場部確認'),
    ),
  ];
}

type Pair = [label: Words, value: Words | ValueView];

function decisionShows(language: Language): ShowView[] {
  const text = (pair: Pair): FieldView => ({
    pointer: `/${pair[0]('en')}`,
    label: pair[0](language),
    value: typeof pair[1] === 'function' ? { kind: 'text', text: pair[1](language) } : pair[1],
  });
  const opinion = (
    name: string,
    person: string,
    part: { tone: ShowView['tone']; department: Words; at: string; facts: Pair[]; words?: string },
  ): ShowView => ({
    name,
    title: part.department(language),
    kind: 'opinion',
    outcome: part.tone,
    outcomeTitle: null,
    tone: part.tone,
    why: null,
    by: personById(person).name(language),
    at: at(part.at),
    department: part.department(language),
    fields: part.facts.map(text),
    words: part.words === undefined ? [] : [part.words],
  });
  const yes = words('yes', 'sí', '可行');
  return [
    opinion('pd_review', 'U09', {
      tone: 'ok',
      department: words('Product development', 'Desarrollo de productos', '產品開發部'),
      at: '11-20 10:12',
      facts: [
        [words('Technical', 'Técnica', '技術'), yes],
        [words('Drawing', 'Plano', '圖面'), words('DWG-1002 A')],
        [words('Risk', 'Riesgo', '風險'), words('low', 'bajo', '低')],
      ],
      words: '途程已有，不需新治具。',
    }),
    opinion('mk_review', 'U08', {
      tone: 'ok',
      department: words('Marketing', 'Marketing', '市場部'),
      at: '11-20 11:40',
      facts: [
        [words('Price', 'Precio', '價格'), words('as quoted', 'según oferta', '與報價相符')],
        [words('Packing, label', 'Embalaje, etiqueta', '包裝、標籤'), words('standard', 'estándar', '標準')],
        [words('Delivery terms', 'Entrega', '交貨條件'), words('FCA')],
      ],
    }),
    opinion('pr_review', 'U03', {
      tone: 'ok',
      department: words('Production', 'Producción', '生產部'),
      at: '11-20 14:05',
      facts: [
        [words('Capacity', 'Capacidad', '產能'), yes],
        [words('Earliest finish', 'Fin más temprano', '最早完工'), { kind: 'date', date: '2026-12-04' }],
        [words('Bottleneck', 'Cuello de botella', '瓶頸'), words('CM-01')],
        [words('Overtime', 'Horas extra', '加班'), { kind: 'number', number: 6, decimals: 1, unit: 'h' }],
      ],
    }),
    opinion('mc_review', 'U10', {
      tone: 'ok',
      department: words('Material control', 'Control de materiales', '物料控制部'),
      at: '11-20 15:31',
      facts: [
        [words('Material', 'Material', '物料'), words('in stock', 'en stock', '有庫存')],
        [words('Earliest material', 'Material disponible', '最早到料'), { kind: 'date', date: '2026-11-23' }],
        [words('Needs', 'Necesita', '用量'), words('292.5 of 620 kg', '292,5 de 620 kg', '292.5 / 620 kg')],
      ],
      words: 'Queda barra para otro pedido igual.',
    }),
    opinion('qc_review', 'U12', {
      tone: 'conditional',
      department: words('Quality', 'Calidad', '品管部'),
      at: '11-23 09:50',
      facts: [
        [
          words('Inspectable', 'Inspeccionable', '可檢驗'),
          words('yes, or external lab', 'sí, o laboratorio externo', '可，或委外檢驗'),
        ],
        [words('Gauges', 'Instrumentos', '量具'), words('1 locked', '1 bloqueado', '1 件停用')],
        [words('First article', 'Primer artículo', '首件'), words('needed', 'necesario', '需要')],
      ],
      words: '長度檢驗需用高度規 G-005，目前逾期停用。12/2 前校驗完成即可，否則委外檢驗，多 2 天。',
    }),
    {
      ...opinion('fi_review', 'U01', {
        tone: 'not-asked',
        department: words('Finance', 'Finanzas', '財務部'),
        at: '11-20 10:00',
        facts: [],
      }),
      by: null,
      at: null,
      why: words(
        'Known customer, under 20,000 EUR, credit is fine.',
        'Cliente conocido, menos de 20.000 EUR, crédito correcto.',
        '既有客戶，低於 20,000 EUR，信用正常。',
      )(language),
    },
    {
      ...opinion('order', 'U08', {
        tone: null,
        department: words('Marketing', 'Marketing', '市場部'),
        at: '11-19 16:02',
        facts: [
          [words('Customer', 'Cliente', '客戶'), words('Northbridge Drives Ltd')],
          [words('Their order', 'Su pedido', '客戶單號'), words('NB-88412')],
        ],
      }),
      kind: 'answer',
      title: words('Customer order', 'Pedido del cliente', '客戶訂單')(language),
    },
  ];
}
