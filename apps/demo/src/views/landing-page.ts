import { html } from 'hono/html';
import { courses, fullName, people, type Course } from '../lms/school.ts';
import type { Section } from './activity-sections.ts';
import { layout, type Markup } from './layout.ts';
import { lmsPath } from './lms-frame.ts';

export interface Landing {
  meetings: Section;
  sent: Section;
  wordpress: Section;
  /** Names the server in use, for example "the built-in simulator". */
  serverName: string;
}

/** Renders the start page of the demo. */
export function landingPage(landing: Landing): Markup {
  return layout({
    title: 'Bluebridge demo',
    script: 'landing.js',
    body: html`<header class="hero">
        <p class="brand"><img src="/assets/icon.svg" alt="" width="36" height="36" />Bluebridge</p>
        <h1>Live classrooms, right inside the course page</h1>
        <p class="lead">
          Bluebridge puts BigBlueButton rooms where people already learn. Try it here: a small LMS
          and everything it needs run on this computer.
        </p>
        <p id="connection" class="trouble" role="status"></p>
      </header>
      <main class="landing">
        <section aria-labelledby="launch-title">
          <h2 id="launch-title">Step into a course</h2>
          <p class="hint">
            Each link opens a tab of its own, so you can be the teacher and a student at once.
          </p>
          ${courses.map(courseCard)} ${administrationCard()}
          <article class="card course">
            <h3>WordPress</h3>
            ${liveSection('wordpress', landing.wordpress)}
          </article>
        </section>
        <div class="live">
          <section class="card" aria-labelledby="meetings-title">
            <h2 id="meetings-title">Running meetings</h2>
            ${liveSection('meetings', landing.meetings)}
          </section>
          <section class="card" aria-labelledby="sent-title">
            <h2 id="sent-title">What was sent to BigBlueButton</h2>
            ${liveSection('sent', landing.sent)}
          </section>
        </div>
      </main>
      <footer class="foot">
        <p>Server in use: ${landing.serverName}</p>
      </footer>`,
  });
}

function courseCard(course: Course): Markup {
  const [activity] = course.activities;
  const path = (person: (typeof people)[number]): string =>
    lmsPath({ person, course, language: 'en', rest: `/${activity?.slug ?? ''}` });
  return html`<article class="card course">
    <h3>${course.title}</h3>
    <p>${course.summary}</p>
    <ul class="launches">
      ${people.map(
        (person) =>
          html`<li>
            <a
              class="button ${person.isTeacher ? '' : 'quiet'}"
              href="${path(person)}"
              target="_blank"
              rel="noopener"
              >Launch as ${person.isTeacher ? 'teacher' : 'student'}
              <span class="who">${fullName(person)}</span></a
            >
          </li>`,
      )}
    </ul>
  </article>`;
}

function administrationCard(): Markup {
  return html`<article class="card course">
    <h3>Administration</h3>
    <p>Learning platforms, ready-made settings, what people with power did.</p>
    <form method="post" action="/demo/administration" target="_blank">
      <button class="button quiet">Sign in as administrator</button>
    </form>
  </article>`;
}

function liveSection(name: string, section: Section): Markup {
  return html`<p id="${name}-summary" class="summary" role="status">${section.summary}</p>
    <div id="${name}-body">${section.body}</div>`;
}
