import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RequestFailed } from '../Api/ocs.ts';
import { useKeptUp } from './kept-up.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** A page that keeps up with this; what it shows is what is wrong. */
function page(load: () => Promise<void>) {
  return mount({ setup: () => ({ problem: useKeptUp(load) }), template: '<p>{{ problem }}</p>' });
}

it('asks no more once somebody has been logged out, and says so', async () => {
  const load = vi.fn<() => Promise<void>>(() =>
    Promise.reject(new RequestFailed('', 'http_401', 401)),
  );
  const shown = page(load);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(shown.text()).toBe('You have been logged out. Please reload the page.');
  expect(load).toHaveBeenCalledTimes(1);
  shown.unmount();
});

it('says what is wrong until it is well again', async () => {
  let isWell = false;
  const load = () =>
    isWell ? Promise.resolve() : Promise.reject(new RequestFailed('Not now.', 'x', 503));
  const shown = page(load);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(shown.text()).toBe('Not now.');
  isWell = true;
  await vi.advanceTimersByTimeAsync(300_000);
  expect(shown.text()).toBe('');
  shown.unmount();
});
