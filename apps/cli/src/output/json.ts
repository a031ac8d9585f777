/** Writes a value as JSON for programs; characters that a terminal obeys are escaped. */
export function toJson(value: unknown, indent = 2): string {
  return escapeControls(JSON.stringify(value, undefined, indent));
}

/** Writes a value as one line of JSON. */
export function toJsonLine(value: unknown): string {
  return escapeControls(JSON.stringify(value));
}

function escapeControls(json: string): string {
  return json.replace(
    /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
