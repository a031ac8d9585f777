<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use OCA\Bluebridge\AppInfo\Application;
use OCP\IAppConfig;

/**
 * The meeting servers in the app's configuration: the usual one, and others by their ids. The values
 * are sensitive: Nextcloud encrypts them, shows them in no list, and reads them only for requests that
 * need them.
 */
class ServerSettingsStore
{
    /** The id of the server that is used where nothing else is said. */
    public const USUAL = '';

    private const KEY = 'server';

    private const OTHERS = 'servers';

    public function __construct(private readonly IAppConfig $config)
    {
    }

    /** Reads what is said of a server; one that is not there says nothing. */
    public function read(string $id = self::USUAL): ServerSettings
    {
        return $id === self::USUAL ? self::settingsIn($this->stored(self::KEY)) : $this->others()[$id] ?? new ServerSettings();
    }

    public function write(ServerSettings $settings, string $id = self::USUAL): void
    {
        if ($id === self::USUAL) {
            $this->keep(self::KEY, get_object_vars($settings));

            return;
        }
        $this->keepOthers([$id => $settings] + $this->others());
    }

    public function remove(string $id): void
    {
        $this->keepOthers(array_diff_key($this->others(), [$id => true]));
    }

    /** @return array<string, ServerSettings> all but the usual one, by their ids */
    public function others(): array
    {
        $others = [];
        foreach ($this->stored(self::OTHERS) as $id => $values) {
            if (is_array($values)) {
                $others[(string) $id] = self::settingsIn($values);
            }
        }

        return $others;
    }

    /** @return array<string, ServerSettings> those that are set, by their ids */
    public function all(): array
    {
        $usual = $this->read();

        return ($usual->endpoint === '' ? [] : [self::USUAL => $usual]) + $this->others();
    }

    /** Tells whether an address may be asked although it is private: it is of a server of which that was said. */
    public function allowsLocal(string $url): bool
    {
        foreach ($this->all() as $settings) {
            if ($settings->allowsLocal && str_starts_with($url, $settings->endpoint)) {
                return true;
            }
        }

        return false;
    }

    /** @param array<string, ServerSettings> $others */
    private function keepOthers(array $others): void
    {
        ksort($others);
        $this->keep(self::OTHERS, array_map(get_object_vars(...), $others));
    }

    /** @param array<array-key, mixed> $values */
    private function keep(string $key, array $values): void
    {
        $value = json_encode((object) $values, JSON_THROW_ON_ERROR);
        $this->config->setValueString(Application::APP_ID, $key, $value, lazy: true, sensitive: true);
    }

    /** @return array<array-key, mixed> */
    private function stored(string $key): array
    {
        $stored = json_decode($this->config->getValueString(Application::APP_ID, $key, lazy: true), true);

        return is_array($stored) ? $stored : [];
    }

    /** @param array<array-key, mixed> $values */
    private static function settingsIn(array $values): ServerSettings
    {
        $text = static fn (string $name): string => is_string($values[$name] ?? null) ? $values[$name] : '';

        return new ServerSettings(
            $text('endpoint'),
            $text('secret'),
            $text('dialect') === '' ? 'bigbluebutton' : $text('dialect'),
            $text('hashAlgorithm'),
            ($values['allowsLocal'] ?? false) === true,
            $text('name'),
        );
    }
}
