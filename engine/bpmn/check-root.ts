import type { StateFile } from '../model/workflow-file.ts';
import type { Obstacle } from './drawing-problem.ts';
import type { Chart } from './read-chart.ts';

/** What a process has no place for. Commands and delays of the whole case are kept beside the picture. */
const NOT_ON_ROOT: readonly (keyof StateFile)[] = ['type', 'always', 'invoke', 'onDone'];

/** What the machine itself may not declare, and a beginning that does not exist. */
export function checkRoot(chart: Chart): readonly Obstacle[] {
  const { file } = chart.root;
  const found = NOT_ON_ROOT.filter((key) => file[key] !== undefined && file[key] !== 'compound');
  const obstacles: Obstacle[] = found.map((key) => ({
    path: `/${key}`,
    code: 'drawing.root',
    message: `The workflow itself declares ${key}, which no process can show. Put it on a state.`,
  }));
  if (file.meta?.task !== undefined)
    obstacles.push({
      path: '/meta/task',
      code: 'drawing.root',
      message: 'The workflow itself is a task, which no process can show. Put the task on a state.',
    });
  if (chart.first(chart.root) === undefined)
    obstacles.push({
      path: '/initial',
      code: 'drawing.bad_initial',
      message: 'The workflow begins with a state that does not exist. Name one of its states.',
    });
  return obstacles;
}
