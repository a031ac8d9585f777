import { html } from 'hono/html';

/** Escaped markup; every value put into an `html` template is escaped on the way. */
export type Markup = ReturnType<typeof html>;

/** Renders a whole page around its body. `script` names a file under /assets/. */
export function layout(page: { title: string; body: Markup; script?: string }): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/demo.css" />
        ${page.script === undefined ? '' : html`<script type="module" src="/assets/${page.script}"></script>`}
      </head>
      <body>
        ${page.body}
      </body>
    </html>`;
}

/** Renders a page with one message and one way on. */
export function messagePage(message: { title: string; text: string }): Markup {
  return layout({
    title: message.title,
    body: html`<main class="narrow">
      <div class="card">
        <h1>${message.title}</h1>
        <p>${message.text}</p>
        <p><a class="button" href="/">Back to the start page</a></p>
      </div>
    </main>`,
  });
}
