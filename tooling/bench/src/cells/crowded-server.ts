import { startSimulator } from '@bluebridge/simulator';

/** A simulator in a process of its own, full of people; it tells where it is, and how large it is. */
const [meetings = 1_000, attendees = 50] = process.argv.slice(2).map(Number);
const simulator = await startSimulator({ secret: process.env['SIMULATOR_SECRET'] ?? '' });

const people = Array.from({ length: attendees }, (_, index) => ({
  fullName: `Attendee ${index}`,
  userID: `user-${index}`,
  role: index === 0 ? ('MODERATOR' as const) : ('VIEWER' as const),
}));
for (let index = 0; index < meetings; index++) {
  const parameters = { meetingID: `room-${index}`, name: `Room ${index}` };
  await simulator.seed({ meetings: [{ parameters, attendees: people }] });
}

process.on('message', () => process.send?.(process.memoryUsage.rss()));
process.on('disconnect', () => void simulator.close());
process.send?.(simulator.endpoint);
