import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';
import { lmsPath, type Visit } from './lms-frame.ts';

/** Renders what a frame shows when links were added; a script goes on to the course by itself. */
export function chosenPage(visit: Visit, links: number): Markup {
  const words = ['Nothing was added.', 'One link was added to the course.'];
  return framedMessage(visit, {
    title: 'Back to the course',
    text: words[links] ?? `${links} links were added to the course.`,
    script: 'leave-frame.js',
  });
}

/** Renders what a frame shows when the tool's answer was not taken. */
export function choiceRefusedPage(visit: Visit): Markup {
  return framedMessage(visit, {
    title: 'Nothing was added',
    text: 'What came back is not an answer to this choice, or it came twice. Please choose again.',
  });
}

function framedMessage(
  visit: Visit,
  { title, text, script }: { title: string; text: string; script?: string },
): Markup {
  return layout({
    title,
    ...(script !== undefined && { script }),
    body: html`<main class="narrow">
      <h1>${title}</h1>
      <p role="status">${text}</p>
      <p>
        <a class="button" href="${lmsPath({ ...visit, rest: '' })}" target="_top" data-leave-frame
          >Back to the course</a
        >
      </p>
    </main>`,
  });
}
