import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerSchema } from '../../../engine/form/answer-schema.ts';
import { askedFields } from '../../../engine/form/check-answers.ts';
import { fieldAt } from '../../../engine/form/walk-fields.ts';
import type { CheckedSchema, SchemaChecker, SchemaError } from '../../../engine/model/schema-checker.ts';
import type { FormFile } from '../../../engine/model/form-file.ts';
import type { Json, JsonObject } from '../../../engine/model/json.ts';
import { pointer } from '../../../engine/model/problem.ts';
import { openAjvChecker } from '../../../server/checker/ajv-checker.ts';
import { checkWithCfworker } from '../../../ui/form/cfworker-checker.ts';
import { readFormFile } from '../read-form.ts';
import { openRandom, pick, randomAnswers } from '../random-answers.ts';

const FORMS = readdirSync(join(process.cwd(), 'forms'))
  .filter((name) => name.endsWith('.form.json'))
  .map((name) => readFormFile(name.replace('.form.json', '')));

const DOCUMENTS_A_FORM = 200;
const OUTCOMES = [
  'ok',
  'conditional',
  'no',
  'accept',
  'accept_with_conditions',
  'negotiate',
  'reject',
  'incomplete',
  'elsewhere',
];

describe('the page’s schema checker', () => {
  const ajv = openAjvChecker();

  for (const form of FORMS) {
    it(`agrees with the server’s on random answers of the form ${form.id}`, () => {
      // given
      const seed = [...form.id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
      const random = openRandom(seed);
      const documents = Array.from(
        { length: DOCUMENTS_A_FORM },
        (): JsonObject => ({ ...randomAnswers(form.schema, random), outcome: pick(OUTCOMES, random) }),
      );

      for (const document of documents) {
        // when
        const [ours, theirs] = [checkWithCfworker(answerSchema(form), document), ajv(answerSchema(form), document)];

        // then
        expect(told(withoutRowEchoes(form, ours)), `seed ${seed}: ${JSON.stringify(document)}`).to.deep.equal(
          told(withoutRowEchoes(form, withoutEchoes(ajv, form, { document, errors: theirs }))),
        );
      }
    });
  }

  it('names the place, the keyword and its limit as Ajv does', () => {
    // given
    const schema: CheckedSchema = {
      type: 'object',
      properties: {
        lines: {
          type: 'array',
          items: { type: 'object', properties: { qty: { type: 'integer', minimum: 1 } }, required: ['qty'] },
        },
        name: { type: 'string', maxLength: 2, pattern: '^a' },
      },
      unevaluatedProperties: false,
    };
    const value: Json = { lines: [{ qty: 0 }, {}], name: 'bcd', 'a/b': 1 };

    // when
    const errors = checkWithCfworker(schema, value);

    // then
    expect(told(errors)).to.deep.equal(told(ajv(schema, value)));
    expect(errors.find((error) => error.keyword === 'minimum')).to.deep.equal({
      path: '/lines/0/qty',
      keyword: 'minimum',
      params: { limit: 1 },
    });
  });

  it('does not call a field unknown because its value is wrong', () => {
    // given
    const schema: CheckedSchema = {
      type: 'object',
      properties: { qty: { type: 'integer' } },
      unevaluatedProperties: false,
    };

    // when
    const errors = checkWithCfworker(schema, { qty: 'many' });

    // then
    expect(errors.map((error) => error.keyword)).to.deep.equal(['type']);
  });

  for (const [choice, keywords] of [
    [['x', 'x'], ['type']],
    [[1.5, 1.5, 2], ['type']],
    [
      [2, 'x', 2],
      ['type', 'uniqueItems'],
    ],
    [[2, 2], ['uniqueItems']],
  ] as const) {
    it(`calls ${JSON.stringify(choice)} wrong by ${keywords.join(' and ')}, as Ajv does`, () => {
      // given
      const schema: CheckedSchema = {
        type: 'object',
        properties: { choice: { type: 'array', items: { type: 'integer' }, uniqueItems: true } },
      };

      // when
      const errors = checkWithCfworker(schema, { choice: [...choice] });

      // then
      expect(told(errors)).to.deep.equal(told(ajv(schema, { choice: [...choice] })));
      expect([...new Set(errors.map((error) => error.keyword))].sort()).to.deep.equal(keywords);
    });
  }

  it('leaves the schema that it is given as it is', () => {
    // given
    const schema = Object.freeze({
      type: 'object',
      properties: Object.freeze({ id: Object.freeze({ type: 'string' }) }),
    }) as CheckedSchema;

    // when
    checkWithCfworker(schema, { id: 'x' });

    // then
    expect(Object.getOwnPropertyNames(schema)).to.deep.equal(['type', 'properties']);
  });
});

/** Applicators only repeat a deeper error; parameters beyond these do not reach a person. */
const REPEATS = new Set(['if', 'allOf', 'properties', 'items']);
const NAMED = ['limit', 'missingProperty', 'unevaluatedProperty', 'type', 'format', 'pattern', 'multipleOf'];

function told(errors: readonly SchemaError[]): readonly string[] {
  const lines = errors
    .filter((error) => !REPEATS.has(error.keyword))
    .map(
      ({ path, keyword, params }) =>
        `${path} ${keyword} ${JSON.stringify(NAMED.flatMap((name) => (params[name] === undefined ? [] : [[name, params[name]]])))}`,
    );
  return [...new Set(lines)].sort();
}

/** Ajv takes the fields of a `then` for unknown as soon as one of them is wrong; the engine drops these echoes. */
function withoutEchoes(
  checker: SchemaChecker,
  form: FormFile,
  { document, errors }: { readonly document: JsonObject; readonly errors: readonly SchemaError[] },
): readonly SchemaError[] {
  const asked = new Set(askedFields(checker, form.schema, document));
  return errors.filter(
    (error) =>
      error.keyword !== 'unevaluatedProperties' ||
      error.path !== '' ||
      !asked.has(pointer(error.params['unevaluatedProperty'] ?? '')),
  );
}

/**
 * In the rows of a table the engine drops every field that the form knows somewhere, whoever checked.
 *
 * Ajv is no measure there: it takes a field for unknown when another of its `then` is wrong, and keeps from one row to
 * the next which fields a `then` knew.
 */
function withoutRowEchoes(form: FormFile, errors: readonly SchemaError[]): readonly SchemaError[] {
  return errors.filter(
    ({ path, keyword, params }) =>
      keyword !== 'unevaluatedProperties' ||
      path === '' ||
      fieldAt(form, path + pointer(params['unevaluatedProperty'] ?? '')) === undefined,
  );
}
