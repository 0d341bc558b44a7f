import { EngineError } from '../../engine/model/engine-error.ts';
import type { Version } from '../../engine/model/version.ts';
import { blankInstance } from '../../engine/step/start-case.ts';
import { isoOf, openRun } from '../../engine/step/run.ts';
import { nextSteps } from '../../engine/step/next-steps.ts';
import { peopleWhoMay } from '../../engine/step/people.ts';
import { caseTexts } from './case-texts.ts';
import type { ServiceParts } from './parts.ts';
import { presentForm } from './present/present-form.ts';
import { presentNext } from './present/present-next.ts';
import { namedRole, type Reader, say, viewerOf } from './reader.ts';
import type { Named } from './views/shared-views.ts';
import type { StartView, VersionView, WorkflowDetailView, WorkflowView } from './views/workflow-view.ts';

const COUNT_TO = 1_000;

/** The procedures: what can be started, and what each version says. */
export interface Workflows {
  list(reader: Reader): Promise<readonly WorkflowView[]>;
  /** One version as the list shows it. */
  row(reader: Reader, version: Version): Promise<WorkflowView>;
  get(reader: Reader, id: string): Promise<WorkflowDetailView>;
  start(reader: Reader, id: string): Promise<StartView>;
  versions(reader: Reader, id: string): Promise<readonly VersionView[]>;
}

export function openWorkflows(parts: ServiceParts): Workflows {
  const { library, store, engine } = parts;

  const latest = (id: string): Version => {
    const version = library.latest(id);
    if (version === undefined)
      throw new EngineError('workflow.not_found', 'There is no such procedure. Go back to the list of procedures.');
    return version;
  };

  const view = async (reader: Reader, version: Version): Promise<WorkflowView> => {
    const texts = caseTexts(version, reader.language);
    const { start, owner, about } = texts.file.meta;
    return {
      id: version.workflow,
      title: texts.file.description,
      about: about ?? '',
      version: version.version,
      startable: mayStart(reader, version),
      starters: start.roles.map((role) => namedRole(reader, role)),
      owners: (owner ?? []).map((role) => namedRole(reader, role)),
      department: departmentOf(reader, version),
      running: await store.countInstances(
        { viewer: viewerOf(reader), workflow: version.workflow, status: 'active' },
        COUNT_TO,
      ),
    };
  };

  return {
    row: view,
    async list(reader) {
      const views = await Promise.all(library.all().map((version) => view(reader, version)));
      const order = [...reader.plant.departments.keys()];
      const place = ({ department }: WorkflowView): number => {
        const found = order.indexOf(department?.id ?? '');
        return found === -1 ? order.length : found;
      };
      return views.toSorted(
        (one, other) => place(one) - place(other) || one.title.localeCompare(other.title, reader.language),
      );
    },
    async get(reader, id) {
      const version = latest(id);
      const texts = caseTexts(version, reader.language);
      return {
        ...(await view(reader, version)),
        machine: texts.file,
        forms: Object.fromEntries([...texts.forms.keys()].map((form) => [form, presentForm(texts, form)])),
        texts: version.bundle.texts,
      };
    },
    async start(reader, id) {
      const version = latest(id);
      if (!mayStart(reader, version)) {
        const { roles } = version.bundle.machine.meta.start;
        throw new EngineError(
          'permission.denied',
          `This procedure is started by ${roles.join(', ')}. Ask one of them.`,
          { params: { roles: roles.join(',') } },
        );
      }
      const texts = caseTexts(version, reader.language);
      const context = await engine.context({ workflow: id, versionHash: version.hash });
      const root = context.workflow.nodes[0];
      const { draft } = openRun(context, blankInstance(context, { id: '', by: reader.person.id }), {
        type: 'explain',
        by: reader.person.id,
        data: null,
      });
      const next =
        root === undefined
          ? []
          : nextSteps(context, draft, { from: root, transition: { target: `.${version.bundle.machine.initial}` } });
      return {
        workflow: { id, title: texts.file.description, version: version.version },
        form: presentForm(texts, texts.file.meta.start.form),
        into: version.bundle.machine.meta.start.into,
        next: presentNext(next, texts, reader) ?? '',
      };
    },
    async versions(_reader, id) {
      latest(id);
      return (await library.versions(id)).map(({ version, hash, publishedAt }) => ({
        version,
        hash,
        publishedAt: isoOf(publishedAt),
      }));
    },
  };
}

/** A procedure belongs where its owner does; one without an owner, where it is started. CT1 */
function departmentOf(reader: Reader, { bundle }: Version): Named | null {
  const { owner, start } = bundle.machine.meta;
  const roles = [...(owner ?? []), ...start.roles];
  const ids = roles.map((role) => reader.plant.roles.get(role)?.department);
  const department = reader.plant.departments.get(ids.find((id) => id !== undefined) ?? '');
  return department === undefined ? null : { id: department.id, title: say(reader, department.short) };
}

function mayStart(reader: Reader, version: Version): boolean {
  const { roles } = version.bundle.machine.meta.start;
  return peopleWhoMay({ roles, by: null, notBy: [], fallback: [] }, {}, reader.plant).some(
    (person) => person.id === reader.person.id,
  );
}
