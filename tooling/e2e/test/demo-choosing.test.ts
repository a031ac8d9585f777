import { describe, expect, it, onTestFinished } from 'vitest';
import { chooseNewRooms } from './kit/choosing.ts';
import { newTab, openClassroom, toolIn } from './kit/classroom.ts';
import { inspect } from './kit/stations.ts';

describe('a teacher in the demo', () => {
  it('adds two rooms to the course, and a student opens one', async () => {
    const { launch, complaints, close } = await openClassroom();
    onTestFinished(close);
    const teacher = await launch('Physics 101', 'Tina Teacher');
    await teacher.getByRole('link', { name: 'Physics 101' }).click();
    await teacher.getByRole('link', { name: 'Add from Bluebridge' }).click();
    await toolIn(teacher).getByLabel('Name of a new room').waitFor();
    await inspect(teacher, '15-demo-chooser');

    // The frame leads back to the course by itself.
    await chooseNewRooms(toolIn(teacher), ['Optics lab', 'Exam training']);
    await teacher.getByRole('link', { name: 'Exam training' }).waitFor();
    await teacher.getByRole('link', { name: 'Optics lab' }).waitFor();
    expect(teacher.frames()).toHaveLength(1);
    await inspect(teacher, '16-demo-course');

    const student = await launch('Physics 101', 'Sam Student');
    await student.getByRole('link', { name: 'Physics 101' }).click();
    expect(await student.getByRole('link', { name: 'Add from Bluebridge' }).count()).toBe(0);
    await student.getByRole('link', { name: 'Optics lab' }).click();
    const waiting = await newTab(student, () =>
      toolIn(student).getByRole('button', { name: 'Wait in a new tab' }).click(),
    );
    await teacher.bringToFront();
    await teacher.getByRole('link', { name: 'Optics lab' }).click();
    const meeting = await newTab(teacher, () =>
      toolIn(teacher).getByRole('button', { name: 'Open room' }).click(),
    );
    await meeting.getByText('Tina Teacher').first().waitFor();
    await waiting.waitForURL(/\/html5client\//u);
    await meeting.getByText('Sam Student').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
