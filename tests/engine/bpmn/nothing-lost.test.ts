import { expect } from 'chai';
import { drawAndRead } from './drawn-elements.ts';
import { readBack } from './read-back.ts';
import { contentOf } from './workflow-content.ts';
import { WHOLE_WORKFLOWS } from './workflow-files.ts';

describe('what a picture keeps of its workflow', () => {
  for (const { name, file } of WHOLE_WORKFLOWS) {
    it(`[BP13] every state and every transition of ${name} can be read back from its BPMN`, async () => {
      // when
      const read = readBack(await drawAndRead(file));

      // then
      const content = contentOf(file as never);
      expect(read.states).to.deep.equal(content.states);
      expect(read.transitions).to.deep.equal(content.transitions);
    });
  }
});
