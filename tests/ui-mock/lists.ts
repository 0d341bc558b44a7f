import type { Language } from '../../engine/model/language.ts';
import type { InstanceRowView, NotificationView } from '../../server/services/views/instance-view.ts';
import type { WorkflowView } from '../../server/services/views/workflow-view.ts';
import { presentCase } from './case.ts';
import { at } from './clock.ts';
import { personById } from './people.ts';
import { TASKS } from './tasks.ts';
import { type Words, words } from './words.ts';

/** The cases that somebody of production may see. */
export function presentCases(language: Language): InstanceRowView[] {
  const { id, number, subject, workflow, status, light, steps, startedAt, endedAt, initiator } = presentCase(language);
  const first = { id, number, subject, workflow, status, light, steps, startedAt, endedAt, initiator, incidents: 0 };
  const running = TASKS.filter((task) => task.number !== number).map(
    (task): InstanceRowView => ({
      ...first,
      id: task.number.toLowerCase(),
      number: task.number,
      subject: task.subject(language),
      workflow: { ...workflow, title: task.workflow(language) },
      steps: [task.title(language)],
      startedAt: at('11-18 09:15'),
      initiator: { id: 'U04', name: personById('U04').name(language) },
      incidents: task.number.startsWith('MPL') ? 1 : 0,
    }),
  );
  const ended = (number: string, state: Pick<InstanceRowView, 'status' | 'light'>): InstanceRowView => ({
    ...first,
    id: number.toLowerCase(),
    number,
    subject: 'Yilan Machine Tool · PO YL-2031',
    steps: [],
    endedAt: at('11-17 15:00'),
    startedAt: at('11-12 08:30'),
    ...state,
  });
  return [
    first,
    ...running,
    ended('ORV-2611-009', {
      status: 'done',
      light: { color: 'green', text: words('Approved', 'Aprobado', '已核准')(language) },
    }),
    ended('ORV-2611-008', {
      status: 'done',
      light: { color: 'red', text: words('Rejected', 'Rechazado', '已駁回')(language) },
    }),
    ended('ORV-2611-007', {
      status: 'cancelled',
      light: { color: 'grey', text: words('Cancelled', 'Cancelado', '已取消')(language) },
    }),
  ];
}

const SELLER = words('Sales representative', 'Representante comercial', '業務員');

/** The procedures on the start page. */
export function presentWorkflows(language: Language): WorkflowView[] {
  return WORKFLOWS.map((mock) => mock(language));
}

/** What the reader was told. */
export function presentNotifications(language: Language): NotificationView[] {
  const instance = { id: 'orv-2611-011', number: 'ORV-2611-011' };
  return [
    {
      id: 'n1',
      title: words('Quality: Conditional', 'Calidad: Con condiciones', '品管部：有條件')(language),
      text: words(
        'All five opinions are in. Decide waits for you.',
        'Ya están las cinco opiniones. Decidir espera por usted.',
        '五個部門意見已齊，等您做出決定。',
      )(language),
      at: at('11-23 09:50'),
      read: NOTIFICATIONS_READ.has('n1'),
      instance,
    },
    {
      id: 'n2',
      title: words(
        'Answer the escalation is overdue',
        'Responder al escalado ha vencido',
        '「回覆升級」已逾期',
      )(language),
      text: words('The plant manager has been told.', 'Se ha avisado al director de planta.', '已通知廠長。')(language),
      at: at('11-23 10:07'),
      read: true,
      instance: { id: 'shc-2611-003', number: 'SHC-2611-003' },
    },
  ];
}

/** Ids of the notifications that were read. */
export const NOTIFICATIONS_READ = new Set<string>();

function workflow(...[id, title, about, starter, running]: [string, Words, Words, Words, number]) {
  return (language: Language): WorkflowView => ({
    id,
    title: title(language),
    about: about(language),
    version: 7,
    startable: true,
    starters: [{ id: 'sales_rep', title: starter(language) }],
    owners: [],
    running,
  });
}

function locked(id: string, title: Words, starter: Words) {
  return (language: Language): WorkflowView => ({
    ...workflow(id, title, words(''), starter, 0)(language),
    startable: false,
  });
}

const WORKFLOWS = [
  workflow(
    'order-review',
    words('Customer order review', 'Revisión de pedidos de clientes', '客戶訂單評審'),
    words(
      'Before the plant promises a date: can we make it, by when, on what conditions?',
      'Antes de prometer una fecha: ¿podemos hacerlo, para cuándo y con qué condiciones?',
      '承諾交期之前：做得到嗎？何時？有什麼條件？',
    ),
    SELLER,
    3,
  ),
  workflow(
    'delivery-exception',
    words('Delivery exception', 'Anomalía de entrega', '交貨異常處理'),
    words(
      'A delivery will be late, short, or wrong, or the customer says so.',
      'Una entrega llegará tarde, incompleta o mal, o lo dice el cliente.',
      '交貨將延遲、短少或有誤，或客戶提出異常。',
    ),
    SELLER,
    0,
  ),
  workflow(
    'nonconforming-product',
    words('Nonconforming product', 'Producto no conforme', '不合格品控制'),
    words(
      'Parts that are not right, or that nobody can identify. The lot is held at once.',
      'Piezas que no están bien o que nadie puede identificar. El lote se retiene de inmediato.',
      '不合格或無法識別的零件。批次立即留置。',
    ),
    SELLER,
    1,
  ),
  workflow(
    'shortage-escalation',
    words('Material shortage', 'Escasez de material', '缺料'),
    words(
      'Material is missing or will be. Its clock runs until a person has an answer.',
      'Falta material o faltará. El reloj corre hasta que alguien responda.',
      '物料短缺或將短缺。計時至有人回覆。',
    ),
    SELLER,
    2,
  ),
  locked(
    'day-plan',
    words('T+2 day production plan', 'Plan de producción de días T+2', 'T+2日生產計畫'),
    words('Production planner', 'Planificador de producción', '生管員'),
  ),
  locked(
    'equipment',
    words('Equipment management', 'Gestión de equipos', '設備管理'),
    words('Maintenance supervisor', 'Jefe de mantenimiento', '設備主管'),
  ),
  locked(
    'calibration',
    words('Calibration', 'Calibración', '量具校驗'),
    words('Metrology technician', 'Técnico de metrología', '計量員'),
  ),
];
