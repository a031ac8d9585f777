/**
 * Writes the translations of the Nextcloud app into its folder `l10n`:
 * `node src/nextcloud/build.ts <folder of the app>`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAppTexts } from './app-texts.ts';
import { appCatalogue, localesOf, translated } from './catalogues.ts';
import { writeLanguage } from './write.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say in which folder the app is.');

const texts = readAppTexts(folder);
const target = join(folder, 'l10n');
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const language of translated) {
  const { json, js } = writeLanguage(appCatalogue(language), texts);
  for (const locale of localesOf[language]) {
    writeFileSync(join(target, `${locale}.json`), json);
    writeFileSync(join(target, `${locale}.js`), js);
  }
}
