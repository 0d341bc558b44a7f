import { type Language, textIn } from '../../engine/model/language.ts';
import type { Instance } from '../../engine/model/instance.ts';
import { isoOf } from '../../engine/step/run.ts';
import type { DocumentContext } from '../documents/document-context.ts';
import type { PlantKeeper } from '../plant/plant-keeper.ts';
import { caseTexts } from '../services/case-texts.ts';
import type { Version } from '../../engine/model/version.ts';

/** What templates of documents and notifications may name of a case, in one language. */
export function caseContext(
  instance: Instance,
  version: Version,
  given: { readonly keeper: PlantKeeper; readonly language: Language },
): Omit<DocumentContext, 'document'> {
  const { keeper, language } = given;
  const plant = keeper.plant();
  const facts = keeper.facts();
  const person = (id: string): string => {
    const known = plant.people.get(id);
    return known === undefined ? id : textIn(known.name, language);
  };
  const department = (id: string): string => {
    const known = plant.departments.get(id);
    return known === undefined ? id : textIn(known.short, language);
  };
  return {
    plant: { name: facts.name, site: textIn(facts.site, language) },
    instance: {
      number: instance.number,
      subject: textIn(instance.subject, language),
      workflow: caseTexts(version, language).file.description,
      version: version.version,
      startedAt: isoOf(instance.startedAt),
      initiator: person(instance.initiator),
    },
    data: instance.data,
    evidence: Object.fromEntries(
      Object.entries(instance.evidence).map(([name, { outcome, by, department: of, at }]) => [
        name,
        { outcome, by: person(by), department: of === null ? '' : department(of), at },
      ]),
    ),
    signatures: (instance.signatures ?? []).map((signature) => ({
      state: signature.state,
      name: textIn(signature.printedName, language),
      onBehalfOf: signature.onBehalfOf === null ? null : person(signature.onBehalfOf),
      meaning: signature.meaning,
      reason: signature.reason,
      at: isoOf(signature.at),
      hash: signature.hash,
      voidedAt: signature.voided === null ? null : isoOf(signature.voided.at),
    })),
    names: {
      ...Object.fromEntries(Object.entries(instance.refs).map(([record, name]) => [record, textIn(name, language)])),
      ...Object.fromEntries([...plant.people.keys()].map((id) => [`people/${id}`, person(id)])),
      ...Object.fromEntries([...plant.departments.keys()].map((id) => [`departments/${id}`, department(id)])),
    },
  };
}

/** A template in a language, else in English; undefined if the version has none of that name. */
export function templateOf(version: Version, id: string, language: Language): string | undefined {
  return version.bundle.templates[`${id}.${language}`] ?? version.bundle.templates[`${id}.en`];
}
