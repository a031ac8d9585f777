/** The page after a meeting: offers the way back where this tab still has a session. */
import { element } from './parts/page.ts';
import { hasKeptSession } from './parts/session.ts';

element('back').hidden = !hasKeptSession();
