import type { Language } from '../../engine/model/language.ts';
import type { HistoryPage, HistoryView, InstanceView } from '../../server/services/views/instance-view.ts';
import { at } from './clock.ts';
import { personById } from './people.ts';
import { caseFacts } from './task-view.ts';
import { type Words, words } from './words.ts';

const HASH = '5f2c'.repeat(16);

/** The order review of the pictures, as it waits for Quality. */
export function presentCase(language: Language): InstanceView {
  const huang = personById('U08').name(language);
  const file = (name: string, size: number) => ({
    id: name,
    name,
    size,
    type: 'application/pdf',
    sha256: HASH,
    by: huang,
    at: at('11-19 16:02'),
  });
  return {
    id: 'orv-2611-011',
    number: 'ORV-2611-011',
    subject: 'Northbridge Drives Ltd · PO NB-88412',
    workflow: {
      id: 'order-review',
      title: words('Customer order review', 'Revisión de pedidos de clientes', '客戶訂單評審')(language),
      version: 7,
    },
    status: 'active',
    light: { text: words('Running', 'En curso', '進行中')(language), color: 'blue' },
    steps: [words('Quality’s opinion', 'Opinión de calidad', '品管部意見')(language)],
    startedAt: at('11-19 16:02'),
    endedAt: null,
    initiator: { id: 'U08', name: huang },
    key: 'Northbridge Drives Ltd/NB-88412/',
    state: { reviews: { qc: 'qc_review' } },
    revision: 9,
    data: {},
    tasks: [],
    timers: [],
    effects: [],
    incidents: [],
    end: null,
    facts: caseFacts(language),
    answers: [],
    files: [file('PO NB-88412.pdf', 214_000), file('DWG-1002-A.pdf', 1_200_000)],
    documents: [],
    commands: presentCommands(language),
    waits: presentWaits(language),
  };
}

function presentCommands(language: Language): InstanceView['commands'] {
  return [
    {
      type: 'withdraw',
      title: words('Withdraw', 'Retirar', '撤回')(language),
      form: {
        id: 'reason',
        title: words('Withdraw', 'Retirar', '撤回')(language),
        help: null,
        schema: {
          type: 'object',
          properties: {
            reason: { type: 'string', title: words('Reason', 'Motivo', '原因')(language), 'x-multiline': true },
          },
          required: ['reason'],
        },
        checks: [],
        layout: [],
      },
      offered: true,
      reason: null,
    },
    {
      type: 'void',
      title: words('Void', 'Anular', '作廢')(language),
      form: null,
      offered: false,
      reason: words(
        'Only the marketing manager may void a case.',
        'Solo el jefe de marketing puede anular un caso.',
        '僅市場部經理可作廢案件。',
      )(language),
    },
  ];
}

function presentWaits(language: Language): InstanceView['waits'] {
  const chang = personById('U12').name(language);
  return [
    {
      kind: 'task',
      title: words('Quality’s opinion', 'Opinión de calidad', '品管部意見')(language),
      task: 't-orv-011-qc',
      dueAt: at('11-23 09:58'),
      soonAt: at('11-20 16:58'),
      since: at('11-20 09:58'),
      people: [
        {
          id: 'U12',
          name: chang,
          role: words('Quality engineer', 'Ingeniera de calidad', '品質工程師')(language),
          holds: true,
        },
      ],
      who: words(
        'Nobody else has this role. If she is away: Javier Ortega.',
        'Nadie más tiene este rol. Si no está: Javier Ortega.',
        '沒有其他人有此角色。不在時：Javier Ortega。',
      )(language),
      then: words(
        'Production manager, 4 working hours. If nobody answers by 09:58, the plant manager is told.',
        'Jefe de producción, 4 horas laborables. Si nadie responde antes de las 09:58, se avisa al director de planta.',
        '生產部經理，4 個工作小時。09:58 前無人回覆則通知廠長。',
      )(language),
      thenTitle: words('Decide', 'Decidir', '做出決定')(language),
    },
  ];
}

type Entry = readonly [when: string, title: Words, by: string | null, tone: HistoryView['tone'], detail: Words];

const ENTRIES: readonly Entry[] = [
  [
    '11-19 16:02',
    words('Started', 'Iniciado', '已發起'),
    'U08',
    null,
    words('PO NB-88412 from Northbridge Drives Ltd'),
  ],
  [
    '11-19 16:05',
    words('Looked up customer and products', 'Se consultaron cliente y productos', '查詢客戶與產品'),
    null,
    null,
    words('Known customer, credit is fine', 'Cliente conocido, crédito correcto', '既有客戶，信用正常'),
  ],
  [
    '11-19 16:20',
    words('Asked the customer', 'Preguntó al cliente', '詢問客戶'),
    'U08',
    null,
    words(
      '“Which drawing revision?” Answer: revision A',
      '«¿Qué revisión del plano?» Respuesta: revisión A',
      '「圖面版本？」答：A 版',
    ),
  ],
  [
    '11-20 09:57',
    words('Order complete', 'Pedido completo', '訂單資料完整'),
    'U08',
    null,
    words(
      'Second check, after the customer’s answer',
      'Segunda revisión, tras la respuesta del cliente',
      '客戶答覆後第二次檢查',
    ),
  ],
  [
    '11-20 09:58',
    words('Review chosen: circulated', 'Revisión elegida: circulada', '評審方式：傳閱'),
    null,
    null,
    words(
      '7,200.00 EUR is above 5,000; finance is not asked (known customer, under 20,000)',
      '7.200,00 EUR supera 5.000; no se consulta a finanzas (cliente conocido, menos de 20.000)',
      '7,200.00 EUR 超過 5,000；不需財務會簽(既有客戶，低於 20,000)',
    ),
  ],
  [
    '11-20 10:12',
    words('Product development', 'Desarrollo de productos', '產品開發部'),
    'U09',
    'ok',
    words(
      'Route exists, no tooling, risk low',
      'Ruta existente, sin utillaje, riesgo bajo',
      '途程已有，無治具，風險低',
    ),
  ],
  [
    '11-20 11:40',
    words('Marketing', 'Marketing', '市場部'),
    'U08',
    'ok',
    words('Price as quoted, standard packing', 'Precio según oferta, embalaje estándar', '依報價，標準包裝'),
  ],
  [
    '11-20 14:05',
    words('Production', 'Producción', '生產部'),
    'U03',
    'ok',
    words(
      'Earliest finish Fri 4 Dec · bottleneck CM-01',
      'Fin más temprano vie 4 dic · cuello CM-01',
      '最早完工 12/4(五) · 瓶頸 CM-01',
    ),
  ],
  [
    '11-20 15:31',
    words('Material control', 'Control de materiales', '物料控制部'),
    'U10',
    'ok',
    words(
      'Material in stock, from Mon 23 Nov',
      'Material en stock, desde el lun 23 nov',
      '物料有庫存，11/23(一)起可用',
    ),
  ],
];

/** What happened in it so far. */
export function presentHistory(language: Language): HistoryPage {
  return {
    items: ENTRIES.map((entry, index) => presentEntry(entry, index + 1, language)),
    next: null,
    chain: { intact: true, entries: ENTRIES.length, brokenAt: null, reason: null },
  };
}

function presentEntry([when, title, by, tone, detail]: Entry, rev: number, language: Language): HistoryView {
  return {
    rev,
    at: at(when),
    title: title(language),
    outcome: null,
    tone,
    by: by === null ? null : { id: by, name: personById(by).name(language) },
    kind: by === null ? 'effect' : 'task',
    details: [detail(language)],
    fields: [],
    hash: HASH,
  };
}
