import type { TestTool } from './test-tool.ts';
import type { ApiAnswer, Visitor } from './visitor.ts';

/** Posts JSON in the name of a visitor, as the scripts of our pages do. */
export async function sendJson<Reply>(
  { app }: TestTool,
  { bearer }: Visitor,
  path: string,
  body: unknown,
): Promise<ApiAnswer<Reply>> {
  const response = await app.request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Reply };
}

/** Posts a file with its name, as the settings page does. */
export async function sendFile<Reply>(
  { app }: TestTool,
  { bearer }: Visitor,
  name: string,
  content: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<ApiAnswer<Reply>> {
  const response = await app.request('/api/documents', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/octet-stream',
      'x-document-name': encodeURIComponent(name),
      ...headers,
    },
    body: Uint8Array.from(content),
  });
  return { status: response.status, body: (await response.json()) as Reply };
}
