import type { ToolApp, ToolContext } from '../http/context.ts';
import { type Fields, readForm } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import { isSecure } from '../launch/browser-binding.ts';
import type { Tool } from '../tool.ts';
import { hashOf } from '../tokens.ts';
import { adminTokenIn, formTokenOf } from './admin-cookie.ts';

/** An administrator who is signed in. */
export interface AdminVisit {
  /** The token of the session, which only its cookie holds otherwise. */
  readonly sessionToken: string;
  /** Every form must carry it as `form_token`. */
  readonly formToken: string;
}

type Answer = Response | Promise<Response>;

/** Adds addresses that only administrators reach. Nothing of them is ever shown in a frame. */
export interface AdminPages {
  /** Adds a page; who is not signed in is asked for a code. */
  get(path: string, answer: (c: ToolContext, visit: AdminVisit) => Answer): void;
  /** Adds what a form of ours posts to. Throws `admin_session_unknown` or `admin_form_refused`. */
  post(path: string, answer: (c: ToolContext, visit: AdminVisit, fields: Fields) => Answer): void;
}

/** Gives what adds addresses for administrators to the application. */
export function adminPages(app: ToolApp, tool: Tool): AdminPages {
  return {
    get(path, answer) {
      app.get(path, async (c: ToolContext) => {
        const visit = await adminVisitOf(c, tool);
        return visit ? answer(c, visit) : c.redirect('/admin/enter', 303);
      });
    },
    post(path, answer) {
      app.post(path, async (c: ToolContext) => {
        requireOwnPage(c, tool.baseUrl);
        const visit = await adminVisitOf(c, tool);
        if (!visit) throw new ToolError('admin_session_unknown');
        const fields = await readForm(c.req.raw);
        // Hashed, so that comparing tells nothing by the time it takes.
        if (hashOf(fields.get('form_token') ?? '') !== hashOf(visit.formToken)) {
          throw new ToolError('admin_form_refused');
        }
        return answer(c, visit, fields);
      });
    },
  };
}

/** Finds the administrator of a request; undefined when nobody is signed in. */
async function adminVisitOf(c: ToolContext, tool: Tool): Promise<AdminVisit | undefined> {
  const sessionToken = adminTokenIn(c.req.header('cookie'), isSecure(tool));
  if (sessionToken === undefined || !(await tool.storage.admins.isIn(sessionToken))) {
    return undefined;
  }
  return { sessionToken, formToken: formTokenOf(sessionToken) };
}

/**
 * Lets only forms of our own pages through. Browsers say where a form comes from; one that says
 * neither is refused. Throws `admin_form_refused`.
 */
export function requireOwnPage(c: ToolContext, baseUrl: string): void {
  const site = c.req.header('sec-fetch-site');
  const own = site === undefined ? c.req.header('origin') === baseUrl : site === 'same-origin';
  if (!own) throw new ToolError('admin_form_refused');
}
