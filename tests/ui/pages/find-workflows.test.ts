import { expect } from 'chai';
import type { WorkflowView } from '../../../server/services/views/workflow-view.ts';
import { findWorkflows } from '../../../ui/pages/start/find-workflows.ts';

const REVIEW = workflow('order-review', 'Revisión de pedidos', true);
const PLAN = workflow('day-plan', 'Plan del día', false);

describe('looking for a procedure', () => {
  it('groups by who may start', () => {
    expect(findWorkflows([REVIEW, PLAN], '')).to.deep.equal({ forYou: [REVIEW], others: [PLAN] });
  });

  it('does not mind capitals and accents, and wants every word', () => {
    expect(findWorkflows([REVIEW, PLAN], 'REVISION pedido').forYou).to.deep.equal([REVIEW]);
    expect(findWorkflows([REVIEW, PLAN], 'revision plan').forYou).to.deep.equal([]);
    expect(findWorkflows([REVIEW, PLAN], 'dia').others).to.deep.equal([PLAN]);
  });
});

function workflow(id: string, title: string, startable: boolean): WorkflowView {
  return { id, title, about: '', version: 1, startable, starters: [], owners: [], running: 0 };
}
