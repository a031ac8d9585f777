<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Server;

/** The server that a network of sites has for those without one of their own, or for all of them. */
final class NetworkServer
{
    public const OPTION = 'bluebridge_network_server';

    public const LOCK = 'bluebridge_network_locked';

    public function __construct(private readonly ServerRecords $records)
    {
    }

    /** Gives what the network says; nothing on a site by itself. */
    public function read(): ServerSettings
    {
        return $this->records->read(self::kept());
    }

    public function keep(ServerSettings $settings): void
    {
        update_site_option(self::OPTION, $this->records->write($settings));
    }

    /** Tells whether no site may have a server of its own. */
    public static function isLocked(): bool
    {
        return is_multisite() && (bool) get_site_option(self::LOCK, false);
    }

    public static function lock(bool $isLocked): void
    {
        update_site_option(self::LOCK, $isLocked ? '1' : '0');
    }

    public function hasLostSecret(): bool
    {
        return $this->records->hasLostSecret(self::kept());
    }

    private static function kept(): mixed
    {
        return is_multisite() ? get_site_option(self::OPTION, []) : [];
    }
}
