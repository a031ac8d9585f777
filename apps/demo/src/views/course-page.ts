import { html } from 'hono/html';
import { lmsPage, lmsPath, type Visit } from './lms-frame.ts';
import type { Activity } from '../lms/school.ts';
import type { Markup } from './layout.ts';

/** Renders a course with its activities. A teacher can add some. */
export function coursePage(visit: Visit, activities: readonly Activity[]): Markup {
  const { course, person } = visit;
  return lmsPage(visit, {
    title: course.title,
    content: html`<p class="eyebrow">Course</p>
      <h1>${course.title}</h1>
      <p class="lead">${course.summary}</p>
      <div class="title-row section-row">
        <h2>Activities</h2>
        ${person.isTeacher ? addButton(visit) : ''}
      </div>
      <ul class="activities">
        ${activities.map(
          (activity) =>
            html`<li class="card">
              <h3>
                <a href="${lmsPath({ ...visit, rest: `/${activity.slug}` })}">${activity.title}</a>
              </h3>
              ${activity.isAdded ? html`<p>Added from Bluebridge</p>` : ''}
              ${activity.description ? html`<p>${activity.description}</p>` : ''}
            </li>`,
        )}
      </ul>`,
  });
}

function addButton(visit: Visit): Markup {
  return html`<a class="button quiet" href="${lmsPath({ ...visit, rest: '/add' })}"
    >Add from Bluebridge</a
  >`;
}
