import { describe, expect, it } from 'vitest';
import { bannerColours } from './banner-colours.ts';

describe('bannerColours', () => {
  it.each([
    ['#FFFFFF', '#000000'],
    ['#ffcc00', '#000000'],
    ['#000000', '#ffffff'],
    ['#800020', '#ffffff'],
    // The grey on which black and white can be read almost equally well.
    ['#777777', '#000000'],
    ['#757575', '#ffffff'],
  ])('writes on %s in %s', (background, text) => {
    expect(bannerColours(background)).toEqual({ background: background.toLowerCase(), text });
  });

  it.each(['', 'red', '#fff', '#12345g', '#123456;color:red', 'url(x)'])(
    'does not use "%s"',
    (color) => {
      expect(bannerColours(color)).toBeUndefined();
    },
  );
});
