import { Button, Notice, SelectControl, Spinner, ToggleControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { messageOf, whileCurrent } from '../../asking.ts';
import { AccessCode } from './access-code.tsx';
import { Invitations } from './access-invitations.tsx';
import {
  type Access,
  type AccessChange,
  changeAccess,
  readAccess,
  type Standing,
} from './access-rest.ts';
import { Problem } from './problem.tsx';
import type { Room } from './rest.ts';
import './access.css';

/** As what people of the site come in, codes, and links for people who are not on it. */
export function AccessSection({ room }: { readonly room: Room }) {
  const [access, setAccess] = useState<Access | null>(null);
  const [problem, setProblem] = useState('');
  const [isSaved, setSaved] = useState(false);

  useEffect(() => whileCurrent(readAccess(room.id), setAccess, setProblem), [room.id]);

  async function change(wish: AccessChange): Promise<boolean> {
    setProblem('');
    setSaved(false);
    try {
      setAccess(await changeAccess(room.id, wish));
      setSaved(true);
      return true;
    } catch (error) {
      setProblem(messageOf(error));
      return false;
    }
  }

  if (access === null) return problem === '' ? <Spinner /> : <Problem text={problem} />;
  return (
    <div className="bluebridge-access">
      <div role="status">{isSaved ? __('Saved.', 'bluebridge') : ''}</div>
      {problem === '' ? null : <Problem text={problem} />}
      {access.moderatorsBound ? <Bound /> : null}
      <Roles access={access} onSave={change} />
      <h3>{__('Codes', 'bluebridge')}</h3>
      <AccessCode
        label={__('Code for everybody', 'bluebridge')}
        help={__('Who is not a moderator needs it to come in.', 'bluebridge')}
        isSet={access.hasViewerCode}
        onSave={(viewerCode) => change({ viewerCode })}
      />
      <AccessCode
        label={__('Moderator code', 'bluebridge')}
        help={__('Who knows it comes in as a moderator.', 'bluebridge')}
        isSet={access.hasModeratorCode}
        onSave={(moderatorCode) => change({ moderatorCode })}
      />
      <h3>{__('Invitations', 'bluebridge')}</h3>
      <Invitations room={room.id} />
    </div>
  );
}

/** What an administrator decided, where people would else wonder why nobody becomes a moderator. */
function Bound() {
  return (
    <Notice status="info" isDismissible={false}>
      {__(
        'On this site only people who may have rooms become moderators. Everybody else comes in as a participant, also with a code or an invitation for moderators.',
        'bluebridge',
      )}
    </Notice>
  );
}

interface RolesProps {
  readonly access: Access;
  readonly onSave: (wish: AccessChange) => Promise<boolean>;
}

function Roles({ access, onSave }: RolesProps) {
  const [roles, setRoles] = useState(access.roles);
  const [others, setOthers] = useState(access.others);
  const [loginRequired, setLoginRequired] = useState(access.loginRequired);
  const [colleaguesMayPlace, setColleaguesMayPlace] = useState(access.colleaguesMayPlace);

  function set(role: string, value: string): void {
    const rest = Object.entries(roles).filter(([name]) => name !== role);
    const said = isStanding(value) ? [[role, value] as const] : [];
    setRoles(Object.fromEntries([...rest, ...said]));
  }

  return (
    <>
      <h3>{__('People with an account', 'bluebridge')}</h3>
      <SelectControl
        label={__('They come in as', 'bluebridge')}
        help={__('Whoever leads the room is always a moderator.', 'bluebridge')}
        value={others}
        options={standings()}
        onChange={(value) => isStanding(value) && setOthers(value)}
        __nextHasNoMarginBottom
        __next40pxDefaultSize
      />
      <details>
        <summary>{__('Different for some roles', 'bluebridge')}</summary>
        {access.siteRoles.map(({ role, name }) => (
          <SelectControl
            key={role}
            label={name}
            value={roles[role] ?? ''}
            options={[{ value: '', label: __('Like everybody', 'bluebridge') }, ...standings()]}
            onChange={(value) => set(role, value)}
            __nextHasNoMarginBottom
            __next40pxDefaultSize
          />
        ))}
      </details>
      <ToggleControl
        label={__('Everybody must log in', 'bluebridge')}
        help={__(
          'Nobody comes in without an account, not even with a code or an invitation.',
          'bluebridge',
        )}
        checked={loginRequired}
        onChange={setLoginRequired}
        __nextHasNoMarginBottom
      />
      <ToggleControl
        label={__('Colleagues may show this room', 'bluebridge')}
        help={__('People who may have rooms can put it on their own pages.', 'bluebridge')}
        checked={colleaguesMayPlace}
        onChange={setColleaguesMayPlace}
        __nextHasNoMarginBottom
      />
      <Button
        variant="secondary"
        onClick={() => void onSave({ roles, others, loginRequired, colleaguesMayPlace })}
      >
        {__('Save who comes in', 'bluebridge')}
      </Button>
    </>
  );
}

function standings(): readonly { readonly value: Standing; readonly label: string }[] {
  return [
    { value: 'moderator', label: __('Moderator', 'bluebridge') },
    { value: 'viewer', label: __('Participant', 'bluebridge') },
    { value: 'none', label: __('They stay out', 'bluebridge') },
  ];
}

function isStanding(value: string): value is Standing {
  return value === 'moderator' || value === 'viewer' || value === 'none';
}
