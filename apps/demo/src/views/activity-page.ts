import { html } from 'hono/html';
import type { Activity } from '../lms/school.ts';
import { lmsPage, lmsPath, type Visit } from './lms-frame.ts';
import type { Markup } from './layout.ts';
import { toolFrame } from './tool-frame.ts';

export interface EmbeddedTool {
  origin: string;
  /** Whether this page keeps values for the tool, where browsers keep no cookies for a frame. */
  hasStorage: boolean;
}

/** Renders an activity with the tool embedded, and a link that launches it in a window of its own. */
export function activityPage(visit: Visit, activity: Activity, tool: EmbeddedTool): Markup {
  const launch = lmsPath({ ...visit, rest: `/${activity.slug}/launch` });
  const separator = launch.includes('?') ? '&' : '?';
  return lmsPage(visit, {
    title: activity.title,
    ...(tool.hasStorage && { script: 'storage.js' }),
    content: html`<nav class="breadcrumb" aria-label="Breadcrumb">
        <a href="${lmsPath({ ...visit, rest: '' })}">${visit.course.title}</a>
      </nav>
      <div class="title-row">
        <h1>${activity.title}</h1>
        <a href="${launch}${separator}target=window" target="_blank" rel="noopener"
          >Open in a new window</a
        >
      </div>
      ${activity.description ? html`<p class="lead">${activity.description}</p>` : ''}
      ${toolFrame({
        title: activity.title,
        launch: `${launch}${tool.hasStorage ? `${separator}storage=yes` : ''}`,
        origin: tool.origin,
      })}`,
  });
}
