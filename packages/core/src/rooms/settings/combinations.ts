/** What a setting must be for a combination to hold; `null` is nothing said and no default. */
type SettingCondition = { readonly setting: string } & (
  | { readonly is: string | number | boolean | null }
  | { readonly isNot: string | number | boolean | null }
  /** A number that is not smaller than the other setting's; neither may be missing. */
  | { readonly isAtLeast: string }
);

/**
 * Settings that are fine one by one and odd together, as plain data. A `violation` is refused, a
 * `warning` is only told.
 */
export type SettingCombination = (
  | { readonly kind: 'violation'; readonly rule: 'order' }
  | {
      readonly kind: 'warning';
      readonly rule: 'never_recorded' | 'no_seats_left' | 'no_effect';
    }
) & {
  /** Setting beside whose field the words stand. */
  readonly path: string;
  /** What would be allowed, or what it has to do with. */
  readonly allowed: string;
  /** Conditions that must all hold. Settings that say nothing count as their defaults. */
  readonly when: readonly SettingCondition[];
};

/** Every combination a form warns of. */
export const settingCombinations = [
  {
    path: 'closesAt',
    kind: 'violation',
    rule: 'order',
    allowed: 'after opensAt',
    when: [{ setting: 'opensAt', isAtLeast: 'closesAt' }],
  },
  {
    path: 'allowStartStopRecording',
    kind: 'warning',
    rule: 'never_recorded',
    allowed: 'autoStartRecording or allowStartStopRecording',
    when: [
      { setting: 'record', is: true },
      { setting: 'autoStartRecording', is: false },
      { setting: 'allowStartStopRecording', is: false },
    ],
  },
  {
    path: 'breakoutRoomsRecord',
    kind: 'warning',
    rule: 'no_effect',
    allowed: 'breakoutRoomsOffered',
    when: [
      { setting: 'record', is: true },
      { setting: 'breakoutRoomsRecord', is: true },
      { setting: 'breakoutRoomsOffered', is: false },
    ],
  },
  {
    path: 'seatsKeptForModerators',
    kind: 'warning',
    rule: 'no_seats_left',
    allowed: 'less than maxParticipants',
    when: [
      { setting: 'maxParticipants', isNot: 0 },
      { setting: 'seatsKeptForModerators', isAtLeast: 'maxParticipants' },
    ],
  },
  {
    path: 'preUploadedPresentationName',
    kind: 'warning',
    rule: 'no_effect',
    allowed: 'preUploadedPresentation',
    when: [
      { setting: 'preUploadedPresentationName', isNot: null },
      { setting: 'preUploadedPresentation', is: null },
    ],
  },
  {
    path: 'bannerColor',
    kind: 'warning',
    rule: 'no_effect',
    allowed: 'bannerText',
    when: [
      { setting: 'bannerColor', isNot: null },
      { setting: 'bannerText', is: null },
    ],
  },
] as const satisfies readonly SettingCombination[];

/** Tells whether all conditions of a combination hold, given what each setting is. */
export function holds(
  { when }: SettingCombination,
  valueOf: (setting: string) => string | number | boolean | null,
): boolean {
  return when.every((condition) => {
    const value = valueOf(condition.setting);
    if ('is' in condition) return value === condition.is;
    if ('isNot' in condition) return value !== condition.isNot;
    const other = valueOf(condition.isAtLeast);
    return typeof value === 'number' && typeof other === 'number' && value >= other;
  });
}
