import { describe, expect, it, onTestFinished } from 'vitest';
import { newTab, openClassroom, toolIn } from './kit/classroom.ts';
import { inspect } from './kit/stations.ts';

describe('the room in a window of its own', () => {
  it('waits and lets the student in without any click', async () => {
    const { launch, complaints, close } = await openClassroom();
    onTestFinished(close);
    const studentPage = await launch('Art history', 'Sofia Student');
    await studentPage.getByRole('link', { name: 'Art history' }).click();
    await studentPage.getByRole('heading', { name: 'Activities' }).waitFor();
    await inspect(studentPage, '20-course');
    await studentPage.getByRole('link', { name: 'Deutsch' }).click();
    await studentPage.getByRole('link', { name: 'Office hours' }).click();
    const ownWindow = await newTab(studentPage, () =>
      studentPage.getByRole('link', { name: 'Open in a new window' }).click(),
    );
    await ownWindow.locator('html[lang=de]').waitFor();
    await ownWindow.getByRole('heading', { name: 'Office hours' }).waitFor();
    await inspect(ownWindow, '21-own-window-waiting');

    const teacherPage = await launch('Art history', 'Tina Teacher');
    await teacherPage.getByRole('link', { name: 'Art history' }).click();
    await teacherPage.getByRole('link', { name: 'Office hours' }).click();
    const meeting = await newTab(teacherPage, () =>
      toolIn(teacherPage).getByRole('button', { name: 'Open room' }).click(),
    );
    await meeting.getByText('Tina Teacher').first().waitFor();
    await ownWindow.waitForURL(/\/html5client\//);
    await meeting.getByText('Sofia Student').first().waitFor();

    expect(complaints).toEqual([]);
  });
});
