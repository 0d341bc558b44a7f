import { expect } from 'chai';
import { checkTarget, type ResolveHost } from '../../../../server/effects/http/check-target.ts';
import { readWebhookSettings } from '../../../../server/effects/http/webhook-settings.ts';
import { failureOf } from './failure-of.ts';

const to =
  (...addresses: readonly string[]): ResolveHost =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const PUBLIC = to('93.184.215.14');
const check = (url: string, resolve: ResolveHost = PUBLIC, allow = '') =>
  checkTarget(url, readWebhookSettings({ WEBHOOK_ALLOW: allow }).settings, resolve);
const codeOf = async (...args: Parameters<typeof check>): Promise<string> => (await failureOf(check(...args))).code;

describe('where a request may go', () => {
  it('a public host at the usual ports may be asked', async () => {
    const target = await check('https://erp.example./in?x=1#y');
    expect([target.name, target.addresses.length]).to.deep.equal(['erp.example:443', 1]);
    expect((await check('http://erp.example/')).name).to.equal('erp.example:80');
    expect((await check('https://[2606:4700::1]/')).name).to.equal('[2606:4700::1]:443');
  });

  const spellings = [
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0x7f.0.0.0x1/',
    'http://①②⑦.⓪.⓪.①/',
    'http://[::1]/',
    'http://[::]/',
    'http://0/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001::1]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[ff02::1]/',
    'http://10.1.2.3/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://172.31.255.255/',
    'http://192.168.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
  ];
  for (const url of spellings) {
    it(`[HO4] ${url} is no public address`, async () => {
      expect(await codeOf(url)).to.equal('target.not_allowed');
    });
  }

  const addresses = ['127.0.0.1', '10.0.0.9', '169.254.169.254', '::1', '::ffff:10.0.0.9', 'fe80::1%eth0', 'fd12::1'];
  for (const address of addresses) {
    it(`[HO5] a name that leads to ${address}, be it beside a public one, is refused`, async () => {
      expect(await codeOf('https://erp.example/', to(address))).to.equal('target.not_allowed');
      expect(await codeOf('https://erp.example/', to('93.184.215.14', address))).to.equal('target.not_allowed');
    });
  }

  const urls = [
    'ftp://erp.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'gopher://erp.example/',
    'http://user:word@erp.example/',
    'http://user@erp.example/',
    'http://erp.example:22/',
    'https://erp.example:8443/',
    'http://',
    'erp.example/in',
    `http://erp.example/${'x'.repeat(3_000)}`,
  ];
  for (const url of urls) {
    it(`[HO3] ${url.slice(0, 60)} is refused`, async () => {
      expect(await codeOf(url)).to.equal('target.not_allowed');
    });
  }

  it('[HO3] [HO4] a host on the list may be private, and have the port that stands there and no other', async () => {
    const allow = 'erp.plant:8443, 10.0.0.5, [fd00::5]:9000';
    expect((await check('https://ERP.plant.:8443/in', to('10.0.0.9'), allow)).name).to.equal('erp.plant:8443');
    expect((await check('http://10.0.0.5/', PUBLIC, allow)).port).to.equal(80);
    expect((await check('http://0x0a000005/', PUBLIC, allow)).host).to.equal('10.0.0.5');
    expect((await check('http://[fd00::5]:9000/', PUBLIC, allow)).host).to.equal('fd00::5');
    expect(await codeOf('https://erp.plant/', to('10.0.0.9'), allow)).to.equal('target.not_allowed');
    expect(await codeOf('http://10.0.0.5:22/', PUBLIC, allow)).to.equal('target.not_allowed');
    expect(await codeOf('http://10.0.0.6/', PUBLIC, allow)).to.equal('target.not_allowed');
  });

  it('[HO4] the address of a cloud’s metadata is refused on a listed host, too', async () => {
    expect(await codeOf('http://erp.plant/', to('169.254.169.254'), 'erp.plant')).to.equal('target.not_allowed');
    expect(await codeOf('http://169.254.169.254/', PUBLIC, '169.254.169.254')).to.equal('target.not_allowed');
  });

  it('a name that leads nowhere may be tried again', async () => {
    const failure = await failureOf(check('http://erp.example/', async () => Promise.reject(new Error('ENOTFOUND'))));
    expect([failure.code, failure.retry]).to.deep.equal(['target.unreachable', true]);
  });
});
