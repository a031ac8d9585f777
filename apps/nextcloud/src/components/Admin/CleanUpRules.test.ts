import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { standIn } from '../../../test/backend.ts';
import CleanUpRules from './CleanUpRules.vue';

afterEach(() => vi.unstubAllGlobals());

it('offers nothing to save where it does not know what holds', async () => {
  const asked = standIn({});
  const rules = mount(CleanUpRules);
  await flushPromises();
  expect(rules.text()).toContain('There is no connection.');
  expect(rules.find('button').exists()).toBe(false);
  expect(rules.find('input').exists()).toBe(false);
  expect(asked.map(({ what }) => what)).toEqual(['GET admin/cleanup']);
});

it('keeps the rule that nobody touched', async () => {
  const kept = { archiveAfterDays: 180, deleteAfterDays: 365 };
  const asked = standIn({
    'GET admin/cleanup': () => ({ data: kept }),
    'PUT admin/cleanup': () => ({ data: { ...kept, archiveAfterDays: 90 } }),
  });
  const rules = mount(CleanUpRules);
  await flushPromises();
  await rules.get('input').setValue('90');
  await rules.get('form').trigger('submit');
  await flushPromises();
  expect(asked.at(-1)?.body).toEqual({ archiveAfterDays: 90, deleteAfterDays: 365 });
  expect(rules.text()).toContain('Saved.');
});
