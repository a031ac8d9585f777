import { n as translatePlural, t as translate } from '@nextcloud/l10n';

/** Values for the `{name}` placeholders of a text. */
type Values = Readonly<Record<string, string | number>>;

// Vue escapes what it writes; escaped twice, people would read the signs of HTML.
const asTold = { escape: false, sanitize: false } as const;

/** Translates a text and fills its placeholders. */
export function t(app: 'bluebridge', text: string, values: Values = {}): string {
  return translate(app, text, { ...values }, asTold);
}

/** Translates the form that fits a number, which also fills `%n`. */
export function n(app: 'bluebridge', one: string, many: string, count: number): string {
  return translatePlural(app, one, many, count, {}, asTold);
}
