import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { chooseFiles } from './media-library.ts';
import type { RoomDocument, RoomForm } from './rest.ts';

interface Props {
  readonly documents: readonly RoomDocument[];
  readonly limits: RoomForm['documentLimits'];
  readonly mayUpload: boolean;
  readonly onChange: (documents: readonly RoomDocument[]) => void;
}

/** The files that meetings show from the start. */
export function DocumentsSection({ documents, limits, mayUpload, onChange }: Props) {
  const [problem, setProblem] = useState('');
  const { most, maxBytes, kinds } = limits;

  async function add(): Promise<void> {
    const chosen = await chooseFiles();
    const fresh = chosen.filter(({ id }) => !documents.some((document) => document.id === id));
    const fitting = fresh.filter(({ name, size }) => size <= maxBytes && isOf(kinds, name));
    const taken = fitting.slice(0, most - documents.length);
    const left = fresh.filter((file) => !taken.includes(file)).map(({ name }) => name);
    // translators: %s: names of files
    const words = __('These files cannot be shown in a meeting, or are too many: %s', 'bluebridge');
    setProblem(left.length === 0 ? '' : sprintf(words, left.join(', ')));
    onChange([...documents, ...taken]);
  }

  function move(index: number, by: -1 | 1): void {
    const moved = [...documents];
    const [document] = moved.splice(index, 1);
    if (document) moved.splice(index + by, 0, document);
    onChange(moved);
  }

  return (
    <>
      <p>
        {sprintf(
          // translators: 1: a number of files, 2: a size in MB, 3: kinds of files
          __(
            'Up to %1$d files of at most %2$d MB each: %3$s. The first one is shown first.',
            'bluebridge',
          ),
          most,
          Math.floor(maxBytes / 1_000_000),
          kinds.join(', '),
        )}
      </p>
      {problem === '' ? null : (
        <Notice status="warning" onRemove={() => setProblem('')}>
          {problem}
        </Notice>
      )}
      <ol className="bluebridge-list">
        {documents.map((document, index) => (
          <li key={document.id}>
            <span>{document.isThere ? document.name : gone(document)}</span>
            <Button
              variant="tertiary"
              disabled={index === 0}
              // translators: %s: name of a file
              aria-label={sprintf(__('Move %s up', 'bluebridge'), document.name)}
              onClick={() => move(index, -1)}
            >
              ↑
            </Button>
            <Button
              variant="tertiary"
              disabled={index === documents.length - 1}
              // translators: %s: name of a file
              aria-label={sprintf(__('Move %s down', 'bluebridge'), document.name)}
              onClick={() => move(index, 1)}
            >
              ↓
            </Button>
            <Button
              variant="tertiary"
              isDestructive
              // translators: %s: name of a file
              aria-label={sprintf(__('Remove %s', 'bluebridge'), document.name)}
              onClick={() => onChange(documents.filter((each) => each !== document))}
            >
              {__('Remove', 'bluebridge')}
            </Button>
          </li>
        ))}
      </ol>
      {mayUpload && documents.length < most ? (
        <Button variant="secondary" onClick={() => void add()}>
          {__('Choose from the media library', 'bluebridge')}
        </Button>
      ) : null}
    </>
  );
}

function gone({ name }: RoomDocument): string {
  // translators: %s: name of a file; empty when nobody knows it
  return sprintf(__('%s – gone, or no longer yours to show', 'bluebridge'), name);
}

function isOf(kinds: readonly string[], name: string): boolean {
  return kinds.includes(/\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '');
}
