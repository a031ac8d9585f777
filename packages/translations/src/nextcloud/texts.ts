import { single, type Texts, textsBy, unescapePhp } from '../wordpress/texts.ts';

const inPhp = [
  new RegExp(String.raw`->t\(\s*${single}`, 'g'),
  new RegExp(String.raw`->n\(\s*${single}\s*,\s*${single}`, 'g'),
];
const inScript = [
  new RegExp(String.raw`\bt\(\s*'bluebridge',\s*${single}`, 'g'),
  new RegExp(String.raw`\bn\(\s*'bluebridge',\s*${single}\s*,\s*${single}`, 'g'),
];

/** Finds the texts of a PHP file or a template of the Nextcloud app; they are literals. */
export function textsInPhp(source: string): Texts {
  return textsBy(inPhp, source, unescapePhp);
}

/** Finds the texts of a script or a component of the Nextcloud app. */
export function textsInScript(source: string): Texts {
  return textsBy(inScript, source, unescapePhp);
}
