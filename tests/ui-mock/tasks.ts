import type { Language } from '../../engine/model/language.ts';
import type { Box, TaskRowView } from '../../server/services/views/task-view.ts';
import { at, NOW } from './clock.ts';
import { personById } from './people.ts';
import { type Words, words } from './words.ts';

/** A task as the mock keeps it. */
export interface MockTask {
  readonly id: string;
  readonly title: Words;
  readonly number: string;
  readonly subject: Words;
  readonly workflow: Words;
  readonly dueAt: string | null;
  readonly soonAt: string | null;
  readonly openedAt: string;
  assignee: string | null;
}

const orderReview = words('Customer order review', 'Revisión de pedidos de clientes', '客戶訂單評審');

/** The open tasks of the production department. */
export const TASKS: MockTask[] = [
  task('t-ncr-007', 'NCR-2611-007', {
    title: words('Vote on the disposition', 'Votar la disposición', '處置會簽'),
    subject: words(
      'Hydraulic manifold block · 4 pcs, DIM-01',
      'Bloque distribuidor hidráulico · 4 uds., DIM-01',
      '油壓歧管塊 · 4 件，DIM-01',
    ),
    workflow: words('Nonconforming product', 'Producto no conforme', '不合格品控制'),
    due: '11-23 09:22',
    assignee: 'U03',
  }),
  task('t-shc-003', 'SHC-2611-003', {
    title: words('Answer the escalation', 'Responder al escalado', '回覆升級'),
    subject: words(
      '42CrMo4 bar Ø30 · short 51.5 m',
      'Barra 42CrMo4 Ø30 · faltan 51,5 m',
      '42CrMo4 圓棒 Ø30 · 缺 51.5 m',
    ),
    workflow: words('Shortage escalation', 'Escalado por escasez', '缺料與計畫異常升級'),
    due: '11-23 10:07',
    assignee: 'U03',
  }),
  task('t-orv-011', 'ORV-2611-011', {
    title: words('Decide', 'Decidir', '做出決定'),
    subject: words('Northbridge Drives Ltd · PO NB-88412'),
    workflow: orderReview,
    due: '11-23 14:50',
    soon: '11-23 10:00',
    assignee: null,
  }),
  task('t-dpl-025', 'DPL-2611-025', {
    title: words('Issue the day plan', 'Emitir el plan del día', '發布日計畫'),
    subject: words(
      'Plan for Wed 25 Nov · WS-1, WS-2',
      'Plan para el mié 25 nov · WS-1, WS-2',
      '11/25(三)計畫 · WS-1、WS-2',
    ),
    workflow: words('T+2 day plan', 'Plan de días T+2', 'T+2日生產計畫'),
    due: '11-23 15:30',
    soon: '11-23 10:30',
    assignee: 'U04',
  }),
  task('t-pch-004', 'PCH-2611-004', {
    title: words('Approve the plan change', 'Aprobar el cambio de plan', '核准計畫變更'),
    subject: words(
      'SO-2611-008 Flange DN50 · to Fri 27 Nov',
      'SO-2611-008 Brida DN50 · al vie 27 nov',
      'SO-2611-008 法蘭 DN50 · 改至 11/27(五)',
    ),
    workflow: words('Plan change', 'Cambio de plan', '生產計畫變更'),
    due: '11-23 17:00',
    soon: '11-23 13:00',
    assignee: 'U03',
  }),
  task('t-drp-020', 'DRP-2611-020', {
    title: words('Explain the shortfall', 'Explicar la subproducción', '說明欠產原因'),
    subject: words(
      'Fri 20 Nov · WS-1 · 91 % of plan',
      'vie 20 nov · WS-1 · 91 % del plan',
      '11/20(五)· WS-1 · 達成率 91 %',
    ),
    workflow: words('Daily report', 'Informe diario', '生產日報'),
    due: '11-23 17:30',
    soon: '11-23 13:30',
    assignee: null,
  }),
  task('t-orv-013', 'ORV-2611-013', {
    title: words('Production’s opinion', 'Opinión de producción', '生產部意見'),
    subject: words('Andamar Conveyors S.A. · PO 4500-1182'),
    workflow: orderReview,
    due: '11-24 11:00',
    assignee: null,
  }),
  task('t-orv-014', 'ORV-2611-014', {
    title: words('Production’s opinion', 'Opinión de producción', '生產部意見'),
    subject: words(
      'Taiyo Fluid Power Co., Ltd. · PO TF-5567',
      'Taiyo Fluid Power Co., Ltd. · PO TF-5567',
      '泰洋流體 · PO TF-5567',
    ),
    workflow: orderReview,
    due: '11-24 15:00',
    assignee: null,
  }),
  task('t-mpl-001', 'MPL-2612-001', {
    title: words('Approve the December plan', 'Aprobar el plan de diciembre', '核准十二月計畫'),
    subject: words('8 products · 3 at risk', '8 productos · 3 en riesgo', '8 項產品 · 3 項有風險'),
    workflow: words('Monthly rolling plan', 'Plan móvil mensual', '月滾動生產計畫'),
    due: '11-27 12:00',
    assignee: 'U03',
  }),
  task('t-shc-002', 'SHC-2611-002', {
    title: words('Confirm the new date', 'Confirmar la nueva fecha', '確認新交期'),
    subject: words('Bearing 6204 · PO-2611-035', 'Rodamiento 6204 · PO-2611-035', '6204 軸承 · PO-2611-035'),
    workflow: words('Shortage escalation', 'Escalado por escasez', '缺料與計畫異常升級'),
    assignee: 'U04',
  }),
];

/** A task that comes in when a test asks for one. */
export function makeNewTask(count: number): MockTask {
  return task(`t-new-${count}`, `ORV-2611-0${20 + count}`, {
    title: words('Production’s opinion', 'Opinión de producción', '生產部意見'),
    subject: words('Hidráulica Levante S.L. · PO HL-0931'),
    workflow: orderReview,
    due: '11-23 16:00',
    assignee: null,
  });
}

/** The tasks of a box for a person, in the order asked for. */
export function tasksIn(box: Box, me: string, order: string): MockTask[] {
  const chosen = TASKS.filter((candidate) => belongs(candidate, box, me));
  const moment = (value: string | null) => (value === null ? Number.POSITIVE_INFINITY : Date.parse(value));
  return order === 'newest'
    ? chosen.toSorted((a, b) => moment(b.openedAt) - moment(a.openedAt))
    : chosen.toSorted((a, b) => moment(a.dueAt) - moment(b.dueAt));
}

/** A task as a row of the API. */
export function presentRow(mock: MockTask, language: Language): TaskRowView {
  return {
    id: mock.id,
    title: mock.title(language),
    state: 'state',
    instance: {
      id: mock.number.toLowerCase(),
      number: mock.number,
      subject: mock.subject(language),
      workflow: { id: 'workflow', title: mock.workflow(language), version: 7 },
    },
    openedAt: mock.openedAt,
    dueAt: mock.dueAt,
    soonAt: mock.soonAt,
    assignee: mock.assignee ? { id: mock.assignee, name: personById(mock.assignee).name(language) } : null,
    roles: [
      { id: 'production_manager', title: words('Production manager', 'Jefe de producción', '生產部經理')(language) },
    ],
    claimable: mock.assignee === null,
  };
}

function belongs(mock: MockTask, box: Box, me: string): boolean {
  switch (box) {
    case 'mine':
      return mock.assignee === me;
    case 'available':
      return mock.assignee === null;
    case 'department':
      return true;
    case 'overdue':
      return mock.dueAt !== null && Date.parse(mock.dueAt) <= NOW;
  }
}

interface TaskOptions extends Pick<MockTask, 'title' | 'subject' | 'workflow'> {
  readonly due?: string;
  readonly soon?: string;
  readonly assignee: string | null;
}

function task(id: string, number: string, options: TaskOptions): MockTask {
  const { due, soon, ...rest } = options;
  return {
    id,
    number,
    dueAt: due === undefined ? null : at(due),
    soonAt: soon === undefined ? null : at(soon),
    openedAt: at('11-20 16:00'),
    ...rest,
  };
}
