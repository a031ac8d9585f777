import { type Block, createBlock, type Transform } from '@wordpress/blocks';
import { next, type ShortcodeAttributes } from '@wordpress/shortcode';
import { editorFacts } from './rooms/editor-facts.ts';

type Read = (given: ShortcodeAttributes) => readonly Record<string, unknown>[];

/**
 * Describes how a block comes from shortcodes: those that are pasted or part of an old page, and those
 * in a block of their own. `read` makes the attributes of one or several blocks.
 */
export function fromShortcodes(
  block: string,
  tags: readonly string[],
  read: Read = roomsIn,
): readonly Transform[] {
  const blocksOf = (given: ShortcodeAttributes): Block[] =>
    read(given).map((attributes) => createBlock(block, attributes));
  return tags.flatMap((tag): readonly Transform[] => {
    const isMeant = (given: ShortcodeAttributes): boolean =>
      !tag.startsWith('bigbluebutton') ||
      isOfRecordings(tag, given) === (block === 'bluebridge/recordings');
    const inText = (text: string) => next(tag, text)?.shortcode.attrs;
    return [
      { type: 'shortcode', tag, isMatch: isMeant, transform: blocksOf },
      {
        type: 'block',
        blocks: ['core/shortcode'],
        isMatch({ text }) {
          const given = inText(text);
          return given !== undefined && isMeant(given);
        },
        transform: ({ text }) => blocksOf(inText(text) ?? { named: {}, numeric: [] }),
      },
    ];
  });
}

function isOfRecordings(tag: string, { named }: ShortcodeAttributes): boolean {
  return tag === 'bigbluebutton_recordings' || named['type'] === 'recording';
}

/** Our own shortcodes say the number of the room; older ones have tokens, also several. */
function roomsIn({ named, numeric }: ShortcodeAttributes): readonly { roomId: number }[] {
  const { oldRooms } = editorFacts();
  const tokens = [named['token'], named['tokens'], ...numeric]
    .flatMap((text) => (text ?? '').split(','))
    .map((token) =>
      token
        .trim()
        .replace(/^token(?=.)/, '')
        .replaceAll(/[^a-z0-9]/gi, ''),
    );
  const found = [Number(named['id'] ?? 0), ...tokens.map((token) => oldRooms[token] ?? 0)];
  const rooms = [...new Set(found)].filter((id) => Number.isSafeInteger(id) && id > 0);
  // Without a room that is known, the block asks for one.
  return (rooms.length === 0 ? [0] : rooms).map((roomId) => ({ roomId }));
}
