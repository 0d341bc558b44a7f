import type { Language } from '../../engine/model/language.ts';
import type { DiagramView } from '../../server/services/views/instance-view.ts';
import { type Words, words } from './words.ts';

type Kind = 'startEvent' | 'endEvent' | 'userTask' | 'serviceTask' | 'exclusiveGateway' | 'parallelGateway';
type Place = readonly [x: number, y: number, width: number, height: number];
type Node = readonly [id: string, kind: Kind, place: Place, name: Words | null];
type Flow = readonly [id: string, from: string, to: string, way: readonly (readonly [number, number])[], name?: Words];

const NODES: readonly Node[] = [
  ['order', 'startEvent', [40, 272, 30, 30], words('Order', 'Pedido', '訂單')],
  ['check', 'userTask', [100, 258, 115, 58], words('Check the order', 'Revisar el pedido', '檢查訂單')],
  ['ask', 'userTask', [100, 378, 115, 58], words('Ask the customer', 'Preguntar al cliente', '詢問客戶')],
  ['choose', 'exclusiveGateway', [244, 266, 42, 42], null],
  ['delegated', 'userTask', [388, 42, 160, 43], words('Delegated review', 'Revisión delegada', '授權評審')],
  ['split', 'parallelGateway', [315, 266, 42, 42], null],
  ['pd', 'userTask', [388, 121, 160, 43], words('Product development', 'Desarrollo de producto', '產品開發部')],
  ['mk', 'userTask', [388, 176, 160, 43], words('Marketing', 'Marketing', '市場部')],
  ['pr', 'userTask', [388, 232, 160, 43], words('Production', 'Producción', '生產部')],
  ['mc', 'userTask', [388, 287, 160, 43], words('Material control', 'Control de materiales', '物料控制部')],
  ['qc', 'userTask', [388, 343, 160, 43], words('Quality', 'Calidad', '品管部')],
  ['fi', 'userTask', [388, 399, 160, 43], words('Finance', 'Finanzas', '財務部')],
  ['join', 'parallelGateway', [581, 266, 42, 42], null],
  ['decide', 'userTask', [653, 258, 115, 58], words('Decide', 'Decidir', '做出決定')],
  ['verdict', 'exclusiveGateway', [798, 266, 42, 42], null],
  ['approve', 'userTask', [900, 147, 130, 58], words('Approve', 'Aprobar', '核准')],
  ['notice', 'serviceTask', [1062, 147, 122, 58], words('Issue the notice', 'Emitir la orden', '發出通知單')],
  ['approved', 'endEvent', [1212, 161, 30, 30], words('Approved', 'Aprobado', '已核准')],
  ['confirm', 'userTask', [900, 258, 130, 58], words('Customer confirms', 'Confirma el cliente', '客戶確認')],
  ['negotiate', 'userTask', [900, 350, 130, 58], words('Negotiate', 'Negociar', '與客戶協商')],
  ['reject', 'userTask', [900, 436, 130, 58], words('Confirm rejection', 'Confirmar rechazo', '確認不接受')],
  ['rejected', 'endEvent', [1064, 450, 30, 30], words('Rejected', 'Rechazado', '已駁回')],
];

const FLOWS: readonly Flow[] = [
  [
    'f1',
    'order',
    'check',
    [
      [70, 287],
      [100, 287],
    ],
  ],
  [
    'f2',
    'check',
    'ask',
    [
      [139, 316],
      [139, 378],
    ],
    words('incomplete', 'incompleto', '不完整'),
  ],
  [
    'f3',
    'ask',
    'check',
    [
      [180, 378],
      [180, 316],
    ],
  ],
  [
    'f4',
    'check',
    'choose',
    [
      [215, 287],
      [244, 287],
    ],
  ],
  [
    'f5',
    'choose',
    'delegated',
    [
      [265, 266],
      [265, 63],
      [388, 63],
    ],
    words('small, standard', 'pequeño, estándar', '小量、標準'),
  ],
  [
    'f6',
    'delegated',
    'decide',
    [
      [548, 63],
      [710, 63],
      [710, 258],
    ],
  ],
  [
    'f7',
    'choose',
    'split',
    [
      [286, 287],
      [315, 287],
    ],
  ],
  [
    'f8',
    'split',
    'pd',
    [
      [336, 266],
      [336, 142],
      [388, 142],
    ],
  ],
  [
    'f9',
    'split',
    'mk',
    [
      [336, 266],
      [336, 197],
      [388, 197],
    ],
  ],
  [
    'f10',
    'split',
    'pr',
    [
      [336, 266],
      [336, 253],
      [388, 253],
    ],
  ],
  [
    'f11',
    'split',
    'mc',
    [
      [336, 308],
      [388, 308],
    ],
  ],
  [
    'f12',
    'split',
    'qc',
    [
      [336, 308],
      [336, 364],
      [388, 364],
    ],
  ],
  [
    'f13',
    'split',
    'fi',
    [
      [336, 308],
      [336, 420],
      [388, 420],
    ],
  ],
  [
    'f14',
    'pd',
    'join',
    [
      [548, 142],
      [602, 142],
      [602, 266],
    ],
  ],
  [
    'f15',
    'mk',
    'join',
    [
      [548, 197],
      [602, 197],
      [602, 266],
    ],
  ],
  [
    'f16',
    'pr',
    'join',
    [
      [548, 253],
      [602, 253],
      [602, 266],
    ],
  ],
  [
    'f17',
    'mc',
    'join',
    [
      [548, 308],
      [602, 308],
    ],
  ],
  [
    'f18',
    'qc',
    'join',
    [
      [548, 364],
      [602, 364],
      [602, 308],
    ],
  ],
  [
    'f19',
    'fi',
    'join',
    [
      [548, 420],
      [602, 420],
      [602, 308],
    ],
  ],
  [
    'f20',
    'join',
    'decide',
    [
      [623, 287],
      [653, 287],
    ],
  ],
  [
    'f21',
    'decide',
    'verdict',
    [
      [768, 287],
      [798, 287],
    ],
  ],
  [
    'f22',
    'verdict',
    'approve',
    [
      [819, 266],
      [819, 176],
      [900, 176],
    ],
    words('accept', 'aceptar', '接受'),
  ],
  [
    'f23',
    'verdict',
    'confirm',
    [
      [840, 287],
      [900, 287],
    ],
    words('conditions', 'condiciones', '附條件'),
  ],
  [
    'f24',
    'verdict',
    'negotiate',
    [
      [819, 308],
      [819, 379],
      [900, 379],
    ],
    words('negotiate', 'negociar', '協商'),
  ],
  [
    'f25',
    'verdict',
    'reject',
    [
      [819, 308],
      [819, 465],
      [900, 465],
    ],
    words('reject', 'rechazar', '不接受'),
  ],
  [
    'f26',
    'approve',
    'notice',
    [
      [1030, 176],
      [1062, 176],
    ],
  ],
  [
    'f27',
    'notice',
    'approved',
    [
      [1184, 176],
      [1212, 176],
    ],
  ],
  [
    'f28',
    'confirm',
    'approve',
    [
      [965, 258],
      [965, 205],
    ],
  ],
  [
    'f29',
    'negotiate',
    'confirm',
    [
      [965, 350],
      [965, 316],
    ],
  ],
  [
    'f30',
    'negotiate',
    'reject',
    [
      [965, 408],
      [965, 436],
    ],
  ],
  [
    'f31',
    'reject',
    'rejected',
    [
      [1030, 465],
      [1064, 465],
    ],
  ],
];

const DONE = ['order', 'check', 'ask', 'choose', 'split', 'pd', 'mk', 'pr', 'mc'];
const SKIPPED = ['delegated', 'fi', 'f5', 'f6', 'f13', 'f19'];
const TAKEN = ['f1', 'f2', 'f3', 'f4', 'f7', 'f8', 'f9', 'f10', 'f11', 'f12', 'f14', 'f15', 'f16', 'f17'];

/** The picture of the order review while Quality's opinion is open. */
export function presentDiagram(language: Language): DiagramView {
  return {
    xml: xml(language),
    active: ['qc'],
    done: DONE.map((id) => ({ id, times: id === 'check' ? 2 : 1 })),
    skipped: SKIPPED,
    taken: TAKEN,
    steps: NODES.filter(([, kind]) => kind === 'userTask' || kind === 'serviceTask').map(([id, , , name]) => ({
      id,
      title: name?.(language) ?? id,
      status: id === 'qc' ? 'now' : DONE.includes(id) ? 'done' : SKIPPED.includes(id) ? 'not-needed' : 'to-come',
      times: id === 'check' ? 2 : DONE.includes(id) ? 1 : 0,
      detail: null,
    })),
  };
}

function xml(language: Language): string {
  const name = (text: Words | null | undefined) => (text ? ` name="${text(language)}"` : '');
  const bounds = ([x, y, width, height]: Place) => `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>`;
  const nodes = NODES.map(([id, kind, , text]) => `<bpmn:${kind} id="${id}"${name(text)}/>`);
  const flows = FLOWS.map(
    ([id, from, to, , text]) => `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"${name(text)}/>`,
  );
  const shapes = NODES.map(
    ([id, , place]) => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}">${bounds(place)}</bpmndi:BPMNShape>`,
  );
  const edges = FLOWS.map(
    ([id, , , way]) =>
      `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${way.map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`).join('')}</bpmndi:BPMNEdge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions" targetNamespace="http://mock">
<bpmn:process id="process" isExecutable="false">${nodes.join('')}${flows.join('')}</bpmn:process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="process">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
}
