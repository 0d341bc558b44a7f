import type { LateTexts } from '../late-texts.ts';

/** Words of the conversation of a case, of files that people add to it, and of drafts. */
export const talk: LateTexts['talk'] = {
  // The conversation.
  title: 'Conversación',
  none: 'Nadie ha dicho nada todavía.',
  failed: 'No se pudo cargar la conversación.',
  write: 'Escribir un comentario',
  mentionHint: 'Escriba @ para mencionar a alguien que ve este caso.',
  people: 'Personas que puede mencionar',
  send: 'Enviar',
  sendFailed: 'Su comentario no se envió. Sigue aquí.',
  mentions: 'menciona a',
  attach: 'Adjuntar un archivo',
  commentFiles: 'Archivos de este comentario',
  wordsMissing: 'Escriba unas palabras para acompañar los archivos.',
  // Files and pictures.
  files: 'Archivos y fotos añadidos',
  noFiles: 'No se ha añadido nada fuera de los formularios.',
  filesFailed: 'No se pudieron cargar los archivos.',
  addFile: 'Añadir un archivo',
  takePhoto: 'Tomar una foto',
  sending: 'Enviando…',
  addFailed: 'El archivo no se añadió.',
  tooLarge: (most: string) => `El archivo ocupa más de ${most}. Redúzcalo e inténtelo de nuevo.`,
  // Drafts.
  saved: (time: string) => `Borrador guardado ${time}`,
  saving: 'Guardando el borrador…',
  unsaved: 'Borrador en este equipo, aún no en el servidor',
  changed: (time: string) => `Se cambió en otra pestaña a las ${time}. Lo que está aquí aún no se ha guardado.`,
  changedGone: 'El borrador se quitó en otra pestaña. Lo que está aquí no se ha guardado.',
  loadOther: 'Cargarlo',
  keepMine: 'Conservar lo de aquí',
  discard: 'Descartar borrador',
  discardTitle: '¿Descartar este borrador?',
  discardAbout: 'Lo que ha escrito se borra, aquí y en sus otros equipos. No se puede recuperar.',
  discardFailed: 'El borrador sigue aquí.',
};
