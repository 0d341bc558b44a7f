import { Validator } from '@seriousme/openapi-schema-validator';
import { expect } from 'chai';
import { openFileChecker } from '../../../server/checker/ajv-checker.ts';
import { type Answer, openTestApi, orderAnswers, type TestApi, type TestPerson } from '../../support/open-test-api.ts';

const check = openFileChecker();

describe('the description of the API', () => {
  let api: TestApi;
  let huang: TestPerson;
  before(async () => {
    api = await openTestApi();
    huang = await api.signIn('huang');
  });
  after(() => api.close());

  it('is valid OpenAPI 3.1 and served to anybody', async () => {
    const answer = await api.send('/api/openapi.json');
    const result = await new Validator().validate(answer.body);
    expect(result.valid, JSON.stringify(result)).to.equal(true);
    expect(answer.body).to.deep.equal(api.api.openApi);
  });

  it('names every route of the design with its method', async () => {
    const named = api.api.routes.map((route) => `${route.method.toUpperCase()} ${route.path}`);
    const design = `POST /api/session, GET /api/session, DELETE /api/session, GET /api/workflows, GET /api/workflows/:id, GET /api/workflows/:id/start,
      GET /api/workflows/:id/versions, GET /api/workflows/:id/diagram, POST /api/instances, GET /api/instances, GET /api/instances/:id, GET /api/instances/:id/history,
      GET /api/instances/:id/diagram, POST /api/instances/:id/events, GET /api/tasks, GET /api/tasks/counts, GET /api/tasks/:id, POST /api/tasks/:id/claim,
      POST /api/tasks/:id/release, POST /api/tasks/:id/complete, GET /api/people, GET /api/registers/:name, POST /api/files, GET /api/files/:id, GET /api/documents/:id,
      GET /api/notifications, POST /api/notifications/:id/read, GET /api/stream, GET /api/openapi.json, GET /health, GET /ready`;
    expect(named).to.include.members(design.split(',').map((route) => route.trim()));
  });

  it('tells the truth: what the server answers fits it', async () => {
    // given
    const started = await huang.post('/api/instances', {
      workflow: 'order-review',
      answers: await orderAnswers(huang),
    });
    const instance = started.body;
    const answers: readonly [string, Answer][] = [
      ['post /api/instances', started],
      ['get /api/session', await huang.get('/api/session')],
      ['get /api/plant', await api.send('/api/plant')],
      ['get /api/workflows', await huang.get('/api/workflows')],
      ['get /api/workflows/:id', await huang.get('/api/workflows/order-review')],
      ['get /api/workflows/:id/start', await huang.get('/api/workflows/order-review/start')],
      ['get /api/workflows/:id/versions', await huang.get('/api/workflows/order-review/versions')],
      ['get /api/instances', await huang.get('/api/instances')],
      ['get /api/instances/:id', await huang.get(`/api/instances/${instance.id}`)],
      ['get /api/instances/:id/history', await huang.get(`/api/instances/${instance.id}/history`)],
      [
        'get /api/instances/:id/diagram',
        await huang.get(`/api/instances/${instance.id}/diagram`, { accept: 'application/json' }),
      ],
      ['get /api/tasks', await huang.get('/api/tasks?box=available')],
      ['get /api/tasks/counts', await huang.get('/api/tasks/counts')],
      ['get /api/tasks/:id', await huang.get(`/api/tasks/${instance.tasks[0].id}`)],
      ['post /api/tasks/:id/claim', await huang.post(`/api/tasks/${instance.tasks[0].id}/claim`)],
      ['post /api/tasks/:id/release', await huang.post(`/api/tasks/${instance.tasks[0].id}/release`)],
      ['get /api/people', await huang.get('/api/people')],
      ['get /api/registers/:name', await huang.get('/api/registers/products?q=block')],
      ['get /api/notifications', await huang.get('/api/notifications')],
    ];

    // then
    for (const [name, answer] of answers) {
      const route = api.api.routes.find((one) => `${one.method} ${one.path}` === name);
      expect(answer.status, name).to.equal(route?.answer.status);
      const schema = route?.answer.schema;
      expect(schema === undefined ? 'no schema' : check(schema, answer.body), name).to.deep.equal([]);
    }
  });

  it('a problem fits it too', async () => {
    const problem = await huang.post('/api/instances', { workflow: 'order-review', answers: {} });
    const schema = (api.api.openApi['components'] as { readonly schemas: { readonly Problem: object } }).schemas
      .Problem;
    expect(check(schema, problem.body)).to.deep.equal([]);
  });

  it('pictures are BPMN with the active steps named, or JSON with all marks', async () => {
    const instance = (await huang.get('/api/instances')).body.items[0];
    const xml = await huang.get(`/api/instances/${instance.id}/diagram`);
    expect(xml.headers.get('content-type')).to.match(/^application\/xml/);
    expect(xml.text)
      .to.contain('<bpmn:definitions')
      .and.match(/wf:active="intake"/);
    const workflow = await huang.get('/api/workflows/order-review/diagram', { 'accept-language': 'zh-TW' });
    expect(workflow.text).to.contain('品管部');
    const json = await huang.get(`/api/instances/${instance.id}/diagram`, { accept: 'application/json' });
    expect(json.body.active).to.deep.equal(['intake']);
  });

  it('alive, ready, and not ready while it shuts down', async () => {
    expect((await api.send('/health')).body).to.deep.equal({ status: 'ok' });
    expect((await api.send('/ready')).status).to.equal(200);
    api.api.stopTaking();
    expect([(await api.send('/ready')).status, (await api.send('/health')).status]).to.deep.equal([503, 200]);
  });
});
