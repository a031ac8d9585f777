<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Server;

/**
 * Where the connection with the servers is said. Each part of the usual server is a constant of
 * `wp-config.php`, or else a variable of the environment of the same name, or else in an option of the
 * site, or else in one of the network; a network may allow no others. Further servers are in an option.
 */
final class ServerSettingsStore
{
    public const OPTION = 'bluebridge_server';

    public const OTHERS = 'bluebridge_servers';

    /** The id of the server that rooms meet on which name no other. */
    public const USUAL = '';

    /** Stands for the server of the network, where its own screen reads and keeps it. */
    public const NETWORK = 'network';

    /** Constants and variables, by the part they say. */
    public const NAMES = [
        'endpoint' => 'BLUEBRIDGE_ENDPOINT',
        'secret' => 'BLUEBRIDGE_SECRET',
        'dialect' => 'BLUEBRIDGE_DIALECT',
    ];

    private const USUAL_DIALECT = 'bigbluebutton';

    private readonly ServerRecords $records;

    private readonly NetworkServer $network;

    public function __construct(SealedText $sealedText)
    {
        $this->records = new ServerRecords($sealedText);
        $this->network = new NetworkServer($this->records);
    }

    /** Reads what is said of a server. One that is not known any more is the usual one. */
    public function read(string $server = self::USUAL): ServerSettings
    {
        if ($server === self::NETWORK) {
            return $this->network->read();
        }
        $others = $server === self::USUAL ? [] : $this->others();

        return $others[$server] ?? $this->usual();
    }

    /** Keeps settings in an option of the site, without the parts that are said outside. */
    public function keep(ServerSettings $settings, string $server = self::USUAL): void
    {
        if ($server === self::NETWORK) {
            $this->network->keep($settings);

            return;
        }
        if ($server !== self::USUAL) {
            $records = self::keptOthers();
            $records[$server] = $this->records->write($settings);
            update_option(self::OTHERS, $records, false);

            return;
        }
        update_option(self::OPTION, $this->records->write(new ServerSettings(
            self::isFixed('endpoint') ? '' : $settings->endpoint,
            self::isFixed('secret') ? '' : $settings->secret,
            self::isFixed('dialect') ? '' : $settings->dialect,
            $settings->hashAlgorithm,
        )), false);
    }

    /** Forgets a further server. */
    public function drop(string $server): void
    {
        $records = self::keptOthers();
        unset($records[$server]);
        update_option(self::OTHERS, $records, false);
    }

    /** @return array<string, ServerSettings> the further servers by their ids; none where the network decides */
    public function others(): array
    {
        return NetworkServer::isLocked() ? [] : array_map($this->records->read(...), self::keptOthers());
    }

    /** Tells whether the usual server is that of the network. */
    public function isOfNetwork(): bool
    {
        return is_multisite() && !self::isFixed('endpoint') && (NetworkServer::isLocked() || $this->own()->endpoint === '');
    }

    /** Tells whether a secret is kept that can no longer be read. */
    public function hasLostSecret(): bool
    {
        if (self::isFixed('secret')) {
            return false;
        }

        return $this->isOfNetwork() ? $this->network->hasLostSecret() : $this->records->hasLostSecret(get_option(self::OPTION, []));
    }

    /**
     * Tells whether a part is said outside WordPress, where no form changes it.
     *
     * @param key-of<self::NAMES> $part
     */
    public static function isFixed(string $part): bool
    {
        return self::fixed($part) !== null;
    }

    private function usual(): ServerSettings
    {
        $kept = $this->isOfNetwork() ? $this->network->read() : $this->own();

        return new ServerSettings(
            self::fixed('endpoint') ?? $kept->endpoint,
            self::fixed('secret') ?? $kept->secret,
            self::fixed('dialect') ?? ($kept->dialect === '' ? self::USUAL_DIALECT : $kept->dialect),
            $kept->hashAlgorithm,
        );
    }

    private function own(): ServerSettings
    {
        return $this->records->read(get_option(self::OPTION, []));
    }

    /** @param key-of<self::NAMES> $part */
    private static function fixed(string $part): ?string
    {
        $name = self::NAMES[$part];
        $said = defined($name) ? constant($name) : getenv($name);

        return is_string($said) && $said !== '' ? $said : null;
    }

    /** @return array<string, mixed> records by the ids of servers */
    private static function keptOthers(): array
    {
        $option = get_option(self::OTHERS, []);
        $records = [];
        foreach (is_array($option) ? $option : [] as $server => $record) {
            $records[(string) $server] = $record;
        }

        return $records;
    }
}
