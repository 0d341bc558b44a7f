import { expect } from 'chai';
import type { WorkflowView } from '../../../server/services/views/workflow-view.ts';
import { findWorkflows } from '../../../ui/pages/start/find-workflows.ts';

const MARKETING = { id: 'MK', title: 'Marketing' };
const PRODUCTION = { id: 'PR', title: 'Producción' };
const REVIEW = workflow({ id: 'order-review', title: 'Revisión de pedidos', startable: true, department: MARKETING });
const HIRE = workflow({ id: 'hire', title: 'Personal', startable: true, department: PRODUCTION });
const PLAN = workflow({ id: 'day-plan', title: 'Plan del día', startable: false, department: PRODUCTION });
const SHIFT = workflow({ id: 'shift', title: 'Turno', startable: false, department: PRODUCTION });

describe('looking for a procedure', () => {
  it('[CT1] what the reader may start comes first, the own department before the others; the rest by department', () => {
    expect(findWorkflows([HIRE, REVIEW, PLAN, SHIFT], '', 'MK')).to.deep.equal({
      forYou: [REVIEW, HIRE],
      others: [{ department: { id: 'PR', title: 'Producción' }, workflows: [PLAN, SHIFT] }],
    });
  });

  it('does not mind capitals and accents, and wants every word', () => {
    expect(findWorkflows([REVIEW, PLAN], 'REVISION pedido', '').forYou).to.deep.equal([REVIEW]);
    expect(findWorkflows([REVIEW, PLAN], 'revision plan', '').forYou).to.deep.equal([]);
    expect(findWorkflows([REVIEW, PLAN], 'dia', '').others[0]?.workflows).to.deep.equal([PLAN]);
    expect(findWorkflows([REVIEW, PLAN], 'produccion', '').others[0]?.workflows).to.deep.equal([PLAN]);
  });
});

interface Known {
  readonly id: string;
  readonly title: string;
  readonly startable: boolean;
  readonly department: { readonly id: string; readonly title: string };
}

function workflow(known: Known): WorkflowView {
  return { ...known, about: '', version: 1, starters: [], owners: [], running: 0 };
}
