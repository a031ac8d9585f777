/**
 * Writes the translations of the WordPress plugin, as WordPress reads them, into its folder
 * `languages`: `node src/wordpress/build.ts <folder of the built plugin>`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pluginCatalogue, translated } from './catalogues.ts';
import { readPluginTexts } from './plugin-texts.ts';
import { writeJson, writePhp } from './write.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say in which folder the plugin is.');

const texts = readPluginTexts(folder);
const target = join(folder, 'languages');
rmSync(target, { recursive: true, force: true });
for (const language of translated) {
  const catalogue = pluginCatalogue(language);
  write(`bluebridge-${language}.l10n.php`, writePhp(catalogue, texts.php, texts.blocks));
  for (const [script, ofScript] of texts.scripts) {
    if (ofScript.size > 0) write(`${language}/${script}.json`, writeJson(catalogue, ofScript));
  }
}

function write(name: string, content: string): void {
  const path = join(target, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
