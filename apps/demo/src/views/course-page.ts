import { html } from 'hono/html';
import { lmsPage, lmsPath, type Visit } from './lms-frame.ts';
import type { Markup } from './layout.ts';

/** Renders a course with its activities. */
export function coursePage(visit: Visit): Markup {
  const { course } = visit;
  return lmsPage(visit, {
    title: course.title,
    content: html`<p class="eyebrow">Course</p>
      <h1>${course.title}</h1>
      <p class="lead">${course.summary}</p>
      <h2>Activities</h2>
      <ul class="activities">
        ${course.activities.map(
          (activity) =>
            html`<li class="card">
              <h3>
                <a href="${lmsPath({ ...visit, rest: `/${activity.slug}` })}">${activity.title}</a>
              </h3>
              <p>${activity.description}</p>
            </li>`,
        )}
      </ul>`,
  });
}
