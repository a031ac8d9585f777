<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Hooks;

use OCA\Bluebridge\AppInfo\Application;
use OCP\IAppConfig;
use OCP\IURLGenerator;

/**
 * Whether a meeting server can probably reach this Nextcloud: where our address is a public one, or both
 * are on one machine, or both in private networks. `occ config:app:set bluebridge callbacks` decides
 * otherwise by `yes` or `no`.
 */
class Reach
{
    public const KEY = 'callbacks';

    public function __construct(private readonly IURLGenerator $urls, private readonly IAppConfig $config)
    {
    }

    /** Tells whether addresses of ours are given to the server at an endpoint. */
    public function reachesUs(string $endpoint): bool
    {
        $said = $this->config->getValueString(Application::APP_ID, self::KEY);
        if ($said === 'yes' || $said === 'no') {
            return $said === 'yes';
        }
        $ours = self::nearnessOf($this->urls->getAbsoluteURL('/'));

        return $ours === 'public' || $ours === self::nearnessOf($endpoint);
    }

    /** @return 'machine'|'private'|'public' */
    private static function nearnessOf(string $address): string
    {
        $host = strtolower(trim((string) parse_url($address, PHP_URL_HOST), '[].'));
        $isAddress = filter_var($host, FILTER_VALIDATE_IP) !== false;

        return match (true) {
            $host === 'localhost', str_ends_with($host, '.localhost'), $host === '::1' => 'machine',
            $isAddress && str_starts_with($host, '127.') => 'machine',
            $isAddress => self::isPublic($host) ? 'public' : 'private',
            // A name without a dot, or under one of these, means nothing outside.
            !str_contains($host, '.') => 'private',
            preg_match('/\.(?:local|internal|lan|home\.arpa|test)$/D', $host) === 1 => 'private',
            default => 'public',
        };
    }

    private static function isPublic(string $address): bool
    {
        return filter_var($address, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE) !== false;
    }
}
