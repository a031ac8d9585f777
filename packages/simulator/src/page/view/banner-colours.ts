export interface BannerColours {
  background: string;
  text: '#000000' | '#ffffff';
}

/**
 * Chooses the colours of a banner. The server takes any `bannerColor`; the page uses it only as
 * `#RRGGBB`, and writes in black or white, whichever can be read better (4.5 to 1 or more).
 */
export function bannerColours(bannerColor: string): BannerColours | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(bannerColor);
  if (match === null) return undefined;
  const [red = 0, green = 0, blue = 0] = match
    .slice(1)
    .map((hex) => linear(Number.parseInt(hex, 16)));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const onBlack = (luminance + 0.05) / 0.05;
  const onWhite = 1.05 / (luminance + 0.05);
  return {
    background: bannerColor.toLowerCase(),
    text: onBlack >= onWhite ? '#000000' : '#ffffff',
  };
}

/** The relative luminance of one channel. Source: WCAG 2.2, definition of relative luminance. */
function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
