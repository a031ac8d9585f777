/**
 * Why a reply is none, closed; every `bad_reply` of a call tells one. All words for people stay
 * those of the code. Of several faults a reader tells the first one it meets. The list is as fine as every reader of XML and JSON, in any language and
 * whether it reads a document as a whole or in parts, can tell.
 */
export const badReplyReasons = {
  empty: 'Nothing came, or blanks only.',
  too_large: 'More came than is read: of a list, or of a reply that is no success.',
  html_page: 'A page for people came.',
  doctype: 'A document type that is not HTML’s; entities are a way to attack a parser.',
  malformed:
    'What came is no document that can be read: broken, cut, not UTF-8, or nested deeper than any reply.',
  wrong_root: 'A document came that is not a BigBlueButton response.',
  no_returncode: 'It says neither SUCCESS nor FAILED, or not within the first MiB.',
  wrong_shape: 'It lacks what it must tell, or tells it twice or in another form.',
  http_status:
    'An HTTP status that is no success, with something that is not a failure’s envelope.',
  redirected: 'A redirect came, which is not followed.',
} as const satisfies Readonly<Record<string, string>>;

export type BadReplyReason = keyof typeof badReplyReasons;
