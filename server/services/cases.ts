import { EngineError } from '../../engine/model/engine-error.ts';
import type { Instance } from '../../engine/model/instance.ts';
import type { JsonObject } from '../../engine/model/json.ts';
import type { Signing } from '../../engine/model/signature.ts';
import type { InstanceFilter } from '../../engine/ports/store.ts';
import { instanceIdOf } from '../../engine/runtime/engine.ts';
import { verifyChain } from '../../engine/step/history-chain.ts';
import { declaredCommandOf } from '../../engine/step/offers.ts';
import { mayView } from '../../engine/step/people.ts';
import type { AnswerDoor } from './answer-door.ts';
import { refuseRunning } from './case-supersedes.ts';
import { attachToHolder, tellByHand } from './case-messages.ts';
import { relationsOf } from './case-relations.ts';
import { caseTexts } from './case-texts.ts';
import { failedSigning } from './failed-signing.ts';
import { type ServiceParts, textsOf, textsOfRow, visibleCase } from './parts.ts';
import { presentHistory } from './present/present-history.ts';
import { presentInstance, presentInstanceRow } from './present/present-instance.ts';
import { type Reader, viewerOf } from './reader.ts';
import { sha256 } from './sha256.ts';
import { sayingProblems } from './translate-problems.ts';
import type { HistoryPage, InstanceRowView, InstanceView } from './views/instance-view.ts';
import type { Page } from './views/shared-views.ts';

/** A chain is verified over all of a case's history; longer ones are read in parts. */
const HISTORY_PAGE = 1_000;

export interface CaseQuery {
  readonly workflow?: string;
  readonly status?: Instance['status'];
  readonly key?: string;
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Cases: started, found, read, and moved by commands. */
export interface Cases {
  start(
    reader: Reader,
    start: {
      readonly workflow: string;
      readonly answers: JsonObject;
      readonly command: string;
      /** An ended case that the new one takes the place of. */
      readonly supersedes?: string;
    },
  ): Promise<InstanceView>;
  list(reader: Reader, query: CaseQuery): Promise<Page<InstanceRowView>>;
  get(reader: Reader, id: string): Promise<InstanceView>;
  history(
    reader: Reader,
    id: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<HistoryPage>;
  command(
    reader: Reader,
    id: string,
    command: {
      readonly type: string;
      readonly answers: JsonObject;
      readonly command: string;
      readonly signing?: Signing;
    },
  ): Promise<InstanceView>;
  /** Writes into the case that a signer of a command could not prove who they are. */
  noteSigning(reader: Reader, id: string, named: { readonly type: string; readonly command: string }): Promise<void>;
  /** A case as its reader sees it. */
  present(reader: Reader, instance: Instance): Promise<InstanceView>;
}

export function openCases(parts: ServiceParts, doors: AnswerDoor): Cases {
  const { store, engine, library, keeper } = parts;

  const present = async (reader: Reader, instance: Instance): Promise<InstanceView> => {
    const texts = await textsOf(parts, reader, instance);
    const relations = await relationsOf(parts, reader, instance);
    const context = await engine.context(instance);
    return presentInstance(instance, { texts, reader, time: keeper.time(), context, relations });
  };

  return {
    present,
    async start(reader, { workflow, answers, command, supersedes }) {
      const version = library.latest(workflow);
      if (version === undefined)
        throw new EngineError('workflow.not_found', 'There is no such procedure. Go back to the list of procedures.');
      const form = caseTexts(version, reader.language).forms.get(version.bundle.machine.meta.start.form);
      return sayingProblems(reader, form, async () => {
        if (supersedes !== undefined) await refuseRunning(parts, reader, { workflow, supersedes });
        const refs = await doors.open(reader, { form, answers, instance: instanceIdOf(command, sha256) });
        try {
          const applied = await engine.send({
            kind: 'start',
            id: command,
            workflow,
            by: reader.person.id,
            answers,
            refs,
            ...(supersedes === undefined ? {} : { supersedes }),
          });
          return await present(reader, applied.instance);
        } catch (error) {
          if (!(error instanceof EngineError) || error.code !== 'key.taken') throw error;
          const holder = await attachToHolder(parts, reader, { workflow, answers, command, error });
          if (holder !== undefined) return present(reader, holder);
          throw await namingHolder(reader, error);
        }
      });
    },
    async list(reader, { limit, cursor, ...filter }) {
      const asked: InstanceFilter = { ...filter, viewer: viewerOf(reader) };
      const page = await store.listInstances({ ...asked, limit, ...(cursor === undefined ? {} : { cursor }) });
      const items = await Promise.all(
        page.items.map(async (row) => presentInstanceRow(row, await textsOfRow(parts, reader, row), reader)),
      );
      return { items, next: page.next };
    },
    async get(reader, id) {
      return present(reader, await visibleCase(parts, reader, id));
    },
    async history(reader, id, { limit, cursor }) {
      const instance = await visibleCase(parts, reader, id);
      const texts = await textsOf(parts, reader, instance);
      const after = Math.max(0, Number(cursor ?? 0) || 0);
      const all = await entriesOf(instance);
      const verdict = verifyChain(all, sha256, { head: instance.head, rev: instance.rev });
      const items = all
        .filter((entry) => entry.rev > after)
        .slice(0, limit)
        .map((entry) => presentHistory(entry, instance, { texts, reader }));
      const last = items.at(-1)?.rev ?? instance.rev;
      return {
        items,
        next: last < instance.rev ? String(last) : null,
        chain: {
          intact: verdict.intact,
          entries: verdict.entries,
          brokenAt: verdict.intact ? null : verdict.brokenAt,
          reason: verdict.intact ? null : verdict.reason,
        },
      };
    },
    async noteSigning(reader, id, { type, command }) {
      const instance = await visibleCase(parts, reader, id);
      await engine.send({ ...failedSigning(reader, command), instance: instance.id, subject: type });
    },
    async command(reader, id, { type, answers, command, signing }) {
      const instance = await visibleCase(parts, reader, id);
      const context = await engine.context(instance);
      if (context.workflow.messages.has(type))
        return present(reader, await tellByHand(parts, reader, { instance, context, type, data: answers, command }));
      const formId = declaredCommandOf(context, instance, type)?.file.form;
      const form = (await textsOf(parts, reader, instance)).forms.get(formId ?? '');
      return sayingProblems(reader, form, async () => {
        const refs = await doors.open(reader, { form, answers, instance: id });
        const applied = await engine.send({
          kind: 'command',
          id: command,
          instance: id,
          type,
          by: reader.person.id,
          answers,
          refs,
          ...(signing === undefined ? {} : { signing }),
        });
        return present(reader, applied.instance);
      });
    },
  };

  async function entriesOf(instance: Instance) {
    const entries = [];
    for (let after = 0; after < instance.rev; after += HISTORY_PAGE)
      entries.push(...(await store.history(instance.id, after, HISTORY_PAGE)));
    // The case may have gone on since it was read; the chain is judged against what was read.
    return entries.filter((entry) => entry.rev <= instance.rev);
  }

  /** The case that holds the key is named to those who may see it, and to nobody else. */
  async function namingHolder(reader: Reader, error: EngineError): Promise<EngineError> {
    const holder = await store.load(String(error.params['holder'] ?? ''));
    if (holder === undefined || !mayView(holder.viewers, reader.person, reader.plant))
      return new EngineError('key.taken', 'There is a case for this already. Ask the owner of the procedure.', {
        params: { key: error.params['key'] ?? '' },
      });
    return new EngineError('key.taken', `There is a case for this already: ${holder.number}. Go on in that case.`, {
      params: { key: error.params['key'] ?? '', number: holder.number, instance: holder.id },
    });
  }
}
