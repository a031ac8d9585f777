import { Button, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

interface Props {
  readonly label: string;
  readonly help: string;
  readonly isSet: boolean;
  /** Keeps a code, an empty one takes it away; tells whether that went well. */
  readonly onSave: (code: string) => Promise<boolean>;
}

/** A code that is typed and then never seen again: the site keeps it in a way nobody can read. */
export function AccessCode({ label, help, isSet, onSave }: Props) {
  const [code, setCode] = useState('');

  async function save(): Promise<void> {
    if (await onSave(code)) setCode('');
  }

  const state = isSet
    ? __('A code is set. It cannot be shown again; type a new one to change it.', 'bluebridge')
    : __('No code is set.', 'bluebridge');
  return (
    <div className="bluebridge-access__code">
      <TextControl
        label={label}
        help={`${help} ${state}`}
        value={code}
        onChange={setCode}
        maxLength={64}
        __nextHasNoMarginBottom
        __next40pxDefaultSize
      />
      <Button
        variant="secondary"
        disabled={code.trim() === ''}
        // translators: %s: name of a code
        aria-label={sprintf(__('Save: %s', 'bluebridge'), label)}
        onClick={() => void save()}
      >
        {__('Save', 'bluebridge')}
      </Button>
      {isSet ? (
        <Button
          variant="tertiary"
          isDestructive
          // translators: %s: name of a code
          aria-label={sprintf(__('Remove: %s', 'bluebridge'), label)}
          onClick={() => void onSave('')}
        >
          {__('Remove', 'bluebridge')}
        </Button>
      ) : null}
    </div>
  );
}
