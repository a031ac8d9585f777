<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Admin;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Server\ServerSettings;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Probe\CapabilityRecord;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Probe\Pasted;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Probe\Prober;
use Bluebridge\WordPress\Words\DialectWords;
use Bluebridge\WordPress\Words\ProbeWords;
use SensitiveParameter;

/**
 * Finds out what stands behind what an administrator pasted, and keeps it when it works.
 *
 * @phpstan-import-type Told from AdminForms
 */
final class ServerConnection
{
    public function __construct(
        private readonly ServerSettingsStore $store,
        private readonly Prober $prober,
        private readonly MeetingWatches $watches,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Tries a server. What is left empty stays as it is; an empty kind is what the server says it is.
     *
     * @param bool $isNew whether it is a further server that was not there before
     * @return Told
     */
    public function tryOut(ServerSettings $typed, string $server = ServerSettingsStore::USUAL, bool $isNew = false): array
    {
        $before = $isNew ? new ServerSettings('', '', '') : $this->store->read($server);
        $endpoint = $typed->endpoint === '' ? $before->endpoint : $typed->endpoint;
        $secret = self::secretFor($endpoint, $typed->secret, $server, $before);
        $result = $this->prober->probe($endpoint, $secret, $this->clock->now());
        if ($result->record === null || $result->failure !== null) {
            $failure = $result->failure;

            return ['works' => false, 'text' => $failure === null ? '' : ProbeWords::of($failure)];
        }
        $record = $result->record;
        // The kind of the server before says nothing about one at another address.
        $isLeftOver = $typed->dialect === $before->dialect && $record->endpoint !== $before->endpoint;
        $dialect = $typed->dialect === '' || $isLeftOver ? $record->dialect : $typed->dialect;
        $algorithm = $record->hashAlgorithm->value;
        $this->store->keep(new ServerSettings($record->endpoint, $secret, $dialect, $algorithm, $typed->name), $server);
        // What was known of meetings was known of another server, or of none.
        $this->watches->forgetAll();

        return ['works' => true, 'text' => self::words($record, $dialect)];
    }

    /**
     * Finds the secret: typed, or pasted together with the address, or the one that is kept. That one goes
     * to no other host than it was kept for, because who connects need not know it: on a network it may be
     * everybody's. Without any it is empty, and the prober says so.
     */
    private static function secretFor(
        string $endpoint,
        #[SensitiveParameter] string $typed,
        string $server,
        ServerSettings $before,
    ): string {
        $given = Pasted::read($endpoint, $typed);
        if ($given instanceof Pasted) {
            return $given->secret;
        }
        $kept = Pasted::read($endpoint, $before->secret);
        $isSame = $kept instanceof Pasted && self::hostOf($kept->origins[0]) === self::hostOf($before->endpoint);

        return $isSame || self::decidesOutside($server) ? $before->secret : '';
    }

    /** Tells whether the secret is said outside WordPress, for whoever connects here. */
    private static function decidesOutside(string $server): bool
    {
        return $server === ServerSettingsStore::USUAL
            && ServerSettingsStore::isFixed('secret')
            && (!is_multisite() || current_user_can('manage_network_options'));
    }

    private static function hostOf(string $address): string
    {
        $parts = wp_parse_url($address);

        return is_array($parts) ? strtolower($parts['host'] ?? '') . ':' . ($parts['port'] ?? '') : '';
    }

    /**
     * Tries a server again, as it is, and keeps nothing.
     *
     * @return Told
     */
    public function check(string $server): array
    {
        $settings = $this->store->read($server);
        $result = $this->prober->probe($settings->endpoint, $settings->secret, $this->clock->now());

        return match (true) {
            $result->failure !== null => ['works' => false, 'text' => ProbeWords::of($result->failure)],
            $result->record !== null => ['works' => true, 'text' => self::words($result->record, $settings->dialect)],
            default => ['works' => false, 'text' => ''],
        };
    }

    private static function words(CapabilityRecord $record, string $dialect): string
    {
        $kind = DialectWords::of($dialect);
        $kind = $record->version === null ? $kind : "{$kind} {$record->version}";

        return sprintf(
            /* translators: 1: address of the server, 2: what kind of server it is, 3: name of an algorithm such as sha256 */
            __('Connected to %1$s (%2$s, checksums by %3$s).', 'bluebridge'),
            $record->endpoint,
            $kind,
            $record->hashAlgorithm->value,
        );
    }
}
