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
    `@phpstan-type CallSpec array{name: string, path?: string, methods: non-empty-list<'GET'|'POST'>, auth: 'checksum'|'session'|'none', hashGroup: 'api'|'hooks', effect: 'read'|'write'|'browser', format: 'xml'|'json', needs?: string, answerNeeds?: string, nameConfigurable?: true, params: array<string, ParamSpec>, required: array<string, true>, requiredWhere: array<string, string>, minWhere: array<string, array{capability: string, min: int}>, exclusive?: list<list<string>>, atLeastOne?: list<non-empty-list<string>>, prefixes?: list<PrefixSpec>, body?: BodySpec, reply: ReplyShapes, mayLackReturncode?: true, answers?: list<string>, refusals?: list<string>, keyCodes?: array<string, BbbError>}`,
  ];
}

/** Makes the lists by which parameters are kept out of logs. */
export function maskedParameters(): PhpClass {
  const params = entries.flatMap((call) => Object.entries(call.params));
  const masked = params.filter(([, { secret, personal }]) => secret ?? personal);
  const userdata = params.filter(([name]) => name.startsWith('userdata-'));
  const doc = '@var array<string, true>';
  return {
    namespace: 'Catalogue',
    name: 'MaskedParameters',
    doc: [
      'Parameters that open something or tell who a person is, and the settings of the browser client:',
      'whatever else hosts hand to it may be about the person.',
    ],
    source: constantsClass('MaskedParameters', [
      { name: 'NAMES', doc, value: namesLiteral(['checksum', 'sessionToken', ...names(masked)]) },
      { name: 'KNOWN_USERDATA', doc, value: namesLiteral(names(userdata)) },
    ]),
  };
}

function names(entriesOfParams: readonly (readonly [string, unknown])[]): readonly string[] {
  return entriesOfParams.map(([name]) => name);
}

function namesLiteral(all: readonly string[]): string {
  return phpLiteral(Object.fromEntries(all.map((name) => [name, true])), 4);
}
