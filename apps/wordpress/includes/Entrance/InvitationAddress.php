<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

/** The links of invitations. Looking at one does nothing; its page has a form. */
final class InvitationAddress
{
    public const VARIABLE = 'bluebridge_invitation';

    public static function of(string $token): string
    {
        return add_query_arg(self::VARIABLE, $token, home_url('/'));
    }
}
