import fc from 'fast-check';

/** What encoders disagree on, line breaks, control characters, blanks of all kinds, all planes. */
const traps = fc.constantFrom(
  ...Array.from(' \'*~+%&=()!#/?"<>\\@,;:-_.'),
  ...Array.from('\t\n\r\u0000\u001f\u007f\u0085\u00a0\u1680\u180e\u2003\u2028\u2029\u3000\ufeff'),
  ...Array.from('éßſKק漢\ufffe\uffff😀\u{10ffff}\u{20000}'),
  'e\u0301',
);

const character = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }) },
  { weight: 2, arbitrary: traps },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);

const short = fc.array(character, { maxLength: 12 }).map((characters) => characters.join(''));

/** Texts of Unicode: empty ones, short ones with traps, and very long ones. */
export const texts = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 30, arbitrary: short },
  {
    weight: 1,
    arbitrary: fc
      .tuple(short, fc.integer({ min: 20, max: 400 }))
      .map(([text, times]) => text.repeat(times)),
  },
);

/** Texts with half a surrogate pair in them. */
export const illFormedTexts = fc
  .tuple(short, fc.constantFrom('\ud800', '\udbff', '\udc00', '\udfff'), short)
  .map((parts) => parts.join('x'));

/** Lines that nothing objects to. */
export const lines = fc
  .string({ unit: 'grapheme', minLength: 2, maxLength: 20 })
  .map((text) => text.replaceAll(/[\p{Cc}\ufffe\uffff]/gu, '-'));

/** Addresses, and what looks like one. */
export const addresses = fc.oneof(
  { weight: 6, arbitrary: lines.map((line) => `https://example.org/${encodeURIComponent(line)}`) },
  fc.constantFrom('HTTP://a', 'https://', 'http:///x', 'ftp://a', 'httpſ://a', 'https://a b', 'x'),
  fc.tuple(fc.constantFrom('http://', 'https://h/', ''), short).map((parts) => parts.join('')),
);
