import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlannedSession, Room } from '../../Api/types.ts';
import { standIn } from '../../../test/backend.ts';
import SessionsSection from './SessionsSection.vue';

const room = { id: 1, name: 'Physics', may: { start: true } } as unknown as Room;
const session = { id: '1', title: 'Exam', startsAt: 1, endsAt: 2, calendar: 'Own', url: '' };

beforeEach(() => {
  setActivePinia(createPinia());
});
afterEach(() => vi.unstubAllGlobals());

/** Shows what the section says of a session that was planned just now. */
async function saidOf(planned: Pick<PlannedSession, 'attendees' | 'notified' | 'missed'>) {
  standIn({
    'GET rooms/1/sessions': () => ({ data: [] }),
    'GET calendars': () => ({ data: [{ uri: 'own', name: 'Own', isDefault: true }] }),
  });
  const section = mount(SessionsSection, {
    props: { room },
    global: { stubs: { ScheduleDialog: { name: 'ScheduleDialog', template: '<i />' } } },
  });
  await flushPromises();
  await section.get('button').trigger('click');
  await vi.waitFor(() => expect(section.find('i').exists()).toBe(true));
  section.getComponent({ name: 'ScheduleDialog' }).vm.$emit('planned', { ...session, ...planned });
  await flushPromises();
  return section.findAll('[role=status]').at(-1)?.text();
}

describe('what is said of a planned session', () => {
  it('names whom the calendar could not invite', async () => {
    expect(await saidOf({ attendees: 1, notified: 0, missed: 0 })).toBe('It is planned.');
    expect(await saidOf({ attendees: 2, notified: 2, missed: 1 })).toBe(
      'It is planned. 2 people got a notification instead of an e-mail. 1 e-mail address was not invited: add one to your own profile first.',
    );
  });
});
