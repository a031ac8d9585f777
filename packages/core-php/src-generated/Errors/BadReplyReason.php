<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Errors;

/**
 * Why a reply is none, closed; every `bad_reply` of a call tells one.
 */
enum BadReplyReason: string
{
    /** Nothing came, or blanks only. */
    case Empty = 'empty';

    /** More came than is read: of a list, or of a reply that is no success. */
    case TooLarge = 'too_large';

    /** A page for people came. */
    case HtmlPage = 'html_page';

    /** A document type that is not HTML’s; entities are a way to attack a parser. */
    case Doctype = 'doctype';

    /** What came is no document that can be read: broken, cut, not UTF-8, or nested deeper than any reply. */
    case Malformed = 'malformed';

    /** A document came that is not a BigBlueButton response. */
    case WrongRoot = 'wrong_root';

    /** It says neither SUCCESS nor FAILED, or not within the first MiB. */
    case NoReturncode = 'no_returncode';

    /** It lacks what it must tell, or tells it twice or in another form. */
    case WrongShape = 'wrong_shape';

    /** An HTTP status that is no success, with something that is not a failure’s envelope. */
    case HttpStatus = 'http_status';

    /** A redirect came, which is not followed. */
    case Redirected = 'redirected';
}
