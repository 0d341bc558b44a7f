import type { MakeWords } from './make-words.ts';

const named = (sentence: string, number: string): string =>
  number === '' ? `${sentence}.` : `${sentence}: ${number}.`;

const BLOCKED: { readonly [by: string]: string } = {
  first_article: 'Blocked: the first article failed.',
  inspection: 'Blocked: waits for inspection.',
  nonconformity: 'Blocked by nonconforming parts.',
  equipment: 'Blocked: machine or tool is down.',
  material: 'Blocked: material is missing.',
  people: 'Blocked: people are missing.',
};

export const MAKE_EN: MakeWords = {
  color: { done: 'Done', in_review: 'In review', red: 'Red', amber: 'Amber', green: 'Green' },
  material: {
    no_recipe: 'No recipe',
    in_stock: 'In stock',
    expected: 'Expected',
    not_available: 'Not available',
    processed: 'Consumed',
  },
  production: {
    order_review: 'Order review',
    not_started: 'Not started',
    work_in_progress: 'Work in progress',
    partially_complete: 'Partially complete',
    blocked: 'Blocked',
    done: 'Done',
  },
  columns: {
    rank: 'Rank',
    order: 'Order',
    customer: 'Customer',
    product: 'Product',
    qty: 'Ordered',
    good: 'Good',
    scrap: 'Scrap',
    hours: 'Production time (h)',
    progress: 'Progress (%)',
    deadline: 'Deadline',
    material: 'Material',
    kit: 'Kit (%)',
    production: 'Production',
    color: 'State of the order',
    why: 'Why',
    forecast: 'Forecast finish',
    slack: 'Slack (working days)',
    cases: 'Open cases',
    next: 'Next step',
  },
  done: 'All of it is made.',
  inReview: 'In review: nothing is promised yet.',
  deadlinePassed: 'The deadline has passed.',
  startPassed: 'The planned start has passed, and nothing was started.',
  onTrack: 'On track.',
  late: (days, material) =>
    material ? `${days} days late: material comes after the planned start.` : `${days} days late.`,
  thin: (days) => `Only ${days} working days to spare.`,
  blocked: (by) => BLOCKED[by] ?? 'Production is blocked.',
  noMaterial: (items) => `Not available: ${items}.`,
  materialExpected: (items, day) => `Short until ${day}: ${items}.`,
  tooFew: (missing) => `${missing} pieces too few are planned. Pieces on hold do not count.`,
  behindPlan: (pct) => `Behind the plan: ${pct} % of it was reached.`,
  worstShortage: (number) => named('A shortage stops the line', number),
  nonconformity: (number) => named('Nonconformity open', number),
  shortage: (number) => named('Shortage open', number),
  firstArticle: (number) => named('First article failed', number),
  planChange: (number) => named('A plan change waits for approval', number),
  operation: (center, op) => `${center}, operation ${op}`,
};
