import type { task as english } from '../en/task.ts';

export const task: typeof english = {};
