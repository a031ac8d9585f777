import { dir, type Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { type Assets, assetUrl } from '../http/assets.ts';

/** Escaped markup, as the `html` template makes it. */
export type Markup = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  readonly body: Markup;
  /** A script of the page, by file name. */
  readonly script?: string;
  /** Further styles of the page, by file name. */
  readonly style?: string;
}

/** Builds a whole page around its content, ready to be sent. */
export function layout(t: Translate, assets: Assets, { title, body, script, style }: Page): string {
  const page = html`<!doctype html>
    <html lang="${t.language}" dir="${dir(t.language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="${assetUrl(assets, 'icon.svg')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${assetUrl(assets, 'tool.css')}" />
        ${style ? html`<link rel="stylesheet" href="${assetUrl(assets, style)}" />` : ''}
        ${script ? html`<script type="module" src="${assetUrl(assets, script)}"></script>` : ''}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  // Hono's own kind of text would be sent as a stream, which costs much more than a text.
  return (page as HtmlEscapedString).toString();
}
