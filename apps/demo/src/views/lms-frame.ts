import { html } from 'hono/html';
import {
  fullName,
  languages,
  people,
  type Course,
  type LanguageCode,
  type Person,
} from '../lms/school.ts';
import { layout, type Markup } from './layout.ts';

/** Who looks at which page of the LMS, in which language the tool shall speak. */
export interface Visit {
  person: Person;
  course: Course;
  language: LanguageCode;
  /** What follows the course in the address, for example "/lecture". */
  rest: string;
}

/** Builds the address of an LMS page; the person is part of it, there is no sign-in. */
export function lmsPath(visit: Visit): string {
  const path = `/lms/as/${visit.person.slug}/courses/${visit.course.slug}${visit.rest}`;
  return visit.language === 'en' ? path : `${path}?lang=${visit.language}`;
}

/** Renders an LMS page: a bar that says who you are, a language choice, then the content. */
export function lmsPage(
  visit: Visit,
  page: { title: string; content: Markup; script?: string },
): Markup {
  const { person } = visit;
  const others = people.filter((other) => other !== person);
  const kind = person.isTeacher ? 'teacher' : 'student';
  return layout({
    title: `${page.title} · Demo LMS`,
    ...(page.script !== undefined && { script: page.script }),
    body: html`<header class="lms-bar ${kind}">
        <a class="lms-name" href="/">Demo LMS</a>
        <p class="identity">
          You are <strong>${fullName(person)}</strong> <span class="role">${kind}</span>
        </p>
        <nav class="switch" aria-label="Switch person">
          <span>Switch to</span>
          ${others.map(
            (other) =>
              html`<a href="${lmsPath({ ...visit, person: other })}">${fullName(other)}</a>`,
          )}
        </nav>
      </header>
      <main class="lms">
        ${page.content}
        <nav class="languages" aria-label="Language of the room">
          <span>Language of the room</span>
          ${languages.map(
            ({ code, name }) =>
              html`<a
                href="${lmsPath({ ...visit, language: code })}"
                lang="${code}"
                hreflang="${code}"
                ${code === visit.language ? html`aria-current="true"` : ''}
                >${name}</a
              >`,
          )}
        </nav>
      </main>`,
  });
}
