import { t as translate } from '../files/l10n.ts';

declare global {
  var _oc_l10n_registry_plural_functions:
    | Readonly<Record<string, (count: number) => number>>
    | undefined;
}

export const t = translate;

/** Translates the form that fits a number, as {@link t} does without placeholders; fills `%n`. */
export function n(app: 'bluebridge', one: string, many: string, count: number): string {
  const forms = globalThis._oc_l10n_registry_translations?.[app]?.[`_${one}_::_${many}_`];
  const form = globalThis._oc_l10n_registry_plural_functions?.[app] ?? english;
  const said: unknown = Array.isArray(forms) ? forms[form(count)] : undefined;
  return (typeof said === 'string' ? said : [one, many][english(count)]!).replace(
    '%n',
    String(count),
  );
}

const english = (count: number): number => (count === 1 ? 0 : 1);
