import type { signIn as english } from '../en/sign-in.ts';

export const signIn: typeof english = {
  title: 'Iniciar sesión',
  lead: 'Los procedimientos escritos de su planta, paso a paso.',
  login: 'Usuario',
  password: 'Contraseña',
  showPassword: 'Mostrar la contraseña',
  submit: 'Entrar',
  loginNeeded: 'Escriba su usuario.',
  passwordNeeded: 'Escriba su contraseña.',
  refused: 'El usuario y la contraseña no corresponden. Revise ambos e inténtelo de nuevo.',
  failed: 'El servidor no responde. Inténtelo de nuevo en un momento.',
  demoTitle: 'Entre como una de estas personas',
  demoText: (plant) => `${plant} es una planta de demostración. Nada de lo que haga llega a una máquina real.`,
  firstWalk: 'Un buen primer recorrido:',
  enterAs: (name) => `Entrar como ${name}`,
};
