import type { MakeWords } from './make-words.ts';

const named = (sentence: string, number: string): string =>
  number === '' ? `${sentence}.` : `${sentence}: ${number}.`;

const BLOCKED: { readonly [by: string]: string } = {
  first_article: 'Bloqueado: la primera pieza no es conforme.',
  inspection: 'Bloqueado: espera la inspección.',
  nonconformity: 'Bloqueado por piezas no conformes.',
  equipment: 'Bloqueado: máquina o útil parado.',
  material: 'Bloqueado: falta material.',
  people: 'Bloqueado: falta personal.',
};

export const MAKE_ES: MakeWords = {
  color: { done: 'Terminado', in_review: 'En revisión', red: 'Rojo', amber: 'Ámbar', green: 'Verde' },
  material: {
    no_recipe: 'Sin lista de materiales',
    in_stock: 'En almacén',
    expected: 'Previsto',
    not_available: 'No disponible',
    processed: 'Consumido',
  },
  production: {
    order_review: 'Revisión del pedido',
    not_started: 'Sin empezar',
    work_in_progress: 'En curso',
    partially_complete: 'Terminado en parte',
    blocked: 'Bloqueado',
    done: 'Terminado',
  },
  columns: {
    rank: 'Prioridad',
    order: 'Pedido',
    customer: 'Cliente',
    product: 'Producto',
    qty: 'Pedida',
    good: 'Buenas',
    scrap: 'Desecho',
    hours: 'Tiempo de producción (h)',
    progress: 'Avance (%)',
    deadline: 'Plazo',
    material: 'Material',
    kit: 'Kit (%)',
    production: 'Producción',
    color: 'Estado del pedido',
    why: 'Por qué',
    forecast: 'Fin previsto',
    slack: 'Holgura (días laborables)',
    cases: 'Casos abiertos',
    next: 'Siguiente paso',
  },
  done: 'Todo está hecho.',
  inReview: 'En revisión: aún no se ha prometido nada.',
  deadlinePassed: 'El plazo ha vencido.',
  startPassed: 'El inicio previsto ha pasado y no se ha empezado nada.',
  onTrack: 'En plazo.',
  late: (days, material) =>
    material ? `${days} días de retraso: el material llega después del inicio previsto.` : `${days} días de retraso.`,
  thin: (days) => `Quedan solo ${days} días laborables de holgura.`,
  blocked: (by) => BLOCKED[by] ?? 'La producción está bloqueada.',
  noMaterial: (items) => `No disponible: ${items}.`,
  materialExpected: (items, day) => `Falta hasta el ${day}: ${items}.`,
  tooFew: (missing) => `Faltan ${missing} piezas en el plan. Las retenidas no cuentan.`,
  behindPlan: (pct) => `Por debajo del plan: se ha alcanzado el ${pct} %.`,
  worstShortage: (number) => named('Una escasez para la línea', number),
  nonconformity: (number) => named('No conformidad abierta', number),
  shortage: (number) => named('Escasez abierta', number),
  firstArticle: (number) => named('Primera pieza no conforme', number),
  planChange: (number) => named('Un cambio de plan espera la aprobación', number),
  operation: (center, op) => `${center}, operación ${op}`,
};
