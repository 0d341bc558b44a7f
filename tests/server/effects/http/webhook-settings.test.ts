import { expect } from 'chai';
import { readConfig } from '../../../../server/config.ts';
import { readWebhookSettings } from '../../../../server/effects/http/webhook-settings.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

describe('the settings of webhooks', () => {
  it('hosts are read as a URL reads them, secrets by their names', () => {
    const { settings, sentences } = readWebhookSettings({
      WEBHOOK_ALLOW: 'ERP.plant:8443, 10.0.0.5 [::1]:80',
      WEBHOOK_SECRET: SECRET,
      WEBHOOK_SECRET_ERP_2: `${SECRET} ${SECRET}`,
    });
    expect(sentences).to.deep.equal([]);
    expect(settings.allow).to.deep.equal([
      { host: 'erp.plant', port: 8443 },
      { host: '10.0.0.5', port: null },
      { host: '::1', port: 80 },
    ]);
    expect([...settings.secrets].map(([name, keys]) => [name, keys.length])).to.deep.equal([
      ['', 1],
      ['erp_2', 2],
    ]);
  });

  it('each fault is a sentence at the start of the server, and no sentence shows a secret', () => {
    const faults = {
      WEBHOOK_ALLOW: 'http://erp.plant/, erp.plant:99999, ::1, *.plant/x',
      WEBHOOK_SECRET_ERP: 'whsec_c2hvcnQ=',
      WEBHOOK_SECRET: 'plain-words',
    };
    const read = readConfig(faults, '/');
    const sentences = read.kind === 'refused' ? read.sentences : [];
    expect(sentences).to.have.length(6);
    expect(sentences.join(' ')).to.match(/WEBHOOK_SECRET_ERP is no signing secret/);
    expect(sentences.join(' ')).not.to.match(/c2hvcnQ|plain-words/);
  });
});
