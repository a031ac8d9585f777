import { capabilityNotes, type Dialect, dialects } from '@bluebridge/core/dialects';
import { constantsClass, type PhpClass } from './php-file.ts';
import { phpLiteral, type PhpValue } from './php-literal.ts';

/** Makes the table of dialects and what their capabilities mean. */
export function dialectClasses(): readonly PhpClass[] {
  const table = Object.fromEntries(
    Object.values<Dialect>(dialects).map((dialect) => [dialect.name, dialectValue(dialect)]),
  );
  return [
    {
      namespace: 'Dialects',
      name: 'DialectTable',
      doc: ['Every known dialect, by name.', '', dialectType],
      source: constantsClass('DialectTable', [
        { name: 'ALL', doc: '@var array<string, Entry>', value: phpLiteral(table, 4) },
      ]),
    },
    {
      namespace: 'Dialects',
      name: 'CapabilityNotes',
      doc: ['What each capability means, what is assumed, and what follows from it.'],
      source: constantsClass('CapabilityNotes', [
        {
          name: 'ALL',
          doc: '@var array<string, array{means: string, default: string, consequence: string}>',
          value: phpLiteral(capabilityNotes, 4),
        },
      ]),
    },
  ];
}

/** Puts what is a matter of yes or no together, so that one type covers all of it. */
function dialectValue(dialect: Dialect): PhpValue {
  const entries = Object.entries(dialect) as readonly [string, Dialect[keyof Dialect]][];
  return {
    ...Object.fromEntries(entries.filter(([, value]) => typeof value !== 'boolean')),
    has: Object.fromEntries(entries.filter(([, value]) => typeof value === 'boolean')),
  };
}

const dialectType =
  '@phpstan-type Entry array{name: string, source: string, hashAlgorithms: non-empty-list<string>, hooksHashAlgorithms: non-empty-list<string>, missingCalls: list<string>, has: array<string, bool>}';
