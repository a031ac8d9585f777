import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calls, type CallSpec } from '../catalogue/index.ts';
import { paramsSchema } from './params-schema.ts';

describe('the schema of parameters', () => {
  it.each(Object.values<CallSpec>(calls))(
    'of $name has no rule that zod cannot compile',
    (call) => {
      expect(() => z.compile(paramsSchema(call.params), { strict: true })).not.toThrow();
    },
  );

  it('lists every broken rule, though the compiled one stops at the first', () => {
    const given = { name: 'a\u0000', meetingID: 'a,b', record: 'yes', duration: -1 };
    const issues = paramsSchema(calls.create.params).safeParse(given).error?.issues ?? [];
    expect(new Set(issues.map(({ path }) => path[0]))).toEqual(new Set(Object.keys(given)));
  });
});
