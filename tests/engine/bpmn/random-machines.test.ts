import { expect } from 'chai';
import { DRAWING_CODES } from '../../../engine/bpmn/drawing-problem.ts';
import { planDrawing } from '../../../engine/bpmn/plan-drawing.ts';
import type { WorkflowFile } from '../../../engine/model/workflow-file.ts';
import { drawAndRead } from './drawn-elements.ts';
import { randomMachine } from './random-machine.ts';
import { readBack } from './read-back.ts';
import { contentOf } from './workflow-content.ts';

const TAME = 120;
const WILD = 250;

/** Draws a machine and reads it back, or says with which codes it was refused. Failures name the seed. */
async function tryMachine(file: WorkflowFile, seed: number): Promise<'drawn' | 'refused'> {
  const plan = planDrawing(file);
  if (plan.kind === 'refused') {
    expect(plan.problems, `seed ${seed}`).to.not.be.empty;
    for (const { code, path, message } of plan.problems) {
      expect(DRAWING_CODES, `seed ${seed}: ${message}`).to.include(code);
      expect(path, `seed ${seed}`).to.match(/^\//);
    }
    return 'refused';
  }
  const content = contentOf(file as never);
  const read = readBack(await drawAndRead(file));
  expect(read.states, `seed ${seed}`).to.deep.equal(content.states);
  expect(read.transitions, `seed ${seed}`).to.deep.equal(content.transitions);
  return 'drawn';
}

describe('pictures of random machines', () => {
  it('[BP13] machines of the notation are drawn, and nothing of them is lost', async () => {
    // when
    const seeds = Array.from({ length: TAME }, (_, seed) => seed);
    let drawn = 0;
    for (const seed of seeds) if ((await tryMachine(randomMachine(seed, 0), seed)) === 'drawn') drawn += 1;

    // then: only what leaves a step of a branch unreached is refused
    expect(drawn).to.be.above(TAME * 0.8);
  });

  it('[BP12] spoilt machines are refused with a known code, or drawn without loss', async () => {
    // when
    const seeds = Array.from({ length: WILD }, (_, seed) => 10_000 + seed);
    const results = [];
    for (const seed of seeds) results.push(await tryMachine(randomMachine(seed, 0.15), seed));

    // then
    expect(results).to.include('drawn');
    expect(results.filter((result) => result === 'refused').length).to.be.above(WILD / 4);
  });
});
