import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import * as api from '../../Api/modules/admin.ts';
import AccountTerms from './AccountTerms.vue';

const account = {
  id: 'pool',
  name: 'bbb.example.org',
  countsSeats: true,
  taken: 30,
  total: 50,
  holders: ['Physics (Alice) · 30 seats · until 12:00'],
  terms: { connections: 50, defaultSeats: 20, defaultMinutes: 120, graceMinutes: 5 },
};

afterEach(() => {
  delete window.OC;
  vi.restoreAllMocks();
});

it('keeps nothing for somebody who does not give their password', async () => {
  const keep = vi.spyOn(api, 'keepAccount');
  const ask = vi.fn<(confirmed: () => void, options: object, refused: () => void) => void>(
    (_confirmed, _options, refused) => refused(),
  );
  window.OC = { PasswordConfirmation: { requirePasswordConfirmation: ask } };
  const form = mount(AccountTerms, { props: { account } });
  await form.trigger('submit');
  await flushPromises();
  expect(ask).toHaveBeenCalledOnce();
  expect(keep).not.toHaveBeenCalled();
  expect(form.text()).not.toContain('Saved.');
});

it('shows who has the seats, and keeps what was agreed', async () => {
  const kept = { ...account, total: 60, terms: { ...account.terms, connections: 60 } };
  const keep = vi.spyOn(api, 'keepAccount').mockResolvedValue(kept);
  const form = mount(AccountTerms, { props: { account } });
  expect(form.text()).toContain('Physics (Alice) · 30 seats · until 12:00');
  expect(form.find('meter').attributes()).toMatchObject({ value: '30', max: '50' });
  const [seats, , , grace] = form.findAll('input');
  await seats?.setValue('60');
  await grace?.setValue('');
  await form.trigger('submit');
  await flushPromises();
  expect(keep).toHaveBeenCalledWith('pool', {
    ...account.terms,
    connections: 60,
    graceMinutes: null,
  });
  expect(form.text()).toContain('Saved.');
  expect(form.emitted('changed')).toEqual([[kept]]);
});
