/** Words of the sign-in page. */
export const signIn = {
  title: 'Sign in',
  lead: 'The written procedures of your plant, step by step.',
  login: 'User name',
  password: 'Password',
  showPassword: 'Show the password',
  submit: 'Sign in',
  loginNeeded: 'Type your user name.',
  passwordNeeded: 'Type your password.',
  refused: 'User name and password do not belong together. Check both and try again.',
  failed: 'The server does not answer. Try again in a moment.',
  demoTitle: 'Look around as one of these people',
  demoText: (plant: string) => `${plant} is a demo plant. Nothing you do here reaches a real machine.`,
  firstWalk: 'A good first walk:',
  enterAs: (name: string) => `Sign in as ${name}`,
};
