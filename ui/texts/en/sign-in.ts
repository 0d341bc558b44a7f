/** Words of the sign-in page. */
export const signIn = {
  // The form.
  title: 'Sign in',
  lead: 'The written procedures of your plant, step by step.',
  login: 'User name',
  password: 'Password',
  showPassword: 'Show the password',
  submit: 'Sign in',
  // Why it did not work.
  loginNeeded: 'Type your user name.',
  passwordNeeded: 'Type your password.',
  refused: 'User name and password do not belong together. Check both and try again.',
  failed: 'The server does not answer. Try again in a moment.',
  // The people of a demo plant.
  demoTitle: 'Look around as one of these people',
  demoText: (plant: string) => `${plant} is a demo plant. Nothing you do here reaches a real machine.`,
  firstWalk: 'A good first walk:',
};
