import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Component } from 'vue';
import type { Room } from '../../Api/types.ts';
import { standIn } from '../../../test/backend.ts';
import { useMembers } from '../../stores/members.ts';
import DocumentsSection from './DocumentsSection.vue';
import GuestsSection from './GuestsSection.vue';
import MembersSection from './MembersSection.vue';
import RecordingsSection from './RecordingsSection.vue';

const room = {
  id: 1,
  name: 'Physics',
  owner: { id: 'alice', name: 'Alice' },
  may: { share: true },
} as unknown as Room;

beforeEach(() => {
  setActivePinia(createPinia());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

async function show(section: Component) {
  const shown = mount(section, { props: { room }, attachTo: document.body });
  await flushPromises();
  return shown;
}

describe('what cannot be read', () => {
  it.each([
    { section: DocumentsSection, empty: 'No files yet' },
    { section: RecordingsSection, empty: 'No recordings yet' },
  ])('is not said to be empty: $empty', async ({ section, empty }) => {
    standIn({});
    const shown = await show(section);
    expect(shown.text()).toContain('There is no connection.');
    expect(shown.text()).not.toContain(empty);
  });
});

describe('recordings', () => {
  it('are not searched for after the room was left', async () => {
    vi.useFakeTimers();
    const five = [1, 2, 3, 4, 5].map((each) => ({
      recordID: `${each}`,
      state: 'missing',
      may: {},
    }));
    const asked = standIn({ 'GET rooms/1/recordings?search=': () => ({ data: five }) });
    const shown = await show(RecordingsSection);
    await shown.get('input').setValue('exam');
    shown.unmount();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
  });
});

describe('members', () => {
  const member = (id: number, name: string) => ({
    id,
    name,
    kind: 'email',
    target: name,
    role: 'viewer',
  });
  const url = 'https://cloud.example.org/i/secret';

  it('get a link of their own by e-mail, which is shown once', async () => {
    standIn({
      'GET rooms/1/members': () => ({ data: [] }),
      'POST rooms/1/members': () => ({ data: { ...member(1, 'eve@example.org'), url } }),
      'PATCH rooms/1/members/1': () => ({
        data: { ...member(1, 'eve@example.org'), role: 'manager' },
      }),
    });
    const shown = await show(MembersSection);
    const store = useMembers();
    await store.add({ kind: 'email', target: 'eve@example.org', name: '' }, 'viewer');
    await flushPromises();
    expect(shown.get<HTMLInputElement>('input[readonly]').element.value).toBe(url);
    expect(shown.text()).toContain('Copy it now: it is shown only once.');
    await shown.get('li select').setValue('manager');
    await flushPromises();
    expect(shown.find('input[readonly]').exists()).toBe(true);
    shown.unmount();
    expect(JSON.stringify(store.members)).not.toContain('secret');
  });

  it('leave the focus at the next one, and at last at the heading', async () => {
    standIn({
      'GET rooms/1/members': () => ({ data: [member(1, 'Bob'), member(2, 'Carol')] }),
      'DELETE rooms/1/members/1': () => ({ data: {} }),
      'DELETE rooms/1/members/2': () => ({ data: {} }),
    });
    const details = document.createElement('details');
    details.innerHTML = '<summary tabindex="0">Members</summary><div></div>';
    document.body.append(details);
    const shown = mount(MembersSection, {
      props: { room },
      attachTo: details.querySelector('div') ?? '',
    });
    await flushPromises();
    const remove = async (name: string) => {
      const button = shown.get<HTMLElement>(`[aria-label="Remove ${name}"]`);
      button.element.focus();
      await button.trigger('click');
      await flushPromises();
    };
    const focused = () => document.activeElement;
    await remove('Bob');
    await vi.waitFor(() => expect(focused()?.getAttribute('aria-label')).toBe('Remove Carol'));
    await remove('Carol');
    await vi.waitFor(() => expect(focused()?.textContent).toBe('Members'));
  });
});

describe('what an administrator has fixed for guests', () => {
  const access = {
    isPublic: true,
    url: '',
    lobby: false,
    loginRequired: false,
    hasViewerCode: false,
    hasModeratorCode: false,
  };
  const switches = async (locked: readonly string[]) => {
    standIn({
      'GET rooms/1/access': () => ({ data: { ...access, locked } }),
      'GET rooms/1/links': () => ({ data: [] }),
    });
    const shown = await show(GuestsSection);
    const inputs = shown.findAll<HTMLInputElement>('input[type=checkbox]');
    return { shown, disabled: inputs.map(({ element }) => element.disabled) };
  };

  it('cannot be switched, and a word says why', async () => {
    const { shown, disabled } = await switches(['isPublic', 'lobby']);
    expect(disabled).toEqual([true, true, false]);
    expect(shown.text()).toContain('Set by your administrator.');
  });

  it('is not spoken of where nothing is', async () => {
    const { shown, disabled } = await switches([]);
    expect(disabled).toEqual([false, false, false]);
    expect(shown.text()).not.toContain('administrator');
  });
});
