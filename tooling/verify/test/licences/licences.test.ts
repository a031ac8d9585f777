import { describe, expect, it } from 'vitest';
import { checkLicences } from '../../src/licences/check.ts';
import { readReuse } from '../../src/licences/reuse.ts';

const toml = `version = 1

# A comment with [[annotations]] in it.
[[annotations]]
path = ["*", "packages/**"]
SPDX-FileCopyrightText = "Bluebridge contributors"
SPDX-License-Identifier = "MIT"

[[annotations]]
path = "packages/borrowed/**"
SPDX-License-Identifier = "Apache-2.0 OR MIT"
`;
const annotations = readReuse(toml);
const texts = ['LICENSES/MIT.txt', 'LICENSES/Apache-2.0.txt'];
const check = (files: string[], manifests: [string, string | undefined][] = []) =>
  checkLicences({ annotations, files, manifests: new Map(manifests) });

describe('the licences', () => {
  it('are complete when each file is covered and each text is there', () => {
    const files = ['README.md', '.gitignore', 'packages/core/src/a.ts', ...texts];
    expect(check(files, [['packages/core/package.json', 'MIT']])).toEqual([]);
  });

  it('are incomplete with a file in a folder that nobody named', () => {
    expect(check(['apps/new/src/a.ts', ...texts])).toEqual([
      'apps/new/src/a.ts is under no licence: cover it in REUSE.toml.',
    ]);
  });

  it('are incomplete without the text of one', () => {
    expect(check(['LICENSES/MIT.txt'])).toEqual([
      'The text of Apache-2.0 is missing: LICENSES/Apache-2.0.txt.',
    ]);
  });

  it('follow the last annotation that covers a file', () => {
    expect(check(texts, [['packages/borrowed/package.json', 'MIT']])).toEqual([
      'packages/borrowed/package.json says MIT and REUSE.toml Apache-2.0 OR MIT.',
    ]);
  });

  it.each([
    ['path = "*"\n', 'version = 1'],
    ['version = 1\n[[annotations]]\npath = "*"\n', 'Annotation 1'],
    ['version = 1\n[[annotations]]\nSPDX-License-Identifier = "MIT"\n', 'Annotation 1'],
  ])('cannot be read from %o', (text, message) => {
    expect(() => readReuse(text)).toThrow(message);
  });
});
