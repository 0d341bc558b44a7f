import { unsafePattern } from '../../../lint/safe-pattern.ts';
import { didYouMean } from '../../../lint/suggest.ts';
import type { FormRule } from '../form-context.ts';

/** Formats that the server's validator and the page's both know, and judge alike. */
const FORMATS = ['date', 'time', 'date-time', 'duration', 'email', 'uri', 'uuid', 'regex', 'json-pointer'];

/** The page would refuse what the server takes, or the other way round. */
export const formatUnknown: FormRule = {
  id: 'FL12',
  code: 'form.format_unknown',
  severity: 'error',
  title: `A format that not every validator knows. Known are ${FORMATS.join(', ')}.`,
  remedy: 'Use one of these, or "pattern".',
  check: ({ schemas }) =>
    schemas.flatMap(({ schema: { format }, pointer }) =>
      format === undefined || FORMATS.includes(format)
        ? []
        : [
            {
              path: `${pointer}/format`,
              message: `The format "${format}" is not known.${didYouMean(format, FORMATS) || ` Use one of ${FORMATS.join(', ')}, or "pattern".`}`,
            },
          ],
    ),
};

/** One bad pattern and 28 characters block a server for seconds. */
export const patternUnsafe: FormRule = {
  id: 'FL13',
  code: 'form.pattern_unsafe',
  severity: 'error',
  title:
    'A pattern is no regular expression, is longer than 256 characters, or could take minutes to match: it repeats what repeats, refers back, looks ahead or behind.',
  remedy: 'Write it simply.',
  check: ({ schemas }) =>
    schemas.flatMap(({ schema: { pattern }, pointer }) => {
      const reason = pattern === undefined ? null : unsafePattern(pattern);
      return reason === null
        ? []
        : [{ path: `${pointer}/pattern`, message: `The pattern "${pattern ?? ''}" ${reason}.` }];
    }),
};

/** Binary numbers are exact enough for six. */
export const decimalsWrong: FormRule = {
  id: 'FL14',
  code: 'form.decimals_wrong',
  severity: 'error',
  title: 'The decimals of a number are not a whole number from 0 to 6.',
  remedy: 'Write one of these.',
  check: ({ schemas }) =>
    schemas.flatMap(({ schema, pointer }) => {
      const places = schema['x-decimals'];
      return places === undefined || (Number.isInteger(places) && places >= 0 && places <= 6)
        ? []
        : [
            {
              path: `${pointer}/x-decimals`,
              message: `A number cannot have ${places} decimals here. Write a whole number from 0 to 6.`,
            },
          ];
    }),
};
