import {
  BbbError,
  buildRequest,
  canonicalQuery,
  checksum,
  hashAlgorithms,
  redactUrl,
} from '@bluebridge/core';
import { dialectNamed } from '@bluebridge/core/dialects';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PhpProcess } from './php-process.ts';
import { buildQuestions, type BuildQuestion } from './questions.ts';
import { sentValue } from './sent-value.ts';
import { texts } from './texts.ts';

const seed = Number(process.env['BLUEBRIDGE_PARITY_SEED'] ?? Date.now() % 2 ** 31);
const minutes = 60_000;

let php: PhpProcess;

beforeAll(() => {
  process.stdout.write(`Parity seed: BLUEBRIDGE_PARITY_SEED=${seed}\n`);
  php = new PhpProcess();
});

afterAll(() => php.end());

const signQuestions = fc.record({
  ask: fc.constant('sign'),
  call: fc.constantFrom('create', 'join', 'hooks/create', ''),
  algorithm: fc.constantFrom(...hashAlgorithms),
  secret: texts,
  params: fc.dictionary(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,20}$/), texts, { maxKeys: 5 }),
});

type SignQuestion = typeof signQuestions extends fc.Arbitrary<infer Q> ? Q : never;

/** So many questions are under way at a time: PHP works while the next ones are made. */
const several = { minLength: 20, maxLength: 20 };

function signed({ call, algorithm, secret, params }: SignQuestion): object {
  const query = canonicalQuery(Object.entries(params));
  expect(new URL(`https://h/?${query}`).search.slice(1), 'what a URL parser makes of it').toBe(
    query,
  );
  return { query, checksum: checksum(algorithm, call, query, secret) };
}

/** What the core in TypeScript does with a question, in the words of an answer of PHP. */
function built({ dialect, capabilities, call, params, body }: BuildQuestion): object {
  const target = {
    endpoint: 'https://bbb.example.org/bigbluebutton/',
    secret: 'secret',
    dialect: { ...dialectNamed(dialect), ...capabilities },
  };
  try {
    const request = buildRequest(target, call as 'create', params as never, body as never);
    const sent = request.body && Buffer.from(request.body).toString('base64');
    return { ...request, body: sent ?? null, redacted: redactUrl(request.url) };
  } catch (error) {
    if (!(error instanceof BbbError)) throw error;
    const violations = error.violations.map(({ path, rule, allowed }) => [
      path,
      rule,
      allowed ?? null,
    ]);
    return { code: error.code, violations };
  }
}

describe('TypeScript and PHP', () => {
  it(
    'sign any text alike, byte for byte',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(signQuestions, several), async (questions) => {
          const answers = await Promise.all(questions.map((question) => php.ask(question)));
          expect(answers).toEqual(questions.map(signed));
        }),
        { numRuns: 20_000 / several.minLength, seed },
      ),
    5 * minutes,
  );

  it(
    'build the same requests and refuse for the same reasons',
    () =>
      fc.assert(
        fc.asyncProperty(buildQuestions, async (question) => {
          const { params, body, ...rest } = question;
          const sent = {
            params: sentValue(params),
            ...('body' in question && { body: sentValue(body) }),
          };
          expect(await php.ask({ ask: 'build', ...rest, ...sent })).toEqual(built(question));
        }),
        { numRuns: 5_000, seed },
      ),
    5 * minutes,
  );
});
