import { describe, expect, it } from 'vitest';
import { mostItems, parseChoice } from '../src/deep-linking/choice-form.ts';
import type { ChoiceWish } from '../src/deep-linking/choice-wish.ts';

const wish: ChoiceWish = {
  returnUrl: 'https://lms.example/return',
  takesLinks: true,
  takesSeveral: true,
  takesPoints: true,
  showings: ['iframe', 'window'],
  intoText: false,
  title: '',
};
const room = { what: 'room', room: 'r' };
const [early, late] = ['2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00'];

const parse = (choice: unknown, changes: Partial<ChoiceWish> = {}) =>
  parseChoice(typeof choice === 'string' ? choice : JSON.stringify(choice), {
    ...wish,
    ...changes,
  });

describe('a posted choice', () => {
  it.each([
    ['nothing', []],
    ['a room', [room]],
    ['a new room', [{ what: 'new', name: 'Lab' }]],
    ['a recording', [{ what: 'recording', room: 'r', recordID: 'x' }]],
    ['points', [{ ...room, points: { max: 0.5 } }]],
    ['one date', [{ ...room, available: { until: early } }]],
    ['as many as are taken at once', Array.from({ length: mostItems }, () => room)],
  ])('may be %s', (_what, items) => {
    expect(parse({ items }).items).toHaveLength(items.length);
  });

  it('keeps names to one plain line of 200 characters', () => {
    const name = `a\u202Eb\n\t c${'x'.repeat(300)}`;
    const { items } = parse({ items: [{ what: 'new', name, title: ' \r\n ' }] });
    expect(items).toEqual([{ what: 'new', name: `a b c${'x'.repeat(195)}`, title: '' }]);
  });

  it.each([
    ['no JSON', '{', 'choice'],
    ['a list', [], 'choice'],
    ['no items', {}, 'items'],
    ['one too many', { items: Array.from({ length: mostItems + 1 }, () => room) }, 'items'],
    ['something else', { items: [{ what: 'link', url: 'https://x.example' }] }, 'what'],
    ['a room without an id', { items: [{ what: 'room', room: '' }] }, 'room'],
    ['a new room without a name', { items: [{ what: 'new', name: ' \u202E ' }] }, 'name'],
    ['a name of a megabyte', { items: [{ what: 'new', name: 'x'.repeat(1001) }] }, 'name'],
    ['no points', { items: [{ ...room, points: { max: 0 } }] }, 'max'],
    ['points that are a text', { items: [{ ...room, points: { max: '5' } }] }, 'max'],
    ['too many points', { items: [{ ...room, points: { max: 1e6 } }] }, 'max'],
    ['no date', { items: [{ ...room, available: {} }] }, 'available'],
    ['a date that is none', { items: [{ ...room, available: { from: 'today' } }] }, 'from'],
    [
      'a date in no time zone',
      { items: [{ ...room, available: { from: '2026-01-01T00:00' } }] },
      'from',
    ],
    [
      'an end at the beginning',
      { items: [{ ...room, submission: { from: early, until: early } }] },
      'submission',
    ],
    ['a showing there is none of', { items: [], showing: 'embed' }, 'showing'],
    ['an unknown field', { items: [{ ...room, url: 'https://evil.example' }] }, 'items'],
  ])('is refused with %s', (_what, choice, subject) => {
    expect(() => parse(choice)).toThrow(
      expect.objectContaining({ code: 'choice_wrong', subject }) as Error,
    );
  });

  it.each([
    ['links', { items: [room] }, { takesLinks: false }, 'type'],
    ['several', { items: [room, room] }, { takesSeveral: false }, 'several'],
    ['points', { items: [{ ...room, points: { max: 1 } }] }, { takesPoints: false }, 'points'],
    ['windows', { items: [room], showing: 'window' }, { showings: ['iframe'] as const }, 'showing'],
  ])('is refused where the platform takes no %s', (_what, choice, changes, subject) => {
    expect(parse(choice)).toBeDefined();
    expect(() => parse(choice, changes)).toThrow(
      expect.objectContaining({ code: 'choice_wrong', subject }) as Error,
    );
  });

  it('may be nothing where the platform takes no links', () => {
    expect(parse({ items: [] }, { takesLinks: false })).toEqual({ items: [] });
  });

  it('compares dates by the instant, not by their letters', () => {
    const items = [{ ...room, available: { from: early, until: late } }];
    expect(() => parse({ items })).toThrow('choice_wrong');
  });
});
