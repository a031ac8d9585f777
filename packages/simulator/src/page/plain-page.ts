import { html } from 'hono/html';

type Html = ReturnType<typeof html>;

/** Builds a page with a heading and a few words, used for everything but the meeting itself. */
export function plainPage(title: string, text: string, more: Html | '' = ''): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/assets/icon.svg" />
        <link rel="stylesheet" href="/assets/theme.css" />
        <link rel="stylesheet" href="/assets/plain.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${text}</p>
          ${more}
        </main>
      </body>
    </html>`;
}
