import type { ElementEvents } from './strict-parser.ts';

/**
 * An element as read: text, or children by `$name` and attributes by `@name`. The `$` keeps a
 * user's `<constructor>` or `<__proto__>` plain data. Elements of one name make a list.
 */
export type XmlElement = string | { readonly [name: string]: XmlElement | readonly XmlElement[] };

type Content = Record<string, XmlElement | XmlElement[]>;

interface OpenElement {
  readonly key: string;
  /** Made by the first child or attribute. */
  content: Content | undefined;
  text: string;
}

/** Builds the tree of a document from what a parser meets, in one pass. */
export class XmlTree implements ElementEvents {
  /** The element that all others are in, by its own `$name`, once it has ended. */
  readonly document: Content = {};
  readonly #open: OpenElement[] = [{ key: '', content: this.document, text: '' }];
  #outermost: OpenElement | undefined;

  /** Tells whether an element right below the outermost one has been read to its end. */
  hasRead(name: string): boolean {
    return this.#outermost?.content?.[`$${name}`] !== undefined;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const element: OpenElement = { key: `$${name}`, content: undefined, text: '' };
    for (const [attribute, value] of Object.entries(attributes)) {
      (element.content ??= {})[`@${attribute}`] = value;
    }
    this.#outermost ??= element;
    this.#open.push(element);
  }

  text(text: string): void {
    this.#open.at(-1)!.text += text;
  }

  close(): void {
    const { key, content, text } = this.#open.pop()!;
    if (content && text !== '') content['#text'] = text;
    const siblings = (this.#open.at(-1)!.content ??= {});
    const before = siblings[key];
    const element = content ?? text;
    if (before === undefined) siblings[key] = element;
    else if (Array.isArray(before)) before.push(element);
    else siblings[key] = [before, element];
  }
}
