import { describe, expect, it } from 'vitest';
import { partsOf, saidOf } from './said.ts';

describe('what an administrator says of settings', () => {
  it('is parted into what rooms begin with and what they cannot change', () => {
    const said = saidOf({ welcome: 'Hello' }, { record: false });
    expect(partsOf({ ...said, maxParticipants: { value: 20, isFixed: true } })).toEqual({
      settings: { welcome: 'Hello' },
      locks: { record: false, maxParticipants: 20 },
    });
  });

  it('says nothing of what has no value', () => {
    const said = {
      welcome: { value: '', isFixed: true },
      logo: { value: undefined, isFixed: false },
    };
    expect(partsOf(said)).toEqual({ settings: {}, locks: {} });
  });

  it('is fixed where both say something', () => {
    expect(saidOf({ record: true }, { record: false })).toEqual({
      record: { value: false, isFixed: true },
    });
  });
});
