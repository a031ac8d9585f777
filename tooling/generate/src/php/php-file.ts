/** A generated class or enum: where it belongs and its source without the head of the file. */
export interface PhpClass {
  /** Below `Bluebridge\Core`, such as `Catalogue\Calls`; empty for none. */
  readonly namespace: string;
  readonly name: string;
  /** Names below `Bluebridge\Core` that the source uses. */
  readonly uses?: readonly string[];
  /** Lines of the doc comment, without its marks. */
  readonly doc: readonly string[];
  /** From `final class …` or `enum …` to the closing brace. */
  readonly source: string;
}

const root = 'Bluebridge\\Core';

/** Gives the path of a generated class inside the repository. */
export function phpPath({ namespace, name }: PhpClass): string {
  return `packages/core-php/src-generated/${namespace.replaceAll('\\', '/')}/${name}.php`;
}

/** Writes the file of a generated class. */
export function phpFile({ namespace, uses = [], doc, source }: PhpClass): string {
  const imports = uses.map((name) => `use ${root}\\${name};\n`).join('');
  return [
    '<?php\n\ndeclare(strict_types=1);\n',
    '// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.\n',
    `namespace ${root}\\${namespace};\n`,
    ...(imports === '' ? [] : [imports]),
    `/**\n${doc.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n${source}\n`,
  ].join('\n');
}

/** Writes a class that holds constants only. */
export function constantsClass(
  name: string,
  constants: readonly { readonly name: string; readonly doc: string; readonly value: string }[],
): string {
  const body = constants
    .map((each) => `    /** ${each.doc} */\n    public const ${each.name} = ${each.value};\n`)
    .join('\n');
  return `final class ${name}\n{\n${body}}`;
}

/** Turns names such as `hooks/create`, `getMP4Url` and `bad_reply` into a name for a PHP class or case. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
