/** How a list of tasks is ordered. */
export type TaskOrder = 'due' | 'newest';
