import { expect } from 'chai';
import { lintTemplate } from '../../../server/documents/template-language.ts';
import { bodyOf, codesOf, render, sampleContext } from './sample-context.ts';

describe('template-language', () => {
  const codes = (source: string) => lintTemplate(source).map((problem) => problem.code);

  it('[DC10] a template that only names values and known helpers has no problem', () => {
    expect(
      lintTemplate(
        '{{#if (is data.mode "full")}}{{#each data.lines}}{{@index}} {{this.qty}}{{else}}–{{/each}}{{/if}}{{date data.at}}',
      ),
    ).to.deep.equal([]);
  });

  for (const [what, source] of [
    ['an unknown helper', '{{shout data.words}}'],
    ['lookup', '{{lookup data "constructor"}}'],
    ['log', '{{log data}}'],
    ['a block that nobody knows', '{{#times 9}}x{{/times}}'],
    ['a block without its end', '{{#if data.x}}'],
    ['half a brace', 'a {{data.x b'],
  ] as const) {
    it(`[DC11] ${what} is refused before it runs`, () => {
      expect(codes(source)).to.deep.equal(['template.unreadable']);
    });
  }

  for (const [what, source] of [
    ['a partial', '{{> page}}'],
    ['a partial named by a value', '{{> (list data.names)}}'],
    ['a block partial', '{{#> page}}x{{/page}}'],
    ['an inline partial', '{{#*inline "row"}}x{{/inline}}'],
    ['a decorator', '{{* activate}}'],
    ['three braces', '{{{data.words}}}'],
    ['an ampersand', '{{& data.words}}'],
  ] as const) {
    it(`[DC12] ${what} is refused, with its line`, () => {
      const found = lintTemplate(`first\n${source}`);
      expect(found.map((problem) => problem.code)).to.contain('template.refused');
      expect(found[0]?.message).to.match(/^Line 2 /);
    });
  }

  it('[DC13] no value leads to a prototype or a function', () => {
    const context = sampleContext({ data: { words: 'x' } });
    for (const path of [
      'data.constructor',
      'data.words.constructor',
      'data.__proto__',
      'data.words.big',
      'data.toString',
      'data.__defineGetter__',
      'constructor.constructor',
    ]) {
      expect(bodyOf(render(`[{{${path}}}]`, context))).to.equal('[]');
    }
  });

  it('[DC14] lists within lists end in a refusal, not in a server that hangs', () => {
    const names = Array.from({ length: 60 }, (_, index) => index);
    const bomb =
      '{{#each data.names}}{{#each @root.data.names}}{{#each @root.data.names}}{{#each @root.data.names}}x{{/each}}{{/each}}{{/each}}{{/each}}';

    expect(codesOf(render(bomb, sampleContext({ data: { names } })))).to.deep.equal(['template.too_much']);
  });

  it('[DC15] an output of millions of characters is refused', () => {
    const context = sampleContext({ data: { names: Array.from({ length: 100 }, () => 'n'.repeat(30_000)) } });

    expect(codesOf(render('{{#each data.names}}{{this}}{{/each}}', context))).to.deep.equal(['template.too_much']);
  });

  it('[DC16] a template longer than anybody writes is refused unread', () => {
    expect(codes('x'.repeat(64_001))).to.deep.equal(['template.too_large']);
  });

  it('[DC17] a row knows its place and its list can be empty', () => {
    const body = '{{#each data.names}}{{@index}}{{this}}{{#unless @last}},{{/unless}}{{else}}none{{/each}}';

    expect(bodyOf(render(body, sampleContext({ data: { names: ['a', 'b'] } })))).to.equal('0a,1b');
    expect(bodyOf(render(body, sampleContext({ data: { names: [] } })))).to.equal('none');
    expect(bodyOf(render(body, sampleContext()))).to.equal('none');
  });
});
