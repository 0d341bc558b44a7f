/** Words of the form renderer. */
export const form = {};
