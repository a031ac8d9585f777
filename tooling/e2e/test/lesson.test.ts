import { describe, expect, it, onTestFinished } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { newTab, openClassroom, toolIn } from './kit/classroom.ts';
import { inspect } from './kit/stations.ts';

describe('a lesson in the LMS', () => {
  it('goes from waiting through teaching to watching the recording', async () => {
    const { landing, demo, launch, complaints, close } = await openClassroom();
    onTestFinished(close);
    await landing.getByText('No meeting is running.').waitFor();
    await inspect(landing, '01-landing-empty');

    // The student is early and waits.
    const studentPage = await launch('Physics 101', 'Sam Student');
    const studentTool = toolIn(studentPage);
    await studentTool.getByText('The teacher has not opened the room yet.').waitFor();
    await inspect(studentPage, '02-student-early');
    const studentTab = await newTab(studentPage, () =>
      studentTool.getByRole('button', { name: 'Wait in a new tab' }).click(),
    );
    await studentTab.getByText('You will be taken in as soon as it opens.').waitFor();
    await inspect(studentTab, '03-student-waiting');

    // The teacher opens the room, and the student is taken in without a click.
    const teacherPage = await launch('Physics 101', 'Tina Teacher');
    const teacherTool = toolIn(teacherPage);
    await teacherTool.getByText('Not open yet').waitFor();
    await inspect(teacherPage, '04-teacher-before');
    const teacherTab = await newTab(teacherPage, () =>
      teacherTool.getByRole('button', { name: 'Open room' }).click(),
    );
    await person(teacherTab, 'Tina Teacher').waitFor();
    await person(studentTab, 'Sam Student').waitFor();
    await person(studentTab, 'Tina Teacher').waitFor();
    await person(teacherTab, 'Sam Student').waitFor();

    // They talk, and it is recorded.
    await teacherTab.getByRole('button', { name: 'Start recording' }).click();
    await teacherTab.getByRole('button', { name: 'Record', exact: true }).click();
    await studentTab.getByText('Recording', { exact: true }).waitFor();
    await studentTab.getByLabel('Message to everyone').fill('Good <b>morning</b> & hello!');
    await studentTab.getByRole('button', { name: 'Send' }).click();
    await teacherTab.getByText('Good <b>morning</b> & hello!').waitFor();
    await inspect(teacherTab, '05-meeting-teacher');
    await inspect(studentTab, '06-meeting-student');

    // The other pages tell the same story.
    await teacherTool.getByText('Open · 2 people').waitFor();
    await inspect(teacherPage, '07-teacher-during');
    await landing.getByText('2 people: Tina Teacher (moderator), Sam Student').waitFor();
    await landing.getByText('create', { exact: true }).waitFor();
    await inspect(landing, '08-landing-during');
    const markup = await landing.content();
    expect(markup).toContain('Weekly lecture room');
    expect(markup).not.toMatch(/checksum|secret/i);
    expect(markup, 'no hash as long as a checksum').not.toMatch(/[0-9a-f]{40}/i);

    // The teacher ends it for everyone, and the recording is being made.
    await teacherTab.getByRole('button', { name: 'End for everyone' }).click();
    await inspect(teacherTab, '09-meeting-end-question');
    await teacherTab.getByRole('button', { name: 'End meeting' }).click();
    await teacherTool.getByText('Being prepared since').waitFor();
    await studentTool.getByText('There are no recordings of this room yet.').waitFor();
    await inspect(teacherPage, '10-teacher-processing');
    await studentTab.getByRole('heading', { name: 'The meeting has ended' }).waitFor();
    await inspect(studentTab, '11-meeting-ended');
    await studentTab.getByRole('link', { name: 'Continue' }).click();
    await studentTab.getByRole('heading', { name: 'You have left the room' }).waitFor();
    await inspect(studentTab, '12-student-left');

    // The recording is published, and both can watch it.
    await demo.advance(60_000);
    const playback = await newTab(teacherPage, () =>
      teacherTool.getByRole('button', { name: 'Watch: Weekly lecture room' }).click(),
    );
    await playback.getByText('Good <b>morning</b> & hello!').waitFor();
    await inspect(playback, '13-playback');
    await inspect(teacherPage, '14-teacher-after');
    await studentTool.getByRole('button', { name: 'Watch: Weekly lecture room' }).waitFor();
    await inspect(studentPage, '15-student-after');
    await landing.getByText('No meeting is running.').waitFor();

    expect(complaints).toEqual([]);
  });
});

/** Finds somebody among the people of the meeting page. */
function person(tab: Page, name: string): Locator {
  return tab.getByRole('region', { name: 'In the meeting' }).getByText(name);
}
