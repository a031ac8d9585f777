import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { calls } from '../catalogue/index.ts';
import { validateBody } from '../validation/validate-body.ts';
import { documentsBody } from './documents-body.ts';

const spec = calls.create.body;
const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });

/** Reads a body back with a strict parser: texts of modules, attributes of documents. */
function readBack(xml: string) {
  const texts: Record<string, string> = {};
  const documents: Record<string, string>[] = [];
  let module = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'module') texts[(module = attributes['name'] ?? '')] = '';
    if (name === 'document') documents.push({ ...attributes });
  });
  const add = (text: string): void => {
    if (module !== '') texts[module] += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return { texts, documents };
}

const written = (modules: Parameters<typeof documentsBody>[1]) =>
  readBack(new TextDecoder().decode(documentsBody(spec, modules).bytes));

describe('the modules of a POST', () => {
  it('hold any text that is not refused, as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const modules = { sharedNotesInitialContentMarkdown: text };
        fc.pre(validateBody(spec, modules).length === 0);
        const expected = text.replaceAll(/\r\n?/g, '\n');
        expect(written(modules).texts['sharedNotesInitialContentMarkdown']).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('hold any end mark of CDATA', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(']', '>', 'a'), minLength: 1 }), (text) => {
        const modules = { sharedNotesInitialContentMarkdown: text };
        expect(written(modules).texts['sharedNotesInitialContentMarkdown']).toBe(text);
      }),
    );
  });

  it('hold any file name that is not refused', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const modules = { presentation: [{ name, content: Uint8Array.of(1) }] };
        fc.pre(validateBody(spec, modules).length === 0);
        expect(written(modules).documents).toEqual([{ name }]);
      }),
      { numRuns: 2000 },
    );
  });
});
