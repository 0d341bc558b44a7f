import type { Language } from '../../engine/model/language.ts';
import type { PersonView } from '../../server/services/views/shared-views.ts';
import { type Words, words } from './words.ts';

/** A demo person as the mock knows them. */
export interface MockPerson {
  readonly id: string;
  readonly login: string;
  readonly name: Words;
  readonly role: Words;
  readonly department: Words;
  readonly language: Language;
}

const leadership = words('Leadership', 'Dirección', '公司領導');
const production = words('Production', 'Producción', '生產部');
const workshop = words('Workshop', 'Taller', '生產車間');
const quality = words('Quality', 'Calidad', '品管部');

type PersonRow = [id: string, login: string, name: Words, role: Words, department: Words, language: Language];

/** The people of the demo plant, in the order of the sign-in page. */
export const PEOPLE: readonly MockPerson[] = [
  person(
    'U01',
    'mei',
    words('Chen Mei-ling', 'Chen Mei-ling', '陳美玲'),
    words('General manager', 'Directora general', '總經理'),
    leadership,
    'zh-TW',
  ),
  person(
    'U02',
    'javier',
    words('Javier Ortega'),
    words('Plant manager', 'Director de planta', '廠長'),
    leadership,
    'es',
  ),
  person(
    'U03',
    'lin',
    words('Lin Chih-hao', 'Lin Chih-hao', '林志豪'),
    words('Production manager', 'Jefe de producción', '生產部經理'),
    production,
    'zh-TW',
  ),
  person(
    'U04',
    'ana',
    words('Ana Torres'),
    words('Production planner', 'Planificadora de producción', '生管員'),
    production,
    'es',
  ),
  person(
    'U05',
    'wu',
    words('Wu Chun-chieh', 'Wu Chun-chieh', '吳俊傑'),
    words('Workshop supervisor', 'Jefe de taller', '車間主任'),
    workshop,
    'zh-TW',
  ),
  person('U06', 'rosa', words('Rosa Jiménez'), words('Team leader', 'Jefa de equipo', '班組長'), workshop, 'es'),
  person(
    'U07',
    'liao',
    words('Liao Yu-hsuan', 'Liao Yu-hsuan', '廖宇軒'),
    words('Operator', 'Operario', '作業員'),
    workshop,
    'zh-TW',
  ),
  person(
    'U08',
    'huang',
    words('Huang Ya-ting', 'Huang Ya-ting', '黃雅婷'),
    words('Marketing manager', 'Jefa de marketing', '市場部經理'),
    words('Marketing', 'Marketing', '市場部'),
    'zh-TW',
  ),
  person(
    'U09',
    'tsai',
    words('Tsai Ming-che', 'Tsai Ming-che', '蔡明哲'),
    words('Product and process engineer', 'Ingeniero de producto y procesos', '產品/製程工程師'),
    words('Product development', 'Desarrollo de productos', '產品開發部'),
    'zh-TW',
  ),
  person(
    'U10',
    'lucia',
    words('Lucía Fernández'),
    words('Material controller', 'Controladora de materiales', '物控員'),
    words('Material control', 'Control de materiales', '物料控制部'),
    'es',
  ),
  person(
    'U11',
    'kuo',
    words('Kuo Wei-ting', 'Kuo Wei-ting', '郭威廷'),
    words('Warehouse supervisor', 'Jefe de almacén', '倉庫主管'),
    words('Warehouse', 'Almacén', '倉庫'),
    'zh-TW',
  ),
  person(
    'U12',
    'chang',
    words('Chang Shu-fen', 'Chang Shu-fen', '張淑芬'),
    words('Quality manager', 'Jefa de calidad', '品管部經理'),
    quality,
    'zh-TW',
  ),
  person(
    'U13',
    'diego',
    words('Diego Ramírez'),
    words('Quality inspector', 'Inspector de calidad', '檢驗員'),
    quality,
    'es',
  ),
  person(
    'U14',
    'hsu',
    words('Hsu Po-han', 'Hsu Po-han', '許柏翰'),
    words('Maintenance supervisor', 'Jefe de mantenimiento', '設備主管'),
    words('Equipment', 'Equipos', '設備部'),
    'zh-TW',
  ),
  person(
    'U15',
    'emma',
    words('Emma Novak'),
    words('Training coordinator', 'Coordinadora de capacitación', '培訓專員'),
    words('Training', 'Capacitación', '人力資源部'),
    'en',
  ),
];

/** The demo person with this id. */
export function personById(id: string): MockPerson {
  const found = PEOPLE.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`The mock has no person ${id}.`);
  return found;
}

/** A person as the API shows them. */
export function presentPerson(mock: MockPerson, language: Language): PersonView {
  return {
    id: mock.id,
    name: mock.name(language),
    department: { id: 'department', title: mock.department(language) },
    roles: [{ id: 'role', title: mock.role(language) }],
  };
}

function person(...[id, login, name, role, department, language]: PersonRow): MockPerson {
  return { id, login, name, role, department, language };
}
