import { describe, expect, it } from 'vitest';
import { phpTables } from './php-tables.ts';

const files = Object.entries(phpTables());

describe('the PHP tables', () => {
  it('are one class a file, named as the autoloader looks for them', () => {
    for (const [path, text] of files) {
      const [, folder, name] =
        /^packages\/core-php\/src-generated\/(.*)\/(\w+)\.php$/.exec(path) ?? [];
      expect(text).toContain(`\nnamespace Bluebridge\\Core\\${folder?.replaceAll('/', '\\')};\n`);
      expect(text).toMatch(new RegExp(`\\n(final class|enum) ${name}\\b`));
    }
  });

  it('say that they are generated', () => {
    expect(files.filter(([, text]) => !text.includes('// Generated from '))).toEqual([]);
  });

  it('have no two names that a file system could take for one', () => {
    const paths = files.map(([path]) => path.toLowerCase());
    expect(new Set(paths).size).toBe(paths.length);
  });
});
