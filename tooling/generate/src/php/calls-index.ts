import { type BodySpec, calls, type CallSpec, paramKinds } from '@bluebridge/core/catalogue';
import { constantsClass, pascalCase, type PhpClass } from './php-file.ts';
import { phpLiteral } from './php-literal.ts';

const entries = Object.values<CallSpec>(calls);
const bodyKinds: readonly BodySpec['kind'][] = ['modules', 'multipart', 'json'];

/** Makes the class that finds the entry of a call, and loads no other. */
export function callsIndex(): PhpClass {
  const arms = entries.map(({ name }) => `'${name}' => Calls\\${pascalCase(name)}::spec(),`);
  return {
    namespace: 'Catalogue',
    name: 'Calls',
    uses: ['Errors\\BbbError'],
    doc: ['The calls of the BigBlueButton API, as plain data.', '', ...types()],
    source: `final class Calls
{
    /** Every call by its name, in the catalogue’s order. */
    public const NAMES = ${phpLiteral(Object.keys(calls), 4)};

    /**
     * Gives the entry of a call; null for a name that nobody knows.
     *
     * @return CallSpec|null
     */
    public static function named(string $name): ?array
    {
        return match ($name) {
${arms.map((arm) => `            ${arm}\n`).join('')}            default => null,
        };
    }
}`,
  };
}

/** Types of the tables, for static analysis. */
function types(): readonly string[] {
  const union = (words: readonly string[]): string => words.map((word) => `'${word}'`).join('|');
  return [
    `@phpstan-type ParamSpec array{kind: ${union(paramKinds)}, required?: true, min?: int, max?: int, values?: list<string>, needs?: string, mayBeEmpty?: true, pattern?: string, expression?: string}`,
    '@phpstan-type PrefixSpec array{prefix: string, expression: string, lowerCased?: true, mayBeEmpty?: true}',
    "@phpstan-type ModuleSpec array{content: 'documents'|'json'|'text', required?: true}",
    `@phpstan-type BodySpec array{kind: ${union(bodyKinds)}, required?: true, maxBytes?: int, modules?: array<string, ModuleSpec>, field?: string, fields?: array<string, ParamSpec>}`,
    "@phpstan-type FieldSpec array{kind: 'text'|'integer'|'boolean'|'time'|'map'|'object'|'list'|'texts'|'json'|'text-with-attributes', promised?: true, item?: string, fields?: string, text?: string, attributes?: array<string, 'text'|'integer'>}",
    '@phpstan-type ReplyShapes array<string, array<string, FieldSpec>>',
    `@phpstan-type CallSpec array{name: string, path?: string, methods: non-empty-list<'GET'|'POST'>, auth: 'checksum'|'session'|'none', hashGroup: 'api'|'hooks', effect: 'read'|'write'|'browser', format: 'xml'|'json', needs?: string, nameConfigurable?: true, params: array<string, ParamSpec>, required: array<string, true>, requiredWhere: array<string, string>, exclusive?: list<list<string>>, prefixes?: list<PrefixSpec>, body?: BodySpec, reply: ReplyShapes, mayLackReturncode?: true, answers?: list<string>, refusals?: list<string>, keyCodes?: array<string, BbbError>}`,
  ];
}

/** Makes the list of parameters that no log may show. */
export function maskedParameters(): PhpClass {
  const names = entries.flatMap(({ params }) =>
    Object.keys(params).filter((name) => params[name]?.secret ?? params[name]?.personal),
  );
  const masked = [...new Set(['checksum', 'sessionToken', ...names])].map(
    (name) => [name, true] as const,
  );
  return {
    namespace: 'Catalogue',
    name: 'MaskedParameters',
    doc: ['Parameters that open something or tell who a person is.'],
    source: constantsClass('MaskedParameters', [
      {
        name: 'NAMES',
        doc: '@var array<string, true>',
        value: phpLiteral(Object.fromEntries(masked), 4),
      },
    ]),
  };
}
