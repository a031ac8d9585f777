/** What blocks in the editor know of the site. */
export interface EditorFacts {
  readonly hasServer: boolean;
  /** Where a server is connected; empty for those who may not. */
  readonly connectUrl: string;
  /** Where a room is edited, without its number. */
  readonly roomUrl: string;
  /** Rooms that came from another plugin, by what its shortcodes call them. */
  readonly oldRooms: Readonly<Record<string, number>>;
}

const unknown: EditorFacts = { hasServer: true, connectUrl: '', roomUrl: '', oldRooms: {} };

/** Reads what the page of the editor was given. */
export function editorFacts(): EditorFacts {
  return (window as { bluebridgeEditor?: EditorFacts }).bluebridgeEditor ?? unknown;
}
