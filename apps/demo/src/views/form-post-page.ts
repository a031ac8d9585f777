import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';

/** Renders a page that posts its fields onward by itself, or by a button where scripts are off. */
export function formPostPage(post: { action: string; fields: Record<string, string> }): Markup {
  return layout({
    title: 'Opening Bluebridge',
    script: 'form-post.js',
    body: html`<main class="narrow">
      <form method="post" action="${post.action}" data-form-post>
        ${Object.entries(post.fields).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <p role="status">Opening Bluebridge …</p>
        <noscript><button class="button" type="submit">Continue</button></noscript>
      </form>
    </main>`,
  });
}
