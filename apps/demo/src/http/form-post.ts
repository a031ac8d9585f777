import type { Context } from 'hono';
import type { ToolAddresses } from '../lms/platform.ts';
import { formPostPage } from '../views/form-post-page.ts';
import { allow } from './security-headers.ts';

/** Answers with a page that posts fields to the tool, alone or inside a page of this LMS. */
export function formPost(
  c: Context,
  tool: ToolAddresses,
  action: string,
  fields: Record<string, string>,
): Response | Promise<Response> {
  // The tool answers the post with a redirect back here, which form-action has to allow as well.
  allow(c, { formTargets: ["'self'", tool.origin], framedBy: ["'self'"] });
  return c.html(formPostPage({ action, fields }));
}
