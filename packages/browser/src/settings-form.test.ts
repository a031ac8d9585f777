import { describe, expect, it } from 'vitest';
import { createSettingsForm, localTimeText, localTimeTyped, numberTyped } from './settings-form.ts';

const field = (name: string, value?: string | number | boolean, onlyIf?: string) => ({
  name,
  isLocked: false,
  ...(value !== undefined && { value }),
  ...(onlyIf !== undefined && { onlyIf }),
});

describe('a settings form', () => {
  it('sends everything that is set, and nothing an administrator fixed', () => {
    const form = createSettingsForm([
      field('name', 'Lecture'),
      field('welcome'),
      field('banner', ''),
      { ...field('record', false), isLocked: true },
    ]);
    form.set('record', true);
    form.set('unknown', 1);
    expect(form.values()).toEqual({ name: 'Lecture' });
    expect(form.valueOf('record')).toBe(false);
    form.set('welcome', 'Hello');
    form.set('name', '');
    expect(form.values()).toEqual({ welcome: 'Hello' });
  });

  it('shows a field while the switches it depends on are on', () => {
    const form = createSettingsForm([
      field('record', false),
      field('auto', true, 'record'),
      field('loud', true, 'auto'),
      field('alone', 1, 'somethingElse'),
    ]);
    expect(['record', 'auto', 'loud', 'alone'].map((name) => form.isShown(name))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    form.set('record', true);
    expect(form.isShown('loud')).toBe(true);
    form.set('auto', false);
    expect(form.isShown('loud')).toBe(false);
    expect(form.values()).toMatchObject({ loud: true });
  });

  it('knows whether anything was changed', () => {
    const form = createSettingsForm([field('seats', 5), field('welcome')]);
    expect(form.isChanged()).toBe(false);
    form.set('seats', 6);
    expect(form.isChanged()).toBe(true);
    form.set('seats', 5);
    form.set('welcome', '');
    expect(form.isChanged()).toBe(false);
    form.set('welcome', 'x');
    expect(form.isChanged()).toBe(true);
  });
});

describe('what is typed', () => {
  it.each([
    ['', undefined],
    ['  ', undefined],
    [' 12 ', 12],
    ['-3', -3],
    ['1.5', '1.5'],
    ['many', 'many'],
    ['9999999999999999', '9999999999999999'],
  ])('%j is the number %j', (text, value) => expect(numberTyped(text)).toBe(value));

  it('is a moment in the time of this browser', () => {
    const moment = new Date(2026, 10, 23, 9, 5).getTime();
    expect(localTimeText(moment)).toBe('2026-11-23T09:05');
    expect(localTimeTyped('2026-11-23T09:05')).toBe(moment);
    expect(localTimeText(undefined)).toBe('');
    expect(['', '2026-11-23', 'soon', '2026-13-45T99:99'].map(localTimeTyped)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });
});
