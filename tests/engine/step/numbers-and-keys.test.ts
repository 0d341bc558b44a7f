import { expect } from 'chai';
import { NO_REFS } from '../../../engine/model/command.ts';
import type { FormFile } from '../../../engine/model/form-file.ts';
import { formatNumber, readNumberFormat } from '../../../engine/workflow/number-format.ts';
import { openTestEngine, refusalOf } from '../../support/open-test-engine.ts';
import { MAKE_AND_CHECK, NOTE_FORM, sampleFile, sampleVersion } from '../../support/sample-workflow.ts';

const open = (meta: object) => openTestEngine(sampleVersion(sampleFile(MAKE_AND_CHECK, { meta })));

describe('numbers, keys and texts', () => {
  it("[NU1] a number has the month of its calendar's zone and the next sequence", async () => {
    // given: 31 October 2026, 17:00 UTC is 1 November in Taipei
    const test = open({ number: 'SMP-{yyMM}-{seq3}' });
    test.clock.set(Date.UTC(2026, 9, 31, 17));

    // then
    expect((await test.start('amy')).number).to.equal('SMP-2611-001');
    expect((await test.start('amy')).number).to.equal('SMP-2611-002');
  });

  it('[NU1] [RT3] twenty starts at once get twenty numbers in a row', async () => {
    const test = open({});
    const started = await Promise.all(Array.from({ length: 20 }, () => test.start('amy')));
    expect(started.map((instance) => instance.seq).sort((a, b) => a - b)).to.deep.equal(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it('[NU1] [RT3] a start that fails leaves no gap, though others were behind it', async () => {
    // given
    const test = open({ key: '= data.request.note', unique: 'ever' });
    await test.start('amy', { note: 'taken' });

    // when
    const results = await Promise.all(
      ['taken', 'a', 'taken', 'b', 'c'].map((note) =>
        test.start('amy', { note }).then(
          (instance) => instance.seq,
          (error: { code: string }) => error.code,
        ),
      ),
    );

    // then
    expect(results.filter((result) => result === 'key.taken')).to.have.length(2);
    expect(results.filter((result) => typeof result === 'number').sort()).to.deep.equal([2, 3, 4]);
  });

  it('[NU1] a number may hold FEEL, and a sequence outgrows its digits', () => {
    const format = readNumberFormat('{= data.site}-{seq2}/x');
    const parts = format.kind === 'read' ? format.parts : [];
    expect(formatNumber(parts, { yyMM: '2611', feel: () => 'TC' }, 7)).to.deep.equal({
      series: 'TC-/x',
      number: 'TC-07/x',
    });
    expect(formatNumber(parts, { yyMM: '2611', feel: () => 'TC' }, 123).number).to.equal('TC-123/x');
    for (const broken of ['no sequence', '{seq3}{seq3}', '{year}-{seq3}', '{seq3', '}{seq3}'])
      expect(readNumberFormat(broken).kind, broken).to.equal('broken');
  });

  it('[NU2] a given number may leave a gap, and the next one follows it', async () => {
    const test = open({});
    await test.send({
      kind: 'start',
      id: 'given',
      workflow: 'sample',
      by: 'amy',
      answers: {},
      refs: NO_REFS,
      number: { series: 'SMP-', seq: 11, number: 'SMP-011' },
    });
    expect((await test.start('amy')).number).to.equal('SMP-012');
  });

  it('[KE1] a key is held ever, while running, or not at all; a null key is not held', async () => {
    // given
    const ever = open({ key: '= data.request.note', unique: 'ever' });
    const running = open({ key: '= data.request.note', unique: 'running' });
    const free = open({ key: '= data.request.note' });
    const end = async (test: typeof ever, note: string) =>
      test.complete(await test.start('amy', { note }), 'make', 'amy', 'dropped');

    // then
    await end(ever, 'k');
    expect((await refusalOf(ever.start('amy', { note: 'k' }))).code).to.equal('key.taken');
    expect((await ever.start('amy')).keyHeld).to.equal(undefined);
    await ever.start('amy');
    await running.start('amy', { note: 'k' });
    expect((await refusalOf(running.start('amy', { note: 'k' }))).code).to.equal('key.taken');
    await end(running, 'other');
    expect((await running.start('amy', { note: 'other' })).key).to.equal('other');
    await free.start('amy', { note: 'k' });
    expect((await free.start('amy', { note: 'k' })).key).to.equal('k');
  });

  it('[TX1] a subject shows a record by its name in each language, and what is missing leaves nothing', async () => {
    // given
    const form: FormFile = {
      id: 'request',
      title: 'Request',
      schema: { type: 'object', properties: { part: { type: 'string', 'x-ref': 'parts' }, note: { type: 'string' } } },
    };
    const test = openTestEngine(
      sampleVersion(
        sampleFile(MAKE_AND_CHECK, {
          meta: {
            start: { form: 'request', roles: ['maker'], into: 'request' },
            subject: '{{data.request.part}} · {{data.request.note}}{{data.request.constructor}}{{data.make.count}}',
          },
        }),
        [form, NOTE_FORM],
      ),
    );

    // when
    const { instance } = await test.send({
      kind: 'start',
      id: 's',
      workflow: 'sample',
      by: 'amy',
      answers: { part: 'P-1', note: '{{data.request.part}}' },
      refs: { names: { 'parts/P-1': { en: 'Bracket', 'zh-TW': '支架' } }, records: {} },
    });

    // then
    expect(instance.subject).to.deep.equal({
      en: 'Bracket · {{data.request.part}}',
      'zh-TW': '支架 · {{data.request.part}}',
    });
    expect(instance.refs).to.deep.equal({ 'parts/P-1': { en: 'Bracket', 'zh-TW': '支架' } });
  });
});
