import type { Operation } from './backend.ts';

/** What is planned for a room, in memory. */
export function keepSessions() {
  const sessions = [
    {
      id: 's1',
      title: 'Waves, part two',
      startsAt: 1_900_000_000_000,
      endsAt: 1_900_003_600_000,
      calendar: 'Personal',
      url: '/apps/calendar/edit/s1',
      attendees: 2,
    },
  ];
  const planned: Readonly<Record<string, unknown>>[] = [];
  const operations: Record<string, Operation> = {
    'get-calendars': () => [
      { uri: 'personal', name: 'Personal', isDefault: true },
      { uri: 'school', name: 'School', isDefault: false },
    ],
    'get-rooms-id-sessions': () => sessions,
    'post-rooms-id-sessions': ({ body }) => {
      planned.push(body);
      const startsAt = Number(body['startsAt']);
      return {
        id: 's2',
        title: body['title'],
        startsAt,
        endsAt: startsAt + Number(body['lengthMinutes']) * 60_000,
        calendar: 'School',
        url: '',
        attendees: (body['attendees'] as unknown[]).length,
        notified: 0,
        missed: 0,
      };
    },
  };
  return { operations, planned };
}
