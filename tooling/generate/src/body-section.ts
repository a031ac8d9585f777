import type { BodySpec, ModulesBodySpec } from '@bluebridge/core/catalogue';
import { code, table } from './markdown.ts';

/** Writes what a call may carry in a POST body. */
export function bodySection(body: BodySpec): string {
  const must = body.required ? 'must' : 'may';
  switch (body.kind) {
    case 'modules':
      return `A POST ${must} carry \`<modules>\`, ${body.maxBytes} bytes at most:\n\n${modulesTable(body)}`;
    case 'multipart':
      return `A POST ${must} carry a file as \`multipart/form-data\` under ${code(body.field)}.`;
    case 'json':
      return `A POST ${must} carry a JSON object of ${Object.keys(body.fields).map(code).join(', ')}.`;
  }
}

function modulesTable({ modules }: ModulesBodySpec): string {
  return table(
    ['module', 'content', 'since', 'note'],
    Object.entries(modules).map(([name, { content, since, note, required }]) => [
      required ? `**${code(name)}**` : code(name),
      content,
      since ?? '',
      note ?? '',
    ]),
  );
}
