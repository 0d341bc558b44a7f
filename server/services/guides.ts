import { EngineError } from '../../engine/model/engine-error.ts';
import { isJsonObject } from '../../engine/model/json.ts';
import { SEPARATION_RULES } from '../../engine/model/separation.ts';
import { isMeaning, MEANING_TITLES } from '../../engine/model/signature.ts';
import type { Version } from '../../engine/model/version.ts';
import type { CommandFile, TaskFile } from '../../engine/model/workflow-file.ts';
import { childrenOf, startedBy } from '../../engine/workflow/lint/children.ts';
import { listedNames } from '../../engine/workflow/lint/feel-lists.ts';
import { type StateNode, waysOf } from '../../engine/workflow/walk-states.ts';
import { splitTemplate } from '../documents/render-document.ts';
import { sayWhen } from '../texts/schedule-words.ts';
import { sentencesIn } from '../texts/sentences.ts';
import { type CaseTexts, caseTexts } from './case-texts.ts';
import type { ServiceParts } from './parts.ts';
import { presentDuration } from './present/present-next.ts';
import { type Reader, roleName } from './reader.ts';
import type { GuideStepView, GuideView } from './views/guide-view.ts';
import type { Workflows } from './workflows.ts';

/** The procedures as pages to read. */
export interface Guides {
  /** A procedure on one page: who does what by when, what is signed, and what comes of it. Throws `workflow.not_found`. */
  get(reader: Reader, id: string): Promise<GuideView>;
}

/**
 * Opens the guides. Nearly all of a guide is read from the version in force, so that it cannot be out of date; only
 * its purpose and what to watch are words of their own (`meta.guide`).
 */
export function openGuides({ library }: ServiceParts, workflows: Workflows): Guides {
  return {
    async get(reader, id) {
      const version = library.latest(id);
      if (version === undefined)
        throw new EngineError('workflow.not_found', 'There is no such procedure. Go back to the list of procedures.');
      const texts = caseTexts(version, reader.language);
      const { meta } = texts.file;
      const { title, about, startable, starters, owners } = await workflows.row(reader, version);
      const nodes = [...texts.nodes.values()];
      return {
        id,
        title,
        version: version.version,
        about,
        purpose: meta.guide?.purpose ?? null,
        watch: meta.guide?.watch ?? [],
        startable,
        starters,
        owners,
        schedules: (meta.schedules ?? []).map((schedule) => sayWhen(schedule, reader.language)),
        steps: nodes.flatMap((node) => stepOf(node, texts, reader)),
        commands: commandsOf(nodes, texts, reader),
        documents: documentsOf(nodes, version, reader),
        calls: calledBy(version).map((called) => ({
          id: called,
          title: titleOf(library.latest(called), called, reader),
        })),
        ends: nodes
          .filter((node) => node.file.type === 'final' && node.parent?.parent === null)
          .map((node) => ({ title: texts.stateTitle(node.key), status: node.file.meta?.end ?? 'done' })),
      };
    },
  };
}

function titleOf(version: Version | undefined, id: string, { language }: Reader): string {
  return version === undefined ? id : caseTexts(version, language).file.description;
}

function stepOf(node: StateNode, texts: CaseTexts, reader: Reader): readonly GuideStepView[] {
  const task = node.file.meta?.task;
  if (task === undefined) return [];
  const outcomes = Object.keys((task.forEach === undefined ? node.file.on : task.outcomes) ?? {});
  return [
    {
      state: node.key,
      title: texts.stateTitle(node.key),
      who: whoOf(task, reader),
      due: presentDuration(task.due, reader),
      outcomes: outcomes.map((outcome) => texts.outcomeTitle(node.key, outcome)),
      signed: meaningsOf(task, reader),
      separation: [...new Set(Object.values(task.separation ?? {}))].map(
        (rule) => `(${rule}) ${SEPARATION_RULES[rule][reader.language]}`,
      ),
      many: task.forEach !== undefined,
    },
  ];
}

/** The roles that a file spells out, also where an expression chooses among them. */
function whoOf({ roles }: Pick<TaskFile, 'roles'>, reader: Reader): string | null {
  const names = [...new Set(listedNames(roles, '').map(({ name }) => name))];
  return names.length === 0 ? null : sentencesIn(reader.language).or(names.map((role) => roleName(reader, role)));
}

function meaningsOf({ sign }: Pick<CommandFile, 'sign'>, reader: Reader): readonly string[] {
  const names = [...new Set(listedNames(sign, '').map(({ name }) => name))];
  return names.filter(isMeaning).map((meaning) => MEANING_TITLES[meaning][reader.language]);
}

function commandsOf(nodes: readonly StateNode[], texts: CaseTexts, reader: Reader): GuideView['commands'] {
  const commands = nodes.flatMap((node) =>
    waysOf(node).flatMap(({ event, transition }) => {
      const command = transition.meta?.command;
      return command === undefined
        ? []
        : [
            {
              title: texts.outcomeTitle(node.key, event),
              who: whoOf(command, reader) ?? '',
              signed: meaningsOf(command, reader)[0] ?? null,
            },
          ];
    }),
  );
  return [...new Map(commands.map((command) => [command.title, command])).values()];
}

/** The documents that it makes: their codes, and the first lines of their templates in the reader's language. */
function documentsOf(nodes: readonly StateNode[], version: Version, { language }: Reader): GuideView['documents'] {
  const made = nodes.flatMap(({ file: { invoke } }) => {
    const { template, code } = invoke?.src === 'document' && isJsonObject(invoke.input) ? invoke.input : {};
    return typeof template === 'string' && typeof code === 'string' ? [{ template, code }] : [];
  });
  const { templates } = version.bundle;
  const named = made.map(({ template, code }) => {
    const source = templates[`${template}.${language}`] ?? templates[`${template}.en`] ?? template;
    return {
      code,
      title: splitTemplate(source)
        .first.replace(/\{\{[^}]*\}\}/g, '')
        .trim(),
    };
  });
  return [...new Map(named.map((document) => [`${document.code}${document.title}`, document])).values()].sort((a, b) =>
    a.code.localeCompare(b.code),
  );
}

/** Procedures that it waits for, and those that an action starts. */
function calledBy(version: Version): readonly string[] {
  const { machine } = version.bundle;
  return [...new Set([...childrenOf(machine), ...startedBy(machine)])].sort();
}
