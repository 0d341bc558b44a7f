import { expect } from 'chai';
import type { JsonObject } from '../../../engine/model/json.ts';
import type { FormView } from '../../../server/services/views/shared-views.ts';
import { openLiveForm } from '../../../ui/form/live-expressions.ts';
import { openFormat } from '../../../ui/texts/format.ts';

const FORM: FormView = {
  id: 'sum',
  title: 'Sum',
  help: null,
  schema: {
    type: 'object',
    properties: {
      a: { type: 'number', title: 'A' },
      sum: { type: 'number', title: 'Sum', 'x-computed': '= answers.a + data.b' },
    },
  },
  checks: [],
  layout: [],
};

describe('what a form works out while one types', () => {
  it('is worked out once for the same answers, and anew when they or the case change', () => {
    // given
    let data: JsonObject = { b: 1 };
    const scope = () => {
      return { data, now: '2026-11-23T01:00:00Z' };
    };
    const live = openLiveForm(FORM, scope, openFormat('en', 'Asia/Taipei'));
    const answers = { a: 2 };

    // when
    const made = live.compute(answers);
    const again = [live.compute(answers), live.compute(made)];

    // then
    expect(made).to.deep.equal({ a: 2, sum: 3 });
    expect(again[0]).to.equal(made);
    expect(again[1]).to.equal(made);
    data = { b: 5 };
    expect(live.compute(answers)).to.deep.equal({ a: 2, sum: 7 });
    expect(live.compute({ a: 1 })).to.deep.equal({ a: 1, sum: 6 });
  });
});
