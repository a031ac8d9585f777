import { describe, expect, it, onTestFinished } from 'vitest';
import { openSchool } from './kit/school.ts';
import { inspect } from './kit/stations.ts';

describe('a school whose meeting server reserves seats', () => {
  it('refuses a second room with who has the seats, and lets the first go on longer', async () => {
    const { visit, close } = await openSchool({
      tool: { BBB_DIALECT: 'integration', BBB_SEATS: '30' },
      server: { SIMULATOR_PROFILE: 'integration', SIMULATOR_SEATS: '{"connections":30}' },
    });
    onTestFinished(close);
    const lecture = await visit('tina', 'Lecture');
    await lecture.tool.getByText('Opening the room reserves 20 seats for 2 hours.').waitFor();
    const meeting = await lecture.enter('Open room');
    await meeting.getByText('Tina Teacher').first().waitFor();

    const seminar = await visit('tina', 'Seminar');
    await seminar.tool.getByText('10 seats are free at the moment.').waitFor();
    await seminar.tool.getByText('Lecture · 20 seats').waitFor();
    await inspect(seminar.page, '60-seats-short');
    const refused = await seminar.enter('Open room');
    await refused.getByText('There are not enough free seats to open the room.').waitFor();
    await refused.getByText('Lecture · 20 seats').waitFor();
    await inspect(refused, '61-seats-refused');
    expect(await refused.getByRole('button').count(), 'nothing to agree to').toBe(0);

    await lecture.tool.getByText('in 120 minutes').waitFor();
    await lecture.tool.getByRole('button', { name: 'Extend by 30 minutes' }).click();
    await lecture.tool.getByText('The meeting goes on until').waitFor();
    await lecture.tool.getByText(/in 1(?:49|50) minutes/u).waitFor();
    await inspect(lecture.page, '62-seats-extended');
  });
});
