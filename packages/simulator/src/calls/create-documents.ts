import type { MeetingDocument } from '../state/documents.ts';
import { toBooleanOr } from '../wire/coercion.ts';
import type { Parameters } from '../wire/raw-query.ts';
import { presentedFirst, type SentModules } from './create-modules.ts';
import { fromAddress } from './sent-document.ts';

const defaultPresentation: MeetingDocument = {
  name: 'default.pdf',
  current: false,
  removable: true,
  downloadable: false,
  source: 'default',
};

/**
 * Collects the documents a meeting begins with: the one of `preUploadedPresentation`, those of the
 * body, and the server's own unless it is overridden. The first one is presented. Undefined when an
 * address is no address. Source: bbb-web source, `create`.
 */
export function documentsFrom(
  params: Parameters,
  modules: SentModules,
): readonly MeetingDocument[] | undefined {
  if (modules.faults.has('invalid_url')) return undefined;
  const url = params.text('preUploadedPresentation');
  const rights = { current: false, removable: true, downloadable: false };
  const inQuery =
    url === '' ? [] : [fromAddress(url, params.text('preUploadedPresentationName'), rights)];
  if (inQuery.includes('invalid_url')) return undefined;
  const inFront = inQuery.filter((document) => typeof document === 'object');
  const sent = presentedFirst([...inFront, ...modules.documents]);
  const overrides = toBooleanOr(params.text('preUploadedPresentationOverrideDefault'), true);
  const all = sent.length > 0 && overrides ? sent : [...sent, defaultPresentation];
  return all.map((document, index) => ({ ...document, current: index === 0 }));
}
