<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Policies;

/** Where administrators' decisions are kept: of the site, and of all sites of a network. */
final class PolicyStore
{
    private const SITE = 'bluebridge_policies';

    private const NETWORK = 'bluebridge_network_policies';

    public function ofSite(): Policies
    {
        return self::read(get_option(self::SITE));
    }

    /** Gives the decisions for all sites of the network; on a site of its own there are none. */
    public function ofNetwork(): Policies
    {
        return is_multisite() ? self::read(get_site_option(self::NETWORK)) : new Policies();
    }

    public function keep(Policies $policies, bool $forNetwork): void
    {
        $stored = [
            'mayRecord' => $policies->mayRecord,
            'mustWait' => $policies->mustWait,
            'mostParticipants' => $policies->mostParticipants,
            'mostMinutes' => $policies->mostMinutes,
            'mostRooms' => $policies->mostRooms,
        ];
        $forNetwork ? update_site_option(self::NETWORK, $stored) : update_option(self::SITE, $stored, true);
    }

    private static function read(mixed $stored): Policies
    {
        $said = is_array($stored) ? $stored : [];
        $number = static fn (mixed $value): int => is_int($value) && $value > 0 ? $value : 0;
        $rooms = [];
        foreach (is_array($said['mostRooms'] ?? null) ? $said['mostRooms'] : [] as $role => $most) {
            if (is_int($most) && $most >= 0) {
                $rooms[(string) $role] = $most;
            }
        }

        return new Policies(
            ($said['mayRecord'] ?? true) === true,
            ($said['mustWait'] ?? false) === true,
            $number($said['mostParticipants'] ?? 0),
            $number($said['mostMinutes'] ?? 0),
            $rooms,
        );
    }
}
