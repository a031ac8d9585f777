import type { ToolErrorCode } from '../http/tool-error.ts';
import type { Words } from './error-page.ts';
import { toolErrorWords } from './tool-error-words.ts';

const asked = toolErrorWords.request_wrong;

/** Other words for the script of a page: it asks for something in the room, not for the way in. */
export const apiErrorWords: Partial<Record<ToolErrorCode, Words>> = {
  method_not_allowed: asked,
  wrong_content_type: asked,
  body_too_large: asked,
  body_unreadable: asked,
};
