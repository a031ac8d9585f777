import { html } from 'hono/html';
import { lmsPage, lmsPath, type Visit } from './lms-frame.ts';
import type { Markup } from './layout.ts';
import { toolFrame } from './tool-frame.ts';

/** Renders the page on which a teacher adds links to a course, with the tool embedded. */
export function addPage(visit: Visit, toolOrigin: string): Markup {
  const title = 'Add from Bluebridge';
  return lmsPage(visit, {
    title,
    content: html`<nav class="breadcrumb" aria-label="Breadcrumb">
        <a href="${lmsPath({ ...visit, rest: '' })}">${visit.course.title}</a>
      </nav>
      <h1>${title}</h1>
      ${toolFrame({
        title,
        launch: lmsPath({ ...visit, rest: '/add/launch' }),
        origin: toolOrigin,
      })}`,
  });
}
