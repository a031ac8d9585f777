import { __ } from '@wordpress/i18n';

/** To whom a room shows its recordings. */
export type VisibleTo = 'public' | 'entrants' | 'members' | 'moderators';

/** Gives the choices, the usual one first. */
export function audiences(): readonly { readonly value: VisibleTo; readonly label: string }[] {
  return [
    { value: 'members', label: __('People with an account on this site', 'bluebridge') },
    { value: 'entrants', label: __('People who may enter the room', 'bluebridge') },
    { value: 'public', label: __('Everybody', 'bluebridge') },
    { value: 'moderators', label: __('Moderators only', 'bluebridge') },
  ];
}
