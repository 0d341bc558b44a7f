import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Instance } from '../../../engine/model/instance.ts';
import { LANGUAGES, type Language, textIn } from '../../../engine/model/language.ts';
import { MEANING_TITLES } from '../../../engine/model/signature.ts';
import type { Bundle, Version } from '../../../engine/model/version.ts';
import type { Store } from '../../../engine/ports/store.ts';
import { openCaseWords } from '../../../server/documents/case-words.ts';
import { renderDocument } from '../../../server/documents/render-document.ts';
import { caseContext } from '../../../server/effects/case-context.ts';
import { readBundle, readForms } from '../../../server/library/read-bundle.ts';
import { openPlantKeeper, type PlantKeeper } from '../../../server/plant/plant-keeper.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { openManualClock } from '../../support/manual-clock.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { playProcedure, type ProcedureScenario } from '../../support/play-procedure.ts';

interface Played {
  readonly instance: Instance;
  readonly version: Version;
  readonly keeper: PlantKeeper;
}

/** A case as a scenario leaves it, with the words of its procedure in every language. */
async function playedCase(workflow: string, scenario: string): Promise<Played> {
  const folder = join(PROJECT_ROOT, 'workflows', workflow);
  const store = openMemoryStore();
  const file = readFileSync(join(folder, 'scenarios', `${scenario}.json`), 'utf8');
  await playProcedure(store, workflow, JSON.parse(file) as ProcedureScenario);
  const instance = await onlyCase(store, workflow);
  const { parsed, rest } = await readBundle(folder, await readForms(join(PROJECT_ROOT, 'forms')));
  const bundle = { machine: parsed.file, ...rest } as Bundle;
  const keeper = await openPlantKeeper(store, openManualClock(0), PROJECT_ROOT);
  return { instance, version: { version: 1, bundle } as unknown as Version, keeper };
}

async function onlyCase(store: Store, workflow: string): Promise<Instance> {
  const [row] = (await store.listInstances({ viewer: null, workflow, limit: 1 })).items;
  const instance = row === undefined ? undefined : await store.load(row.id);
  if (instance === undefined) throw new Error(`The scenario left no case of ${workflow}.`);
  return instance;
}

function rendered({ instance, version, keeper }: Played, template: string, language: Language): string {
  const at = '2026-11-23T01:00:00.000Z';
  const document = { code: 'D', revision: 1, at };
  const result = renderDocument({
    template: version.bundle.templates[`${template}.${language}`] ?? '',
    context: { ...caseContext(instance, version, { keeper, language }), document },
    language,
    zone: 'Asia/Taipei',
    words: openCaseWords(version.bundle, language),
  });
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
  return result.html;
}

describe('documents of quality', () => {
  let parts: Played;
  let eight: Played;

  before(async () => {
    parts = await playedCase('nonconforming-product', 'part-scrapped-part-under-concession');
    eight = await playedCase('capa-8d', 'from-the-problem-to-its-proof');
  });

  for (const language of LANGUAGES) {
    it(`[DC50] the nonconformity report shows lots, defects, containment, dispositions, cost, cause and signatures, in ${language}`, () => {
      const html = rendered(parts, 'nonconformity-record', language);
      for (const text of [
        'LOT-1',
        '20.034',
        'A6-1',
        'NCR-2611-001-1',
        'NCR-2611-001-2',
        '300',
        'Chang',
        'Javier Ortega',
      ])
        expect(html).to.contain(text === 'Chang' && language === 'zh-TW' ? '張淑芬' : text);
      const scrap = { en: 'Scrap', es: 'Desecho', 'zh-TW': '報廢' }[language];
      for (const word of [scrap, textIn(MEANING_TITLES.verified, language)]) expect(html).to.contain(word);
    });

    it(`[DC51] the hold tag shows number, item, lot, quantity, reason and date, in ${language}`, () => {
      const html = rendered(parts, 'hold-tag', language);
      for (const text of ['NCR-2611-001', 'P-1002', 'LOT-1', 'WS-1']) expect(html).to.contain(text);
      expect(html).to.contain({ en: 'In process', es: 'En proceso', 'zh-TW': '製程中' }[language]);
    });

    it(`[DC52] the concession request shows requirement and actual, quantity, risk and what the customer decided, in ${language}`, () => {
      const html = rendered(parts, 'concession-request', language);
      for (const text of ['20.000–20.021', '20.034', 'NCR-2611-001-2']) expect(html).to.contain(text);
      expect(html).to.contain({ en: 'Granted', es: 'Concedida', 'zh-TW': '核准' }[language]);
    });

    it(`[DC53] the 8D report shows D0 to D8, both chains, actions and the effect, in ${language}`, () => {
      const html = rendered(eight, 'eight-d-report', language);
      for (const text of ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D7', 'D8', 'The reamer was worn.', 'Tool list rev. 4.'])
        expect(html).to.contain(text);
      expect(html).to.contain({ en: 'Effective, closed', es: 'Eficaz, cerrado', 'zh-TW': '有效，已結案' }[language]);
    });
  }
});
