/** The page that carries a choice to the platform. */
import { element } from './parts/page.ts';

(element('answer') as HTMLFormElement).submit();
