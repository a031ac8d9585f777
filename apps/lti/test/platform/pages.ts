import { html, raw } from 'hono/html';
import type { PostForm } from './login.ts';
import type { Course, Link } from './school.ts';
import type { PlatformState, Selection } from './state.ts';

type Markup = ReturnType<typeof html>;

function page(title: string, body: Markup | string): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

/** A page with a title and a sentence. */
export function messagePage(title: string, text: string): Markup {
  return page(
    title,
    html`<main>
      <h1>${title}</h1>
      <p>${text}</p>
    </main>`,
  );
}

/** A page that posts a form by itself. */
export function formPage({ action, fields }: PostForm): Markup {
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return page(
    'Just a moment',
    html`<form action="${action}" method="post">${inputs}</form>
      <script>
        // A frame that leaves before it has arrived confuses what drives the browser.
        addEventListener('load', () => setTimeout(() => document.forms[0].submit()));
      </script>`,
  );
}

/** A course as somebody sees it. */
export function coursePage(course: Course, person: string, links: readonly Link[]): Markup {
  const at = `/as/${person}/courses/${course.slug}`;
  const body = html`<main>
    <h1>${course.title}</h1>
    <ul>
      ${links.map(
        ({ id, title }) => html`<li><a href="/as/${person}/links/${id}">${title}</a></li>`,
      )}
    </ul>
    <p><a href="${at}/choose">Select content</a></p>
    <form method="post" action="${at}/copy"><button>Copy course</button></form>
  </main>`;
  return page(course.title, body);
}

/** A page with the tool in a frame, as the platform's frame is. */
export function framePage(state: PlatformState, title: string, source: string): Markup {
  const { profile, signInUrl } = state;
  const allow = (tool: string): string => profile.frameAllows.replaceAll('{tool}', tool);
  const origin = new URL(state.tools.at(-1)?.targetLinkUri ?? state.url).origin;
  const { storage } = profile.paths;
  const name = profile.login.more['lti_storage_target'] ?? '';
  const body = html`<main>
    <h1>${title}</h1>
    ${
      storage === undefined
        ? ''
        : html`<iframe name="${name}" src="${signInUrl}${storage}" title="Storage" hidden></iframe>`
    }
    <iframe
      class="tool"
      title="${title}"
      src="${source}"
      allow="${allow(origin)}"
      allowfullscreen
      style="width:100%;height:600px;border:0"
    ></iframe>
  </main>`;
  return page(title, body);
}

/** What was chosen, before it is saved. */
export function selectionPage({ items, message }: Selection, saveAt: string): Markup {
  const titles = items.map((item) => html`<li>${item.title}</li>`);
  const body = html`<main>
    <h1>The following items will be added to your course</h1>
    <p role="status">${message ?? ''}</p>
    <ul>
      ${titles}
    </ul>
    <form method="post" action="${saveAt}"><button>Save</button></form>
  </main>`;
  return page('Selected content', body);
}

/** The page of the administrator: tools, and a registration in a frame. */
export function adminPage({ tools }: PlatformState, registration: string): Markup {
  const list = tools.map(
    ({ clientId, name, active }) =>
      html`<li>
        ${name}
        ${
          active
            ? html`<span>Active</span>`
            : html`<form method="post" action="/admin/activate/${clientId}">
                <button>Activate</button>
              </form>`
        }
      </li>`,
  );
  const body = html`<main>
    <h1>Manage tools</h1>
    <ul>
      ${list}
    </ul>
    ${
      registration === ''
        ? ''
        : html`<iframe
            class="tool"
            title="Registration"
            src="${registration}"
            style="width:100%;height:640px;border:0"
          ></iframe>`
    }
    <script>
      addEventListener('message', ({ data }) => {
        if (data.subject === 'org.imsglobal.lti.close') location.href = '/admin';
      });
    </script>
  </main>`;
  return page('Manage tools', body);
}

/**
 * The frame that keeps values for tools, each tool's apart. Source: LTI Platform Storage 0.1 and
 * LTI Client Side postMessages 0.1.
 */
export function storagePage(frame: string): Markup {
  const script = `
    const kept = new Map();
    const subjects = ['lti.capabilities', 'lti.put_data', 'lti.get_data'];
    addEventListener('message', ({ data, origin, source }) => {
      if (!subjects.includes(data?.subject)) return;
      const { subject, message_id, key, value } = data;
      const answer = { subject: subject + '.response', message_id };
      const refuse = (code) => ({ ...answer, error: { code, message: code } });
      const place = origin + ' ' + key;
      const say = (what) => source.postMessage(what, origin);
      if (!message_id) return say(refuse('bad_request'));
      if (subject === 'lti.capabilities') {
        return say({
          ...answer,
          supported_messages: subjects.map((subject) => ({ subject, frame: ${JSON.stringify(frame)} })),
        });
      }
      if (!key) return say(refuse('bad_request'));
      if (subject === 'lti.get_data') return say({ ...answer, key, value: kept.get(place) ?? null });
      if (String(key).length + String(value).length > 4096) return say(refuse('storage_exhaustion'));
      if (value === undefined || value === null) kept.delete(place);
      else kept.set(place, String(value));
      say({ ...answer, key, value });
    });`;
  return page(
    'Storage',
    html`<script>
      ${raw(script)};
    </script>`,
  );
}
