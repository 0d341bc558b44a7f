import { expect } from 'chai';
import type { Bundle } from '../../../engine/model/version.ts';
import { openCaseWords } from '../../../server/documents/case-words.ts';

describe('case-words', () => {
  const choice = { type: 'string', enum: ['ok', 'no'], 'x-labels': { ok: 'Fine', no: 'Not fine' } } as const;
  const bundle: Bundle = {
    machine: {
      id: 'sample',
      description: 'Sample',
      meta: { start: { form: 'ask', roles: ['maker'], into: 'asked' }, data: { mode: { ...choice, title: 'Mode' } } },
      on: { stop: { target: '.made', description: 'Stop', meta: { command: {} } } },
      initial: 'make',
      states: {
        make: {
          description: 'Make it',
          meta: { task: { form: 'ask', into: 'making' } },
          on: { done: [{ description: 'Done', target: 'made' }, { target: 'made' }], odd: 'made' },
        },
        made: { type: 'final' },
      },
    },
    texts: {
      es: {
        '/states/make/description': 'Hacerlo',
        '/states/make/on/done/0/description': 'Hecho',
        '/meta/data/mode/x-labels/ok': 'Bien',
        '/on/stop/description': 'Parar',
      },
    },
    forms: {
      ask: {
        id: 'ask',
        title: 'Ask',
        schema: {
          type: 'object',
          properties: {
            rows: { type: 'array', items: { type: 'object', properties: { state: choice } } },
            kinds: { type: 'array', items: choice },
          },
        },
      },
    },
    formTexts: {
      ask: {
        es: {
          '/schema/properties/rows/items/properties/state/x-labels/ok': 'Conforme',
          '/schema/properties/kinds/items/x-labels/ok': 'Clase',
        },
      },
    },
    templates: {},
  };
  const es = openCaseWords(bundle, 'es');
  const en = openCaseWords(bundle, 'en');

  it('[DC30] a chosen value has its word, in rows and in lists too', () => {
    expect(en.label('ask', '/rows/0/state', 'ok')).to.deep.equal(['Fine']);
    expect(es.label('ask', '/rows/3/state', 'ok')).to.deep.equal(['Conforme']);
    expect(es.label('ask', '/kinds', ['ok', 'no'])).to.deep.equal(['Clase', 'Not fine']);
    expect(es.label('data', '/mode', 'ok')).to.deep.equal(['Bien']);
  });

  it('[DC31] a step is found by the name its answers have, a command by its own', () => {
    expect([es.step('making'), en.step('making'), es.step('stop')]).to.deep.equal(['Hacerlo', 'Make it', 'Parar']);
  });

  it('[DC32] an outcome has the words of its button', () => {
    expect([es.outcome('making', 'done'), en.outcome('making', 'done')]).to.deep.equal(['Hecho', 'Done']);
  });

  it('[DC33] what has no words is shown as it is written', () => {
    const zh = openCaseWords(bundle, 'zh-TW');
    expect(zh.step('making')).to.equal('Make it');
    expect(zh.label('ask', '/rows/0/state', 'maybe')).to.deep.equal(['maybe']);
    expect(zh.label('gone', '/a', 1)).to.deep.equal(['1']);
    expect(zh.label('ask', '/rows/0/state', null)).to.deep.equal([]);
    expect([zh.step('gone'), zh.outcome('making', 'odd'), zh.outcome('gone', 'ok')]).to.deep.equal([
      'gone',
      'odd',
      'ok',
    ]);
  });
});
