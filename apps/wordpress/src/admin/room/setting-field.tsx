import { type FieldValue, localTimeText, localTimeTyped, numberTyped } from '@bluebridge/browser';
import { SelectControl, TextareaControl, TextControl, ToggleControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { SettingField } from './rest.ts';

interface Props {
  readonly field: SettingField;
  readonly value: FieldValue | undefined;
  readonly problem: string | undefined;
  readonly onChange: (value: FieldValue | undefined) => void;
}

/** One setting, drawn by what it is. */
export function SettingControl({ field, value, problem, onChange }: Props) {
  return (
    <div className="bluebridge-setting">
      <Control field={field} value={value} problem={problem} onChange={onChange} />
      {problem === undefined ? null : (
        <p className="bluebridge-setting__problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function Control({ field, value, onChange }: Props) {
  const { label, control } = field;
  const disabled = field.lockedTo !== undefined;
  const help = disabled
    ? sprintf(
        // translators: %s: what the setting does
        __('%s Set by your administrator.', 'bluebridge'),
        field.help,
      )
    : field.help;
  const shared = { label, help, disabled, __nextHasNoMarginBottom: true as const };
  const sized = { ...shared, __next40pxDefaultSize: true as const };
  if (control === 'switch') {
    return <ToggleControl {...shared} checked={value === true} onChange={onChange} />;
  }
  if (control === 'choice') {
    const usual = { value: '', label: __('As the server decides', 'bluebridge') };
    return (
      <SelectControl
        {...sized}
        value={textOf(value)}
        options={[usual, ...(field.values ?? [])]}
        onChange={onChange}
      />
    );
  }
  if (control === 'block') {
    return (
      <TextareaControl {...shared} value={textOf(value)} onChange={onChange} {...longest(field)} />
    );
  }
  if (control === 'date') {
    return (
      <TextControl
        {...sized}
        type="datetime-local"
        value={localTimeText(typeof value === 'number' ? value : undefined)}
        onChange={(text) => onChange(localTimeTyped(text))}
      />
    );
  }
  if (control === 'number') {
    const limits = {
      ...(field.min === undefined ? {} : { min: field.min }),
      ...(field.max === undefined ? {} : { max: field.max }),
    };
    return (
      <TextControl
        {...sized}
        {...limits}
        type="number"
        value={textOf(value)}
        onChange={(text) => onChange(numberTyped(text))}
      />
    );
  }
  return (
    <TextControl
      {...sized}
      {...longest(field)}
      type={control === 'url' ? 'url' : 'text'}
      value={textOf(value)}
      onChange={onChange}
    />
  );
}

function longest({ max }: SettingField) {
  return max === undefined ? {} : { maxLength: max };
}

function textOf(value: FieldValue | undefined): string {
  return value === undefined ? '' : String(value);
}
