export { type Catalogue, catalogueOf } from './catalogue.ts';
export { dir, type Language, languages, pickLanguage } from './languages.ts';
export { message, type Translate, translator, type Values } from './translator.ts';
