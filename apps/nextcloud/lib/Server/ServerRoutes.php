<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use OCA\Bluebridge\AppInfo\Application;
use OCP\IAppConfig;
use OCP\IGroupManager;
use OCP\IUserManager;

/**
 * Which groups meet on which server, where there are several: the first line that names a group of
 * somebody counts.
 *
 * @phpstan-type Line array{group: string, server: string}
 */
class ServerRoutes
{
    private const KEY = 'routes';

    public function __construct(
        private readonly IAppConfig $config,
        private readonly ServerSettingsStore $store,
        private readonly IUserManager $users,
        private readonly IGroupManager $groups,
    ) {
    }

    /** @return list<Line> */
    public function all(): array
    {
        $lines = [];
        foreach ($this->config->getValueArray(Application::APP_ID, self::KEY, lazy: true) as $line) {
            if (is_array($line) && is_string($line['group'] ?? null) && is_string($line['server'] ?? null)) {
                $lines[] = ['group' => $line['group'], 'server' => $line['server']];
            }
        }

        return $lines;
    }

    /** @param list<Line> $lines */
    public function keep(array $lines): void
    {
        $this->config->setValueArray(Application::APP_ID, self::KEY, $lines, lazy: true);
    }

    /** Gives the id of the server that rooms of somebody are opened on. */
    public function of(string $userId): string
    {
        $servers = $this->store->others();
        $user = $servers === [] ? null : $this->users->get($userId);
        $own = $user === null ? [] : $this->groups->getUserGroupIds($user);
        foreach ($this->all() as ['group' => $group, 'server' => $server]) {
            $isThere = $server === ServerSettingsStore::USUAL || isset($servers[$server]);
            if ($isThere && in_array($group, $own, true)) {
                return $server;
            }
        }

        return ServerSettingsStore::USUAL;
    }

    /** Forgets the lines of a server that is gone. */
    public function forget(string $server): void
    {
        $this->keep(array_values(array_filter($this->all(), static fn (array $line): bool => $line['server'] !== $server)));
    }
}
