import type { FieldValue } from '@bluebridge/browser';
import type { Values } from '../../Api/modules/admin.ts';
import { RequestFailed } from '../../Api/ocs.ts';
import type { Rules } from '../../Api/types.ts';
import { t } from '../../l10n.ts';
import type { Said } from './SaidFields.vue';

/** Joins what rooms begin with and what they cannot change. */
export function saidOf(settings: Values, locks: Values): Record<string, Said> {
  const said: Record<string, Said> = {};
  for (const [name, value] of Object.entries(settings)) said[name] = { value, isFixed: false };
  for (const [name, value] of Object.entries(locks)) said[name] = { value, isFixed: true };
  return said;
}

/** Parts them again; what has no value says nothing. */
export function partsOf(said: Readonly<Record<string, Said>>) {
  const settings: Record<string, FieldValue> = {};
  const locks: Record<string, FieldValue> = {};
  for (const [name, { value, isFixed }] of Object.entries(said)) {
    if (hasValue(value)) (isFixed ? locks : settings)[name] = value;
  }
  return { settings, locks };
}

/** Refuses, as the server would, to fix what has no value: it would be dropped without a word. */
export function checkFixed(
  said: Readonly<Record<string, Said>>,
  sections: Rules['sections'],
): void {
  const empty = sections
    .flatMap(({ fields }) => fields)
    .filter(({ name }) => said[name]?.isFixed && !hasValue(said[name].value));
  if (empty.length === 0) return;
  const settings = empty.map(({ label }) => label).join(', ');
  const advice = t('bluebridge', 'Give it a value, or do not fix it.');
  throw new RequestFailed(
    t('bluebridge', 'What has no value cannot be fixed: {settings}', { settings }),
    'no_value',
    0,
    Object.fromEntries(empty.map(({ name }) => [name, advice])),
  );
}

function hasValue(value: FieldValue | undefined): value is FieldValue {
  return value !== undefined && value !== '';
}
