import { Button, SelectControl, Spinner, TextControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { messageOf, whileCurrent } from '../../asking.ts';
import { audiences, type VisibleTo } from '../../recordings/visible-to.ts';
import { RecordingEntry } from './recording-entry.tsx';
import {
  perPage,
  readRecordings,
  type Recordings,
  refreshRecordings,
  showRecordingsTo,
  type Wanted,
} from './recordings-rest.ts';
import { Problem } from './problem.tsx';
import type { Room } from './rest.ts';
import './recordings.css';

const first: Wanted = { search: '', sort: 'newest', page: 1 };

/** The recordings of a room: who sees them, which there are, and what can be done to each. */
export function RecordingsSection({ room }: { readonly room: Room }) {
  const [wanted, setWanted] = useState(first);
  const [list, setList] = useState<Recordings | null>(null);
  const [problem, setProblem] = useState('');
  const [outcome, setOutcome] = useState('');

  useEffect(
    () => whileCurrent(readRecordings(room.id, wanted), setList, setProblem),
    [room.id, wanted],
  );

  /** Does something, says what came of it, and shows the list as it is then. */
  async function act(deed: () => Promise<string>): Promise<void> {
    setProblem('');
    setOutcome('');
    try {
      setOutcome(await deed());
      setList(await readRecordings(room.id, wanted));
    } catch (error) {
      setProblem(messageOf(error));
    }
  }

  if (list === null) return problem === '' ? <Spinner /> : <Problem text={problem} />;
  const pages = Math.ceil(list.total / perPage);
  return (
    <div className="bluebridge-room-recordings">
      <SelectControl
        label={__('Shown to', 'bluebridge')}
        help={__('Holds for the room, wherever its recordings are shown.', 'bluebridge')}
        value={list.visibleTo}
        options={audiences()}
        onChange={(value) =>
          void act(async () => {
            await showRecordingsTo(room.id, value as VisibleTo);
            return __('Saved.', 'bluebridge');
          })
        }
        __nextHasNoMarginBottom
        __next40pxDefaultSize
      />
      <TextControl
        label={__('Search by name', 'bluebridge')}
        value={wanted.search}
        onChange={(search) => setWanted({ ...wanted, search, page: 1 })}
        maxLength={100}
        __nextHasNoMarginBottom
        __next40pxDefaultSize
      />
      <SelectControl
        label={__('Order', 'bluebridge')}
        value={wanted.sort}
        options={sortings()}
        onChange={(sort) => setWanted({ ...wanted, sort, page: 1 })}
        __nextHasNoMarginBottom
        __next40pxDefaultSize
      />
      {problem === '' ? null : <Problem text={problem} />}
      <div role="status">{outcome}</div>
      {list.isBehind ? (
        <p>{__('The meeting server did not answer when it was last asked.', 'bluebridge')}</p>
      ) : null}
      {list.recordings.length === 0 ? (
        <p>{__('There are no recordings here.', 'bluebridge')}</p>
      ) : (
        <ul className="bluebridge-list">
          {list.recordings.map((recording) => (
            <RecordingEntry key={recording.id} room={room.id} recording={recording} onAct={act} />
          ))}
        </ul>
      )}
      <Button
        variant="secondary"
        onClick={() =>
          void act(async () => {
            await refreshRecordings(room.id, wanted);
            return __('The list is up to date.', 'bluebridge');
          })
        }
      >
        {__('Ask the meeting server', 'bluebridge')}
      </Button>
      {pages > 1 ? (
        <p>
          <Button
            disabled={wanted.page <= 1}
            onClick={() => setWanted({ ...wanted, page: wanted.page - 1 })}
          >
            {__('Previous page', 'bluebridge')}
          </Button>
          {pageText(wanted.page, pages)}
          <Button
            disabled={wanted.page >= pages}
            onClick={() => setWanted({ ...wanted, page: wanted.page + 1 })}
          >
            {__('Next page', 'bluebridge')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

function pageText(page: number, pages: number): string {
  /* translators: 1: number of this page, 2: number of all pages */
  return sprintf(__('Page %1$d of %2$d', 'bluebridge'), page, pages);
}

function sortings(): readonly { readonly value: string; readonly label: string }[] {
  return [
    { value: 'newest', label: __('Newest first', 'bluebridge') },
    { value: 'oldest', label: __('Oldest first', 'bluebridge') },
    { value: 'name', label: __('By name', 'bluebridge') },
  ];
}
