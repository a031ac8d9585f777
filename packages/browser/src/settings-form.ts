/** What a setting is set to. Moments are epoch milliseconds. */
export type FieldValue = string | number | boolean;

/** One field of a settings form, as the server describes it. */
export interface FormField {
  readonly name: string;
  /** Absent: nothing is set. */
  readonly value?: FieldValue;
  /** An administrator fixed the value: it is shown and never sent. */
  readonly isLocked: boolean;
  /** Name of the switch that must be on for this field to matter. */
  readonly onlyIf?: string;
}

/** What somebody is typing into a settings form. */
export interface SettingsForm {
  /** Gives what a field says now; undefined when it says nothing. */
  valueOf(name: string): FieldValue | undefined;
  /** Takes what was typed. Undefined and an empty text mean that nothing is set. */
  set(name: string, value: FieldValue | undefined): void;
  /** Tells whether a field matters: every switch it depends on is on. */
  isShown(name: string): boolean;
  /** Gives what is sent: everything that is set, also in fields that are hidden for now. */
  values(): Readonly<Record<string, FieldValue>>;
  /** Tells whether anything differs from what it was at first. */
  isChanged(): boolean;
}

/** Creates the model of a form. It neither draws nor sends, so any page can use it. */
export function createSettingsForm(fields: readonly FormField[]): SettingsForm {
  const known = new Map(fields.map((field) => [field.name, field]));
  const typed = new Map<string, FieldValue>();
  for (const { name, value } of fields) {
    if (value !== undefined && value !== '') typed.set(name, value);
  }
  const atFirst = new Map(typed);

  function isShown(name: string): boolean {
    const switchName = known.get(name)?.onlyIf;
    // A switch that the form does not have cannot be turned on or off here.
    if (switchName === undefined || !known.has(switchName)) return true;
    return typed.get(switchName) === true && isShown(switchName);
  }

  return {
    valueOf: (name) => typed.get(name),
    set(name, value) {
      const field = known.get(name);
      if (field === undefined || field.isLocked) return;
      if (value === undefined || value === '') typed.delete(name);
      else typed.set(name, value);
    },
    isShown,
    values() {
      const sent = [...typed].filter(([name]) => known.get(name)?.isLocked === false);
      return Object.fromEntries(sent);
    },
    isChanged: () =>
      typed.size !== atFirst.size ||
      [...typed].some(([name, value]) => atFirst.get(name) !== value),
  };
}

/**
 * Reads a number somebody typed. What is no whole number stays as it is, so that the server can
 * say so and nothing typed is lost; nothing typed is undefined.
 */
export function numberTyped(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^-?\d{1,15}$/.test(trimmed) ? Number(trimmed) : trimmed;
}

/** Writes a moment as a `datetime-local` field shows it, in the time of this browser. */
export function localTimeText(moment: number | undefined): string {
  if (moment === undefined) return '';
  const date = new Date(moment);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Reads a `datetime-local` field: epoch ms, or undefined when it holds no whole moment. */
export function localTimeTyped(text: string): number | undefined {
  const moment = Date.parse(text);
  return /^\d{4,6}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) && !Number.isNaN(moment)
    ? moment
    : undefined;
}
