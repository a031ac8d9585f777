import { localTimeTyped } from '@bluebridge/browser';
import { Button, SelectControl, TextControl } from '@wordpress/components';
import { type FormEvent, useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { messageOf, whileCurrent } from '../../asking.ts';
import { type Invitation, invite, listInvitations, revoke } from './access-rest.ts';
import { Problem } from './problem.tsx';

/** Links that let people in: making, showing once, listing and revoking. */
export function Invitations({ room }: { readonly room: number }) {
  const [invitations, setInvitations] = useState<readonly Invitation[]>([]);
  const [made, setMade] = useState('');
  const [problem, setProblem] = useState('');
  const fail = (error: unknown) => setProblem(messageOf(error));

  useEffect(() => whileCurrent(listInvitations(room), setInvitations, setProblem), [room]);

  function take(invitation: Invitation): void {
    setProblem('');
    setMade(invitation.url ?? '');
    const others = invitations.filter(({ id }) => id !== invitation.id);
    setInvitations([invitation, ...others].toSorted((one, other) => other.id - one.id));
  }

  return (
    <>
      {problem === '' ? null : <Problem text={problem} />}
      <NewInvitation
        onMake={(role, label, mostUses, expiresAt) =>
          invite(room, { role, label, mostUses, expiresAt }).then(take, fail)
        }
      />
      <div role="status">
        {made === '' ? null : (
          <TextControl
            label={__('The link', 'bluebridge')}
            help={__('Please copy it now: it cannot be shown again.', 'bluebridge')}
            value={made}
            onChange={() => {}}
            __nextHasNoMarginBottom
            __next40pxDefaultSize
          />
        )}
      </div>
      <ul className="bluebridge-list">
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <span>{describe(invitation)}</span>
            {invitation.state === 'revoked' ? null : (
              <Button
                variant="tertiary"
                isDestructive
                // translators: %s: what an invitation is for
                aria-label={sprintf(__('Revoke: %s', 'bluebridge'), describe(invitation))}
                onClick={() => void revoke(room, invitation.id).then(take, fail)}
              >
                {__('Revoke', 'bluebridge')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface NewProps {
  readonly onMake: (
    role: Invitation['role'],
    label: string,
    mostUses: number,
    expiresAt: number,
  ) => Promise<void>;
}

function NewInvitation({ onMake }: NewProps) {
  const [role, setRole] = useState<Invitation['role']>('viewer');
  const [label, setLabel] = useState('');
  const [mostUses, setMostUses] = useState('');
  const [expiresAt, setExpiresAt] = useState('');

  function make(event: FormEvent): void {
    event.preventDefault();
    void onMake(role, label, Number(mostUses), localTimeTyped(expiresAt) ?? 0);
  }

  const sized = { __nextHasNoMarginBottom: true, __next40pxDefaultSize: true } as const;
  return (
    <form onSubmit={make} className="bluebridge-access__invite">
      <TextControl
        label={__('Who it is for', 'bluebridge')}
        help={__('Only people who may change the room see this.', 'bluebridge')}
        value={label}
        onChange={setLabel}
        maxLength={100}
        {...sized}
      />
      <SelectControl
        label={__('They come in as', 'bluebridge')}
        value={role}
        options={[
          { value: 'viewer', label: __('Participant', 'bluebridge') },
          { value: 'moderator', label: __('Moderator', 'bluebridge') },
        ]}
        onChange={(value) => setRole(value === 'moderator' ? value : 'viewer')}
        {...sized}
      />
      <TextControl
        label={__('Until', 'bluebridge')}
        help={__('Empty: until you revoke it.', 'bluebridge')}
        type="datetime-local"
        value={expiresAt}
        onChange={setExpiresAt}
        {...sized}
      />
      <TextControl
        label={__('For how many people', 'bluebridge')}
        help={__('Empty: for any number.', 'bluebridge')}
        type="number"
        min={1}
        max={100_000}
        value={mostUses}
        onChange={setMostUses}
        {...sized}
      />
      <Button variant="secondary" type="submit">
        {__('Make a link', 'bluebridge')}
      </Button>
    </form>
  );
}

/** Says in one line what an invitation is and how it stands. */
function describe({ label, role, state, uses, mostUses, expiresAt }: Invitation): string {
  const name = label === '' ? __('Without a name', 'bluebridge') : label;
  const as = role === 'moderator' ? __('Moderator', 'bluebridge') : __('Participant', 'bluebridge');
  const used =
    mostUses === 0
      ? // translators: %d: number of people
        sprintf(__('used by %d', 'bluebridge'), uses)
      : // translators: 1: number of people, 2: the most there can be
        sprintf(__('used by %1$d of %2$d', 'bluebridge'), uses, mostUses);
  const until =
    expiresAt === 0
      ? []
      : // translators: %s: a date with a time of day
        [sprintf(__('until %s', 'bluebridge'), new Date(expiresAt).toLocaleString())];
  return [name, as, used, ...until, ...inWords(state)].join(' · ');
}

function inWords(state: Invitation['state']): readonly string[] {
  if (state === 'revoked') return [__('revoked', 'bluebridge')];
  if (state === 'expired') return [__('expired', 'bluebridge')];
  return state === 'used_up' ? [__('used up', 'bluebridge')] : [];
}
