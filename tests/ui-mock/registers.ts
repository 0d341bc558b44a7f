import type { Language } from '../../engine/model/language.ts';
import { type Words, words } from './words.ts';

type Record = { readonly id: string; readonly name: Words };

const REGISTERS: { readonly [name: string]: readonly Record[] } = {
  customers: [
    { id: 'C-01', name: words('Andamar Conveyors S.A.') },
    { id: 'C-02', name: words('Taiyo Fluid Power Co., Ltd.', 'Taiyo Fluid Power Co., Ltd.', '泰洋流體') },
    { id: 'C-03', name: words('Northbridge Drives Ltd') },
    { id: 'C-04', name: words('Hidráulica Levante S.L.') },
    { id: 'C-05', name: words('Yilan Machine Tool', 'Yilan Machine Tool', '宜蘭工具機') },
  ],
  products: [
    { id: 'P-1001', name: words('Gearbox mounting bracket', 'Soporte de reductora', '減速機安裝架') },
    { id: 'P-1002', name: words('Hydraulic manifold block', 'Bloque distribuidor hidráulico', '油壓歧管塊') },
    { id: 'P-1003', name: words('Drive shaft Ø25×240', 'Eje motriz Ø25×240', '傳動軸 Ø25×240') },
  ],
  'work-centers': [
    { id: 'LC-01', name: words('Fibre laser 3 kW', 'Láser de fibra 3 kW', '光纖雷射 3 kW') },
    { id: 'CM-01', name: words('Machining centre', 'Centro de mecanizado', '綜合加工機') },
    { id: 'GR-01', name: words('Cylindrical grinder', 'Rectificadora cilíndrica', '外圓磨床') },
  ],
};

/** The records of a register whose id or name holds what was typed. */
export function searchRegister(
  register: string,
  typed: string,
  language: Language,
): readonly { readonly id: string; readonly name: string }[] {
  const named = (REGISTERS[register] ?? []).map(({ id, name }) => ({ id, name: name(language) }));
  return named.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(typed.trim().toLowerCase()));
}
