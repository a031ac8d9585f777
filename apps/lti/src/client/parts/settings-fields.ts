import {
  type FieldValue,
  localTimeText,
  localTimeTyped,
  numberTyped,
  type SettingsForm,
} from '@bluebridge/browser';
import type { FieldReply, RemarkReply, SectionReply } from '../../settings/settings-replies.ts';
import { element, make, words } from './page.ts';

/** The drawn fields of a form. */
export interface Fields {
  /** Shows words beside the fields they are about; answers those about no field here. */
  showErrors(remarks: readonly RemarkReply[]): readonly RemarkReply[];
  showWarnings(remarks: readonly RemarkReply[]): void;
}

interface Drawn {
  readonly whole: HTMLElement;
  readonly input: HTMLElement | undefined;
  readonly error: HTMLElement;
  readonly warning: HTMLElement;
}

/** Draws all sections of a form and keeps the form and the fields in step. */
export function drawFields(
  sections: readonly SectionReply[],
  form: SettingsForm,
  onChange: () => void,
): Fields {
  const drawn = new Map<string, Drawn>();

  function changed(name: string, value: FieldValue | undefined): void {
    form.set(name, value);
    const field = drawn.get(name);
    if (field) setError(field, '');
    showMattering();
    onChange();
  }

  function showMattering(): void {
    for (const [name, { whole }] of drawn) whole.hidden = !form.isShown(name);
  }

  element('sections').replaceChildren(
    ...sections.map(({ group, label, fields }, index) => {
      const details = make('details', 'card') as HTMLDetailsElement;
      details.id = `section-${group}`;
      details.open = index < 2;
      const summary = make('summary', '');
      summary.append(make('h2', '', label));
      details.append(summary);
      for (const field of fields) {
        const made = drawField(field, changed);
        drawn.set(field.name, made);
        details.append(made.whole);
      }
      return details;
    }),
  );
  showMattering();

  return {
    showErrors(remarks) {
      for (const field of drawn.values()) setError(field, '');
      for (const { path, text } of remarks) {
        const field = drawn.get(path);
        if (field) setError(field, text);
      }
      const first = remarks.map(({ path }) => drawn.get(path)).find((field) => field?.input);
      if (first) focusOn(first);
      return remarks.filter(({ path }) => !drawn.has(path));
    },
    showWarnings(remarks) {
      for (const [name, { warning }] of drawn) {
        warning.textContent = remarks.find(({ path }) => path === name)?.text ?? '';
      }
    },
  };
}

function focusOn({ whole, input }: Drawn): void {
  const details = whole.closest('details');
  if (details) details.open = true;
  whole.hidden = false;
  input?.focus();
}

function setError({ input, error }: Drawn, text: string): void {
  error.textContent = text;
  if (text === '') input?.removeAttribute('aria-invalid');
  else input?.setAttribute('aria-invalid', 'true');
}

function drawField(
  field: FieldReply,
  changed: (name: string, value: FieldValue | undefined) => void,
): Drawn {
  const { name, label, help, control } = field;
  const isSwitch = control === 'switch' && !field.isLocked;
  const whole = make('div', isSwitch ? 'field switch' : 'field');
  const helpText = make('p', 'hint', help);
  const error = make('p', 'error');
  const warning = make('p', 'warning');
  helpText.id = `${name}-help`;
  error.id = `${name}-error`;
  warning.id = `${name}-warning`;
  if (field.isLocked) {
    const title = make('p', 'label', label);
    const value = make('p', 'locked', `${valueText(field)} · ${words('locked')}`);
    whole.append(title, value, helpText, error, warning);
    return { whole, input: undefined, error, warning };
  }
  const input = inputFor(field, (value) => changed(name, value));
  input.id = `field-${name}`;
  input.setAttribute('aria-describedby', `${helpText.id} ${error.id} ${warning.id}`);
  const title = make('label', 'label', label) as HTMLLabelElement;
  title.htmlFor = input.id;
  const beside = make('div', 'input');
  beside.append(input);
  if (field.unit !== '') beside.append(make('span', 'unit', field.unit));
  if (isSwitch) whole.append(beside, title);
  else whole.append(title, beside);
  whole.append(helpText, error, warning);
  return { whole, input, error, warning };
}

/** Writes a value for people who cannot change it. */
function valueText({ control, value, choices, unit }: FieldReply): string {
  if (value === null || value === '') return words('nothing');
  if (typeof value === 'boolean') return words(value ? 'on' : 'off');
  if (control === 'date') {
    const format = { dateStyle: 'medium', timeStyle: 'short' } as const;
    return new Intl.DateTimeFormat(document.documentElement.lang, format).format(Number(value));
  }
  const text = choices.find((choice) => choice.value === value)?.label ?? String(value);
  return unit === '' ? text : `${text} ${unit}`;
}

function inputFor(
  field: FieldReply,
  take: (value: FieldValue | undefined) => void,
): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const { control, value } = field;
  const text = value === null ? '' : String(value);
  if (control === 'choice') return selectFor(field, text, take);
  if (control === 'block') {
    const area = document.createElement('textarea');
    area.rows = 3;
    area.value = text;
    area.addEventListener('input', () => take(area.value));
    return area;
  }
  const input = document.createElement('input');
  switch (control) {
    case 'switch':
      input.type = 'checkbox';
      input.checked = value === true;
      input.addEventListener('change', () => take(input.checked));
      return input;
    case 'number':
      // A text field, because a number field forgets what is no number.
      input.inputMode = 'numeric';
      input.value = text;
      input.addEventListener('input', () => take(numberTyped(input.value)));
      return input;
    case 'date':
      input.type = 'datetime-local';
      input.value = localTimeText(typeof value === 'number' ? value : undefined);
      input.addEventListener('input', () => take(localTimeTyped(input.value)));
      return input;
    default:
      if (control === 'url') input.inputMode = 'url';
      if (control === 'colour') input.placeholder = '#1F5FBF';
      input.value = text;
      input.addEventListener('input', () => take(input.value));
      return input;
  }
}

function selectFor(
  { choices }: FieldReply,
  chosen: string,
  take: (value: FieldValue | undefined) => void,
): HTMLSelectElement {
  const select = document.createElement('select');
  select.append(
    new Option(words('usual'), ''),
    ...choices.map(({ value, label }) => new Option(label, value)),
  );
  select.value = chosen;
  select.addEventListener('change', () => take(select.value));
  return select;
}
