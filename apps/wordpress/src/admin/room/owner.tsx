import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { PersonPicker } from './person-picker.tsx';
import type { Person, Room } from './rest.ts';

interface Props {
  readonly room: Room;
  readonly isBusy: boolean;
  readonly onHandOver: (person: Person) => void;
}

/** Hands the room over to somebody else, who may then take it away from everybody. So it asks once more. */
export function OwnerSection({ room, isBusy, onHandOver }: Props) {
  const [chosen, setChosen] = useState<Person | null>(null);
  return (
    <>
      <p>
        {sprintf(
          // translators: %s: name of a person
          __('The room belongs to %s.', 'bluebridge'),
          room.authorName,
        )}
      </p>
      <PersonPicker
        label={__('Hand it over to', 'bluebridge')}
        except={[room.author]}
        onChoose={setChosen}
      />
      {chosen === null ? null : (
        <>
          <p role="alert">
            {sprintf(
              // translators: %s: name of a person
              __(
                '%s decides about the room from then on. Your other changes on this screen are not saved with it.',
                'bluebridge',
              ),
              chosen.name,
            )}
          </p>
          <Button variant="primary" disabled={isBusy} onClick={() => onHandOver(chosen)}>
            {sprintf(
              // translators: %s: name of a person
              __('Hand over to %s', 'bluebridge'),
              chosen.name,
            )}
          </Button>
          <Button onClick={() => setChosen(null)}>{__('Cancel', 'bluebridge')}</Button>
        </>
      )}
    </>
  );
}
