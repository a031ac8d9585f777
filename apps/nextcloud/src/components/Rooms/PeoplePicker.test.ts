import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { standIn } from '../../../test/backend.ts';
import PeoplePicker from './PeoplePicker.vue';

const carol = { kind: 'user', target: 'carol', name: 'Carol' } as const;
const carla = { kind: 'user', target: 'carla', name: 'Carla' } as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function type(picker: ReturnType<typeof mount>, text: string): Promise<void> {
  await picker.get('input').setValue(text);
  await vi.advanceTimersByTimeAsync(300);
}

describe('choosing people', () => {
  it('offers whom it finds, but nobody who is chosen already', async () => {
    standIn({ 'GET people?search=car': () => ({ data: [carol, carla] }) });
    const picker = mount(PeoplePicker, { props: { label: 'People', except: [carla] } });
    await type(picker, 'car');
    expect(picker.findAll('li').map((entry) => entry.text())).toEqual(['Carol']);
    await picker.get('li button').trigger('click');
    expect(picker.emitted('choose')).toEqual([[carol]]);
    expect(picker.get('input').element.value).toBe('');
  });

  it('asks for nothing while there is less than two letters', async () => {
    const asked = standIn({});
    const picker = mount(PeoplePicker, { props: { label: 'People' } });
    await type(picker, 'c');
    expect(asked).toEqual([]);
  });

  it('asks once for what is typed quickly', async () => {
    const asked = standIn({ 'GET people?search=caro': () => ({ data: [carol] }) });
    const picker = mount(PeoplePicker, { props: { label: 'People' } });
    await picker.get('input').setValue('car');
    await type(picker, 'caro');
    expect(asked.map(({ what }) => what)).toEqual(['GET people?search=caro']);
  });

  it('says that nobody was found, and what went wrong', async () => {
    standIn({ 'GET people?search=xy': () => ({ data: [] }) });
    const picker = mount(PeoplePicker, { props: { label: 'People' } });
    await type(picker, 'xy');
    expect(picker.get('[role=status]').text()).toBe('Nobody was found.');
    await type(picker, 'xyz');
    expect(picker.get('[role=status]').text()).toContain('There is no connection.');
  });

  it('takes nobody of the search before by Enter', async () => {
    standIn({
      'GET people?search=car': () => ({ data: [carol] }),
      'GET people?search=carla': () => ({ data: [carla] }),
    });
    const picker = mount(PeoplePicker, { props: { label: 'People' } });
    await type(picker, 'car');
    await picker.get('input').setValue('carla');
    await picker.get('input').trigger('keydown.enter');
    expect(picker.emitted('choose')).toBeUndefined();
    await vi.advanceTimersByTimeAsync(300);
    await picker.get('input').trigger('keydown.enter');
    expect(picker.emitted('choose')).toEqual([[carla]]);
  });

  it('hears no late answer once somebody is chosen', async () => {
    let answer = () => {};
    vi.stubGlobal('fetch', (url: string) => {
      const found = Response.json({ ocs: { data: [carol] } });
      if (!url.endsWith('=caro')) return Promise.resolve(found);
      return new Promise((resolve) => {
        answer = () => resolve(found);
      });
    });
    const picker = mount(PeoplePicker, { props: { label: 'People' } });
    await type(picker, 'car');
    await type(picker, 'caro');
    await picker.get('li button').trigger('click');
    answer();
    await vi.advanceTimersByTimeAsync(300);
    expect(picker.find('li').exists()).toBe(false);
  });
});
