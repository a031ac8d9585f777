/** Every rule a parameter or a body can break, closed: a host has words for each. */
export const violationRules = [
  'required',
  'at_least_one',
  'unknown',
  'empty',
  'blank',
  'exclusive',
  'duplicate',
  'type',
  'min',
  'max',
  'pattern',
  'choice',
  'well_formed',
  'needs_capability',
] as const;

export type ViolationRule = (typeof violationRules)[number];
