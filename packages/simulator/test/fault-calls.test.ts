import { expect, it } from 'vitest';
import { InputError } from '../src/index.ts';
import { startForTest } from './harness.ts';

const fault = { kind: 'reset' } as const;

it('refuses a fault of a call that no server has, and names the nearest', async () => {
  const server = await startForTest();
  expect(() => server.simulator.nextAnswer({ call: 'craete', fault })).toThrow(InputError);
  const answer = await server.control('next-answer', JSON.stringify({ call: 'craete', fault }));
  expect(answer.status).toBe(400);
  const { error } = JSON.parse(answer.body) as { error: { message: string } };
  expect(error).toMatchObject({ code: 'invalid_body', path: 'call' });
  expect(error.message).toContain('call must be one of create, join, end');
  expect(error.message).toMatch(/\(did you mean create\?\)\.$/u);
  expect(server.simulator.faults()).toEqual([]);
});

it('suggests nothing when no call is near', async () => {
  const server = await startForTest();
  const adding = () => server.simulator.nextAnswer({ call: 'makeCoffee', fault });
  expect(adding).toThrow(/^call must be one of/u);
  expect(adding).not.toThrow('did you mean');
});

it.each(['hooks/create', 'stuns', 'setConfigXML'])(
  'takes a fault of a call that this server lacks: %s',
  async (call) => {
    const options = { profile: 'integration' } as const;
    const server = await startForTest(options);
    expect(server.simulator.nextAnswer({ call, fault })).toBe(1);
  },
);
