import { expect, it, describe, onTestFinished } from 'vitest';
import { newTab, openClassroom } from './kit/classroom.ts';

describe('the administrator of the demo', () => {
  it('comes into the tool from the landing page', async () => {
    const { landing, complaints, close } = await openClassroom();
    onTestFinished(close);
    const admin = await newTab(landing, () =>
      landing.getByRole('button', { name: 'Sign in as administrator' }).click(),
    );
    await admin.getByRole('button', { name: 'Sign in' }).click();
    await admin.getByRole('heading', { name: 'Overview' }).waitFor();
    await admin.getByRole('link', { name: 'Learning platforms' }).click();
    await admin.getByRole('link', { name: 'Demo LMS' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
