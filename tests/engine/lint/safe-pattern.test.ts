import { expect } from 'chai';
import { unsafePattern } from '../../../engine/lint/safe-pattern.ts';

const SAFE = [
  '^[A-Z]{2}-\\d{3,5}$',
  '^(?:EUR|USD)$',
  '^(\\+\\d+)?$',
  '[(+*)]+',
  '\\(a\\)+',
  '^(a{3})+$',
  '^\\p{L}+ \\d*$',
  'x?y?',
];
const UNSAFE = [
  '(a+)+',
  '(a*)*b',
  '(?:a+)*',
  '((a|b)x)+',
  '(a|a)+$',
  '(a?)*',
  '(a{1,5}){2,}',
  '([a-z]+\\d?)+',
  '(a)\\1',
  '\\k<n>',
  'a(?=b)',
  '(?<!a)b',
  '(',
  'a'.repeat(257),
];

describe('patterns that may be used', () => {
  for (const pattern of SAFE) it(`[FL13] ${pattern} may`, () => expect(unsafePattern(pattern)).to.equal(null));

  for (const pattern of UNSAFE)
    it(`[FL13] ${pattern.slice(0, 20)} may not`, () => expect(unsafePattern(pattern)).to.be.a('string'));
});
