import {
  type RoomSetting,
  roomSettings,
  type SettingViolation,
  type SettingWarning,
} from '@bluebridge/core/rooms';
import type { Translate } from '@bluebridge/translations';
import type { HoursRule } from '../settings/hours-form.ts';

const settings: Readonly<Record<string, RoomSetting>> = roomSettings;

/** Says what is wrong with the value of a setting, and what would be right. */
export function violationWords(violation: SettingViolation, t: Translate): string {
  const { path, rule, allowed = '' } = violation;
  const limit = new Intl.NumberFormat(t.language).format(Number(allowed));
  const control = Object.hasOwn(settings, path) ? settings[path]?.control : undefined;
  switch (rule) {
    case 'unknown':
      return t('Rooms do not have this setting.');
    case 'type':
      return control === 'number'
        ? t('Please enter a whole number.')
        : t('This value does not fit here.');
    case 'min':
      return control === 'number'
        ? t('Please enter at least {limit}.', { limit })
        : t.plural(
            'Please enter at least {count} character.',
            'Please enter at least {count} characters.',
            Number(allowed),
          );
    case 'max':
      return control === 'number'
        ? t('Please enter at most {limit}.', { limit })
        : t.plural(
            'Please enter at most {count} character.',
            'Please enter at most {count} characters.',
            Number(allowed),
          );
    case 'pattern':
      if (control === 'url') return t('Please enter a whole address that begins with https://.');
      if (control === 'colour') return t('Please enter a colour such as #1F5FBF.');
      return t('Please leave out characters that cannot be seen.');
    case 'choice':
      return t('Please choose from the list.');
    case 'well_formed':
      return t('One of the characters is broken. Please type the text again.');
    case 'needs_capability':
      return t('Your meeting server cannot do this.');
    case 'locked':
    case 'not_lockable':
      return t('Set by your administrator');
    case 'order':
      return t('The room must close after it opens.');
  }
}

/** Says what is odd about the value of a setting. */
export function warningWords({ rule, allowed = '' }: SettingWarning, t: Translate): string {
  switch (rule) {
    case 'never_recorded':
      return t(
        'Nothing will ever be recorded: let recording start at once, or let moderators start it.',
      );
    case 'no_seats_left':
      return t('All seats are kept for moderators: nobody else can come in.');
    case 'no_effect': {
      const label = Object.hasOwn(settings, allowed) ? settings[allowed]?.label : undefined;
      return t('This has no effect without “{setting}”.', { setting: t(label ?? allowed) });
    }
  }
}

/** Says what is wrong with the weekly hours. */
export function hoursWords(rule: HoursRule, t: Translate): string {
  switch (rule) {
    case 'zone':
      return t('Please choose a time zone from the list.');
    case 'days':
      return t('Please choose at least one day.');
    case 'time':
      return t('Please enter both times.');
    case 'order':
      return t(
        'Please let it end after it begins. For a night, add a line for each of the two days.',
      );
  }
}
