import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** What an LMS lets a framed tool do. No LMS grants display-capture, so neither does this one. */
const GRANTED_FEATURES = ['camera', 'microphone', 'fullscreen', 'autoplay'];

/** Renders the frame in which a launch shows the tool. `origin` is the tool's. */
export function toolFrame(frame: { title: string; launch: string; origin: string }): Markup {
  const { title, launch, origin } = frame;
  return html`<iframe
    class="tool"
    title="${title}"
    src="${launch}"
    data-tool-origin="${origin}"
    allow="${GRANTED_FEATURES.map((feature) => `${feature} ${origin}`).join('; ')}"
  ></iframe>`;
}
