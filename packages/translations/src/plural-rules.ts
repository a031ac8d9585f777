/** Plural rules our languages use, spelled as in the `Plural-Forms` header of their .po file. */
export const pluralRules = {
  '(n != 1)': (n: number) => (n === 1 ? 0 : 1),
  '(n > 1)': (n: number) => (n > 1 ? 1 : 0),
} as const satisfies Record<string, (n: number) => 0 | 1>;

export type PluralRule = keyof typeof pluralRules;

/** Tells whether a rule from a .po header is one we know. */
export function isPluralRule(rule: string): rule is PluralRule {
  return Object.hasOwn(pluralRules, rule);
}
