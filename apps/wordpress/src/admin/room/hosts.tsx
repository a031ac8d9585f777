import { Button, CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { PersonPicker } from './person-picker.tsx';
import type { Hosts, Named } from './rest.ts';

interface Props {
  readonly hosts: Hosts;
  readonly roles: readonly Named[];
  readonly onChange: (hosts: Hosts) => void;
}

/** Who leads the room beside the person it belongs to. */
export function HostsSection({ hosts, roles, onChange }: Props) {
  return (
    <>
      <p>
        {__(
          'Co-hosts open the room, moderate and see its recordings. They cannot change or delete it.',
          'bluebridge',
        )}
      </p>
      <ul className="bluebridge-list">
        {hosts.users.map((user) => (
          <li key={user.id}>
            <span>{user.name}</span>
            <Button
              variant="tertiary"
              isDestructive
              // translators: %s: name of a person
              aria-label={sprintf(__('Remove %s', 'bluebridge'), user.name)}
              onClick={() => onChange({ ...hosts, users: hosts.users.filter((u) => u !== user) })}
            >
              {__('Remove', 'bluebridge')}
            </Button>
          </li>
        ))}
      </ul>
      <PersonPicker
        label={__('Add a person', 'bluebridge')}
        except={hosts.users.map(({ id }) => id)}
        onChoose={(person) => onChange({ ...hosts, users: [...hosts.users, person] })}
      />
      <fieldset className="bluebridge-roles">
        <legend>{__('Everybody with the role', 'bluebridge')}</legend>
        {roles.map(({ id, name }) => (
          <CheckboxControl
            key={id}
            label={name}
            checked={hosts.roles.includes(id)}
            onChange={(isHost) =>
              onChange({
                ...hosts,
                roles: isHost ? [...hosts.roles, id] : hosts.roles.filter((role) => role !== id),
              })
            }
            __nextHasNoMarginBottom
          />
        ))}
      </fieldset>
    </>
  );
}
