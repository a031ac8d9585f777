import { Button, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Named } from './rest.ts';

interface Props {
  readonly server: string;
  readonly servers: readonly Named[];
  readonly isBusy: boolean;
  readonly onMove: (server: string) => void;
}

/** Lets an administrator choose on which of the site's servers the room meets. */
export function ServerChoice({ server, servers, isBusy, onMove }: Props) {
  const [chosen, setChosen] = useState(server);
  return (
    <>
      <SelectControl
        label={__('Meeting server', 'bluebridge')}
        help={__('From the next meeting on. Recordings stay where they are.', 'bluebridge')}
        value={chosen}
        options={servers.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
        __nextHasNoMarginBottom
        __next40pxDefaultSize
      />
      <Button
        variant="secondary"
        disabled={isBusy || chosen === server}
        onClick={() => onMove(chosen)}
      >
        {__('Move the room', 'bluebridge')}
      </Button>
    </>
  );
}
