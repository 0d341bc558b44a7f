import { expect } from 'chai';
import { renderNotification } from '../../../server/documents/render-notification.ts';
import { bodyOf, codesOf, PLAIN_WORDS, render, sampleContext } from './sample-context.ts';

describe('render-document', () => {
  it('[DC1] the same case gives the same bytes', () => {
    const context = sampleContext({ data: { value: 7200 } });
    expect(render('{{number data.value 2}}', context)).to.deep.equal(render('{{number data.value 2}}', context));
  });

  it('[DC2] what people wrote is text, never markup', () => {
    const context = sampleContext({
      data: { words: '<img src=x onerror=alert(1)> & "so"' },
      plant: { name: '<b>', site: '"' },
    });

    const rendered = render('<p title="{{data.words}}">{{data.words}}</p>', context);

    expect(bodyOf(rendered)).to.not.contain('<img');
    expect(rendered.kind === 'rendered' && rendered.html).to.not.contain('<b><');
  });

  it('[DC3] a page needs nothing from outside and runs nothing', () => {
    const rendered = render('', sampleContext());

    const html = rendered.kind === 'rendered' ? rendered.html : '';
    expect(html).to.contain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).to.not.match(/https?:|<script|<img|<link|@import|url\(/);
  });

  it('[DC4] the frame says whose it is, which document of which case, and by which version', () => {
    const rendered = render('', sampleContext(), 'es', 'Registro');

    expect(rendered).to.include({
      kind: 'rendered',
      title: 'Registro',
      name: 'D01 Registro',
      number: 'D01-ORV-2611-011',
    });
    const html = rendered.kind === 'rendered' ? rendered.html : '';
    for (const text of [
      '<html lang="es">',
      'Norte Metalworks',
      'Taichung, TW',
      '>Registro</h1>',
      'Northbridge · PO 7',
      'D01-ORV-2611-011',
      'Procedimiento: Order review, versión 3',
      'lun\u00a023\u00a0nov\u00a02026,\u00a014:20',
    ])
      expect(html).to.contain(text);
  });

  it('[DC5] a title is one line, whatever its values hold', () => {
    const rendered = render('', sampleContext({ data: { name: 'a\r\nBcc: b' } }), 'en', '{{data.name}} <x>');

    expect(rendered).to.include({ title: 'a Bcc: b <x>' });
    expect(rendered.kind === 'rendered' && rendered.html).to.contain('a Bcc: b &#60;x&#62;</h1>');
  });

  it('[DC6] no name of a plant ends the style of the page', () => {
    const rendered = render('', sampleContext({ plant: { name: 'A"; } </style><script>', site: '' } }));

    expect(rendered.kind === 'rendered' && rendered.html.split('<script').length).to.equal(1);
    expect(rendered.kind === 'rendered' && rendered.html.split('</style>').length).to.equal(2);
  });

  it('[DC7] it says who completed a step and when, and that this is no signature', () => {
    const context = sampleContext({
      evidence: {
        start: { outcome: null, by: 'Huang', department: 'MK', at: '2026-11-19T08:12:00.000Z' },
        approve: { outcome: 'approve', by: 'Ortega <J>', department: 'XX', at: '2026-11-23T06:19:00.000Z' },
      },
      names: { 'departments/MK': 'Marketing' },
    });

    const body = bodyOf(render('{{recorded "start" "decide" "approve"}}', context));

    expect(body).to.contain(
      '<td>Started</td><td></td><td>Huang · Marketing</td><td>Thu\u00a019\u00a0Nov\u00a02026,\u00a016:12</td>',
    );
    expect(body).to.contain('<td>approve</td><td>approve</td><td>Ortega &#60;J&#62; · XX</td>');
    expect(body).to.contain('Not an electronic signature.');
    expect(body).to.not.contain('decide');
  });

  it('[DC8] a broken title is refused as a broken body is', () => {
    expect(codesOf(render('', sampleContext(), 'en', '{{#if'))).to.deep.equal(['template.unreadable']);
  });

  it('[DC9] a notification is two lines of plain text', () => {
    const { document: _document, ...context } = sampleContext({ data: { words: 'a < b\nand c' } });

    const rendered = renderNotification({
      template: 'No: {{instance.subject}}\n{{data.words}} {{with.who}}\n',
      context: { ...context, with: { who: 'QC' } },
      language: 'en',
      zone: 'Asia/Taipei',
      words: PLAIN_WORDS,
    });

    expect(rendered).to.deep.equal({ kind: 'rendered', title: 'No: Northbridge · PO 7', text: 'a < b and c QC' });
  });
});
