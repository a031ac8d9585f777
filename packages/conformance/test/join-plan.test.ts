import { joinReasons } from '@bluebridge/core/rooms';
import { expect, it } from 'vitest';
import { loadVectors } from '../src/load-vectors.ts';

const plans = loadVectors('join-plan').map((vector) => vector.expect.plan);

it.each(Object.entries(joinReasons))('the join plan vectors show the reason %s', (name, reason) => {
  const shown = plans.filter((plan) => plan.reason === name);
  expect(shown.length).toBeGreaterThan(0);
  for (const plan of shown) expect(plan.kind).toBe(reason.kind);
});
