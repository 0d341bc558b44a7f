import type { Instance, Task } from '../../../engine/model/instance.ts';
import { receiversOfLevel } from '../../../engine/step/ladder-receivers.ts';
import { isoOf, openRun, type StepContext } from '../../../engine/step/run.ts';
import { sentencesIn } from '../../texts/sentences.ts';
import { personName, type Reader } from '../reader.ts';
import type { WaitView } from '../views/instance-view.ts';

/** Who is told next that a task takes long, as people stand now, and when. Null: nobody. */
export function presentLadder(
  task: Task,
  instance: Instance,
  { reader, context }: { readonly reader: Reader; readonly context: StepContext },
): WaitView['ladder'] {
  const timer = Object.values(instance.timers).find((one) => one.ladder?.task === task.id);
  const ladder = context.plant.ladders.get(task.ladder ?? '');
  if (timer?.ladder === undefined || ladder?.levels[timer.ladder.level] === undefined) return null;
  const run = openRun(context, instance, { type: 'explain', by: null, data: null });
  const to = receiversOfLevel(run, { ladder, index: timer.ladder.level, task });
  if (to.length === 0) return null;
  const said = sentencesIn(reader.language);
  return { people: said.list(to.map((id) => personName(reader, id))), at: isoOf(timer.dueAt) };
}
