import { type Language, textIn } from '../../engine/model/language.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import type { PlantView } from './views/session-view.ts';

/** What the sign-in page may show to anybody: the plant's name, and its people only if they are a demo. */
export interface PlantFace {
  view(language: Language): PlantView;
}

/** A person without tasks of the floor or the office does not help a newcomer to look around. */
const NOT_SHOWN = ['system_admin'];

export function openPlantFace(keeper: PlantKeeper): PlantFace {
  return {
    view(language) {
      const { name, site, zone, demo, firstWalk } = keeper.facts();
      const plant = keeper.plant();
      const shown = demo
        ? [...plant.people.values()].filter(
            (person) => person.active && !person.roles.some((role) => NOT_SHOWN.includes(role)),
          )
        : [];
      return {
        name,
        site: textIn(site, language),
        zone,
        demo,
        firstWalk: firstWalk === null ? null : textIn(firstWalk, language),
        people: shown.map((person) => {
          const role = plant.roles.get(person.roles[0] ?? '');
          const department = plant.departments.get(person.department);
          return {
            login: person.login,
            name: textIn(person.name, language),
            role: role === undefined ? '' : textIn(role.title, language),
            department: department === undefined ? '' : textIn(department.short, language),
            language: person.language,
          };
        }),
      };
    },
  };
}
