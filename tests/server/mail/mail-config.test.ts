import { expect } from 'chai';
import { readConfig } from '../../../server/config.ts';

describe('what the environment says of mails', () => {
  const read = (env: { readonly [name: string]: string }) => readConfig(env, '/tmp');

  it('[ML1] nothing: there are none', () => {
    const config = read({});
    expect(config.kind === 'read' && config.config.mail).to.equal(null);
  });

  it('[ML4] a server and a sender: links lead to the public address, without its last slash', () => {
    const given = { SMTP_URL: 'smtp://u:p@mail.example:587', MAIL_FROM: 'Flow <flow@plant.example>' };
    const config = read({ ...given, PUBLIC_URL: 'https://flow.plant.example/' });
    expect(config.kind === 'read' && config.config.mail).to.deep.equal({
      smtpUrl: given.SMTP_URL,
      from: given.MAIL_FROM,
      publicUrl: 'https://flow.plant.example',
    });
  });

  it('every fault is named with its variable, and no secret is repeated', () => {
    const refused = read({ SMTP_URL: 'http://u:secret@mail', MAIL_FROM: 'nobody\nBcc: x@y', PUBLIC_URL: 'flow' });
    const sentences = refused.kind === 'refused' ? refused.sentences.join('\n') : '';
    for (const name of ['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL']) expect(sentences).to.include(name);
    expect(sentences).not.to.include('secret');
  });
});
