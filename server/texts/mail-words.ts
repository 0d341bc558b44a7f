import type { Language } from '../../engine/model/language.ts';

/** The words of the frame around every mail. */
export interface MailWords {
  readonly greeting: (name: string) => string;
  readonly openCase: (number: string) => string;
  readonly digestSubject: (count: number) => string;
  readonly digestLead: string;
  readonly why: (plant: string) => string;
  readonly choose: string;
}

export const MAIL_WORDS: { readonly [language in Language]: MailWords } = {
  en: {
    greeting: (name) => `Hello ${name},`,
    openCase: (number) => `Open ${number}`,
    digestSubject: (count) => `News of your cases: ${count}`,
    digestLead: 'This happened since the last digest. Nothing here asks you to act.',
    why: (plant) => `You get this mail because you work in a case at ${plant}. Answers to it are not read.`,
    choose: 'Choose which mails you get',
  },
  es: {
    greeting: (name) => `Hola, ${name}:`,
    openCase: (number) => `Abrir ${number}`,
    digestSubject: (count) => `Novedades de sus casos: ${count}`,
    digestLead: 'Esto ha ocurrido desde el último resumen. No tiene que hacer nada.',
    why: (plant) => `Recibe este correo porque participa en un caso de ${plant}. Nadie lee las respuestas.`,
    choose: 'Elegir qué correos recibo',
  },
  'zh-TW': {
    greeting: (name) => `${name}，您好：`,
    openCase: (number) => `開啟 ${number}`,
    digestSubject: (count) => `您的案件動態：${count} 則`,
    digestLead: '以下為上次摘要之後的動態，僅供知悉，無須處理。',
    why: (plant) => `您參與${plant}的案件，因此收到本信。請勿直接回覆。`,
    choose: '選擇要收哪些信件',
  },
};
