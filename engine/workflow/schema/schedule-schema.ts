import { name, object, type SchemaPart } from './schema-words.ts';

/** `meta.schedules` of a workflow. */
export const SCHEDULES: SchemaPart = {
  type: 'array',
  minItems: 1,
  maxItems: 50,
  description: 'Times at which cases begin by themselves.',
  items: object(
    {
      id: name('Names the schedule within the workflow.'),
      cron: {
        type: 'string',
        minLength: 1,
        maxLength: 200,
        description: 'Minute, hour, day of the month, month and day of the week, such as 0 6 * * 1-5.',
      },
      zone: name(
        'IANA zone of the clock that it is read against, such as Asia/Taipei. Without it: the zone of the plant.',
      ),
      when: name(
        'Fires only in working time: "working_day" of the calendar of the workflow, or the id of another calendar. With "working_day_or_before" a time on a day off is drawn forward to the working day before.',
      ),
      catchUp: {
        enum: ['none', 'last', 'all'],
        description: 'What is done about times that passed while no server ran. Without it: none.',
      },
      answers: {
        type: 'object',
        description: 'The answers of the start form. Expressions see nominal, now and settings.',
      },
      by: name('In whose name cases begin: the id of a role or of a person.'),
    },
    ['id', 'cron', 'by'],
    'One schedule.',
  ),
};
