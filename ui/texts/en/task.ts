/** Words of the task page and the start form. */
export const task = {};
