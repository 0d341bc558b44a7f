import { expect } from 'chai';
import { LANGUAGES } from '../../../engine/model/language.ts';
import { checkSettings, listSettings, settingKind } from '../../../server/plant/check-settings.ts';
import { readPlantFiles } from '../../../server/plant/plant-files.ts';
import { SAID_CODES } from '../../../server/texts/plant-problems.ts';
import { sourceFiles } from '../../architecture/source-files.ts';
import { PROJECT_ROOT } from '../../../server/project-root.ts';

describe('settings that ship', () => {
  it('[PS2] can each be set to what they are, and are called something in every language', async () => {
    // given
    const files = await readPlantFiles(PROJECT_ROOT);
    const around = {
      calendars: new Set(files.calendars.map(({ id }) => id)),
      ladders: new Set(files.ladders.map(({ id }) => id)),
    };
    const shipped = files.settings.at(-1)?.settings ?? {};

    // when
    const settings = listSettings(shipped);
    const values = settings.filter(({ pointer, value }) => settingKind(pointer, value) !== 'list');

    // then
    const same = Object.fromEntries(values.map(({ pointer, value }) => [pointer, value]));
    expect(checkSettings(shipped, same, around)).to.deep.equal([]);
    for (const { pointer } of settings) {
      const title = files.settingTitles.get(pointer) ?? files.settingTitles.get(pointer.replace(/\/[^/]+$/, ''));
      expect(Object.keys(title ?? {}), pointer).to.have.members([...LANGUAGES]);
    }
  });

  it('[PI9] reduced inspection ships off and cannot be switched on', async () => {
    const shipped = (await readPlantFiles(PROJECT_ROOT)).settings.at(-1)?.settings ?? {};
    const around = { calendars: new Set<string>(), ladders: new Set<string>() };
    const codes = (value: boolean) =>
      checkSettings(shipped, { '/inspection/reduced': value }, around).map(({ code }) => code);
    expect([codes(false), codes(true)]).to.deep.equal([[], ['setting.off_for_now']]);
  });

  it('name in their lists only roles of the plant', async () => {
    const files = await readPlantFiles(PROJECT_ROOT);
    const roles = files.roles.map(({ id }) => id);
    for (const { value } of listSettings(files.settings.at(-1)?.settings ?? {}))
      if (Array.isArray(value)) expect(roles).to.include.members(value);
  });
});

describe('problems of ladders, calendars and settings', () => {
  it('have words in every language, each code of the lints', () => {
    const found = [
      ...codesIn('engine/workflow/ladder', 'ladder'),
      ...codesIn('engine/workflow/calendar', 'calendar'),
      ...codesIn('server/plant', 'setting'),
      ...codesIn('server/services', 'calendar'),
    ];
    expect(found).to.include.members(['ladder.nobody', 'calendar.zone_unknown', 'setting.zero']);
    expect([...new Set(found)].sort()).to.deep.equal([...SAID_CODES].sort());
  });
});

/** Codes that the files of a folder give: written whole, or as keys of their sentences. */
function codesIn(folder: string, family: string): readonly string[] {
  return sourceFiles(folder).flatMap(({ text }) => {
    const whole = [...text.matchAll(new RegExp(`code: '(${family}\\.\\w+)'`, 'g'))].map(([, code]) => code ?? '');
    const sentences = text.includes(`\`${family}.\${code}\``)
      ? (/const SENTENCES = \{(.*?)\} as const/s.exec(text)?.[1] ?? '')
      : '';
    return [...whole, ...[...sentences.matchAll(/^ {2}(\w+): /gm)].map(([, key]) => `${family}.${key}`)];
  });
}
