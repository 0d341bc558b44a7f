import type { signIn as english } from '../en/sign-in.ts';

/** Words of the sign-in page, in Spanish. */
export const signIn: typeof english = {
  // The form.
  title: 'Iniciar sesión',
  lead: 'Los procedimientos escritos de su planta, paso a paso.',
  login: 'Usuario',
  password: 'Contraseña',
  showPassword: 'Mostrar la contraseña',
  submit: 'Entrar',
  // Why it did not work.
  loginNeeded: 'Escriba su usuario.',
  passwordNeeded: 'Escriba su contraseña.',
  refused: 'El usuario y la contraseña no corresponden. Revise ambos e inténtelo de nuevo.',
  failed: 'El servidor no responde. Inténtelo de nuevo en un momento.',
  // The people of a demo plant.
  demoTitle: 'Entre como una de estas personas',
  demoText: (plant) => `${plant} es una planta de demostración. Nada de lo que haga llega a una máquina real.`,
  firstWalk: 'Un buen primer recorrido:',
};
