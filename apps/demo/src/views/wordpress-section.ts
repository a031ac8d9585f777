import { html } from 'hono/html';
import type { WordPressState } from '../wordpress/wordpress-process.ts';
import type { Section } from './activity-sections.ts';

const links = [
  ['author', 'Enter as teacher', 'Tina, an author', ''],
  ['subscriber', 'Enter as student', 'Sam, a subscriber', 'quiet'],
  ['admin', 'Enter as admin', 'Ada, an administrator', 'quiet'],
] as const;

/** Renders how to get into the WordPress of the demo, or why there is none. */
export function wordpressSection(state: WordPressState): Section {
  switch (state.kind) {
    case 'off':
      return { summary: 'Left out, as DEMO_WORDPRESS says.', body: '' };
    case 'preparing':
      return { summary: `Not there yet. ${state.words} …`, body: '' };
    case 'failed':
      return {
        summary: 'WordPress could not be started; everything else works.',
        body: html`<pre class="said">${state.words}</pre>`,
      };
    case 'lacking':
      return { summary: state.words, body: withoutPhp };
    case 'ready':
      return { summary: 'A page of this WordPress holds a room.', body: entrances(state.otherUrl) };
  }
}

const withoutPhp = html`<p class="hint">
    Install PHP 8.1 or newer with its extensions for SQLite, MySQL, XML and mbstring, and start
    again. Or let the demo bring a PHP that runs in Node: stop it, and run
  </p>
  <p><code>DEMO_WORDPRESS=wasm npm start</code></p>
  <p class="hint">
    That takes 580 MB of the disk, besides the 158 MB that WordPress takes to fetch; both only once.
  </p>`;

function entrances(guestUrl: string): Section['body'] {
  return html`<ul class="launches">
    ${links.map(
      ([person, words, who, kind]) =>
        html`<li>
          <form method="post" action="/demo/wordpress" target="_blank">
            <input type="hidden" name="person" value="${person}" />
            <button class="button ${kind}">
              ${words}
              <span class="who">${who}</span>
            </button>
          </form>
        </li>`,
    )}
    <li>
      <a class="button quiet" href="${guestUrl}/" target="_blank" rel="noopener"
        >Look as a guest <span class="who">without an account</span></a
      >
    </li>
  </ul>`;
}
