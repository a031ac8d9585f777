<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use OCA\Bluebridge\Db\RoomCensus;
use OCA\Bluebridge\Exception\Problem;
use OCP\IGroupManager;
use OCP\Security\ISecureRandom;
use SensitiveParameter;

/**
 * The meeting servers as administrators see and change them. Secrets go in and never come out.
 *
 * @phpstan-type ServerCard array{id: string, name: string, endpoint: string, hasSecret: bool, dialect: string, allowsLocal: bool, rooms: int}
 * @phpstan-type Route array{group: string, groupName: string, server: string}
 */
class ServerBook
{
    private const MOST = 20;

    private const LONGEST_NAME = 64;

    public function __construct(
        private readonly ServerSettingsStore $store,
        private readonly ServerSetup $setup,
        private readonly ServerRoutes $routes,
        private readonly RoomCensus $rooms,
        private readonly IGroupManager $groups,
        private readonly ISecureRandom $random,
    ) {
    }

    /** @return array{servers: list<ServerCard>, routes: list<Route>} */
    public function show(): array
    {
        $servers = [];
        foreach ($this->store->all() as $id => $settings) {
            $servers[] = $this->card((string) $id, $settings);
        }

        return ['servers' => $servers, 'routes' => array_map(fn (array $line): array => [
            'group' => $line['group'],
            'groupName' => $this->groups->getDisplayName($line['group']) ?? $line['group'],
            'server' => $line['server'],
        ], $this->routes->all())];
    }

    /**
     * Adds a server that answers as it should.
     *
     * @throws Problem `too_many_servers`, `server_name_invalid` or a word of `ProbeFailure`
     */
    public function add(string $name, string $pasted, #[SensitiveParameter] string $secret, string $dialect, bool $allowsLocal): void
    {
        if (count($this->store->others()) >= self::MOST) {
            throw Problem::conflict('too_many_servers');
        }
        // A letter first: arrays would make numbers of digits.
        $id = 's' . $this->random->generate(8, ISecureRandom::CHAR_LOWER . ISecureRandom::CHAR_DIGITS);
        $this->change($id, $name, $pasted, $secret, $dialect, $allowsLocal);
    }

    /**
     * Changes a server. A secret that is left out stays as it is, as long as the server is the same.
     *
     * @throws Problem as `add`, or `no_such_server`
     */
    public function edit(string $id, string $name, string $pasted, #[SensitiveParameter] string $secret, string $dialect, bool $allowsLocal): void
    {
        $this->verify($id);
        $this->change($id, $name, $pasted, $secret, $dialect, $allowsLocal);
    }

    /**
     * Takes a server away on which no room has met.
     *
     * @throws Problem `no_such_server` or `server_in_use`
     */
    public function remove(string $id): void
    {
        $this->verify($id);
        if ($this->rooms->countOnServer($id) > 0) {
            throw Problem::conflict('server_in_use');
        }
        $this->store->remove($id);
        $this->routes->forget($id);
    }

    /**
     * Says which groups meet where; the first line that fits counts.
     *
     * @param array<array-key, mixed> $lines
     * @throws Problem `route_invalid`
     */
    public function route(array $lines): void
    {
        $kept = [];
        $known = array_column($this->routes->all(), 'group');
        foreach ($lines as $line) {
            $group = is_array($line) ? $line['group'] ?? null : null;
            $server = is_array($line) ? $line['server'] ?? null : null;
            if (!is_string($group) || !is_string($server) || isset($kept[$group]) || !$this->isThere($server)) {
                throw Problem::invalid('route_invalid');
            }
            // A group that is gone, or that its directory does not name at the moment, can be saved again.
            if (!in_array($group, $known, true) && !$this->groups->groupExists($group)) {
                throw Problem::invalid('route_invalid');
            }
            $kept[$group] = ['group' => $group, 'server' => $server];
        }
        $this->routes->keep(array_values($kept));
    }

    public function isThere(string $id): bool
    {
        return isset($this->store->all()[$id]);
    }

    private function change(string $id, string $name, string $pasted, #[SensitiveParameter] string $secret, string $dialect, bool $allowsLocal): void
    {
        $name = trim($name);
        $isLine = preg_match('/^[^\p{Cc}\p{Cs}]+$/uD', $name) === 1;
        if (!$isLine || mb_strlen($name) > self::LONGEST_NAME) {
            throw Problem::invalid('server_name_invalid');
        }
        $this->setup->keep($pasted, $secret, $dialect, $allowsLocal, $id, $name);
    }

    /** @throws Problem `no_such_server` */
    private function verify(string $id): void
    {
        // The usual one is changed where it has always been.
        if (!isset($this->store->others()[$id])) {
            throw Problem::notFound('no_such_server');
        }
    }

    /** @return ServerCard */
    private function card(string $id, ServerSettings $settings): array
    {
        return [
            'id' => $id,
            'name' => $settings->name,
            'endpoint' => $settings->endpoint,
            'hasSecret' => $settings->secret !== '',
            'dialect' => $settings->dialect,
            'allowsLocal' => $settings->allowsLocal,
            'rooms' => $this->rooms->countOnServer($id),
        ];
    }
}
