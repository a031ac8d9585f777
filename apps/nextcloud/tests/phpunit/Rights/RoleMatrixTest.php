<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rights;

use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Model\Role;
use OCP\AppFramework\Http\Attribute\PublicPage;
use PHPUnit\Framework\Attributes\DataProvider;

/** Who may do what: every endpoint of a room, asked by everybody. */
final class RoleMatrixTest extends RightsTestCase
{
    /** What somebody must be at least. Whoever knows nothing of the room is told that there is none. */
    private const ENDPOINTS = [
        'GET rooms/{id}' => 'viewer',
        'PATCH rooms/{id}' => 'manager',
        'DELETE rooms/{id}' => 'owner',
        'GET rooms/{id}/form' => 'manager',
        'POST rooms/{id}/clone' => 'manager',
        'POST rooms/{id}/archive' => 'owner',
        'POST rooms/{id}/transfer' => 'owner',
        'GET rooms/{id}/members' => 'viewer',
        'POST rooms/{id}/members' => 'manager',
        'PATCH rooms/{id}/members/{memberId}' => 'manager',
        'DELETE rooms/{id}/members/{memberId}' => 'manager',
        'GET rooms/{id}/status' => 'viewer',
        'POST rooms/{id}/start' => 'moderator',
        'POST rooms/{id}/end' => 'moderator',
        'POST rooms/{id}/message' => 'moderator',
        'GET rooms/{id}/seats' => 'moderator',
        'POST rooms/{id}/extend' => 'moderator',
        'GET rooms/{id}/access' => 'manager',
        'PATCH rooms/{id}/access' => 'manager',
        'GET rooms/{id}/links' => 'manager',
        'POST rooms/{id}/links' => 'manager',
        'DELETE rooms/{id}/links/{linkId}' => 'manager',
        'GET rooms/{id}/documents' => 'moderator',
        'POST rooms/{id}/documents' => 'moderator',
        'DELETE rooms/{id}/documents/{documentId}' => 'manager',
        'GET rooms/{id}/recordings' => 'viewer',
        'PATCH rooms/{id}/recordings/{recordID}' => 'manager',
        'DELETE rooms/{id}/recordings/{recordID}' => 'manager',
        'GET rooms/{id}/recordings/{recordID}/captions' => 'manager',
        'POST rooms/{id}/recordings/{recordID}/captions' => 'manager',
        'POST rooms/{id}/recordings/{recordID}/save' => 'viewer',
        'GET rooms/{id}/sessions' => 'viewer',
        'POST rooms/{id}/sessions' => 'moderator',
    ];

    private const RANK = ['viewer' => 0, 'moderator' => 1, 'manager' => 2, 'owner' => 3];

    /** @return iterable<string, array{string, string, string}> */
    public static function cases(): iterable
    {
        foreach (self::ENDPOINTS as $endpoint => $least) {
            foreach (array_keys(self::ACCOUNTS) as $who) {
                yield "{$endpoint} by {$who}" => [$endpoint, $least, $who];
            }
        }
    }

    #[DataProvider('cases')]
    public function testWhoMayUseIt(string $endpoint, string $least, string $who): void
    {
        [$verb, $path] = explode(' ', str_replace(['{id}', '{memberId}', '{linkId}', '{documentId}', '{recordID}'], [(string) $this->room, '999', '999', '999', 'none'], $endpoint));
        $response = $this->as(self::ACCOUNTS[$who])->api($verb, $path);
        $expected = match (true) {
            $who === 'guest' => 401,
            !isset(self::RANK[$who]) => 404,
            self::RANK[$who] < self::RANK[$least] => 403,
            default => null,
        };
        if ($expected !== null) {
            self::assertSame($expected, $response->getStatus());

            return;
        }
        // What is wrong with the rest of the request is another matter.
        self::assertNotContains($response->getStatus(), [401, 403]);
        self::assertNotSame('no_such_room', $response->getStatus() === 404 ? $this->dataOf($response)['code'] ?? '' : '');
    }

    public function testTheTableNamesEveryEndpointOfARoom(): void
    {
        $prefix = '/ocs/v2.php/apps/bluebridge/api/v1/';
        $found = [];
        foreach ($this->host->routes->all() as $route) {
            if (str_contains($route->path, 'rooms/{id}') && str_starts_with($route->path, $prefix)) {
                $found[] = "{$route->verb} " . substr($route->path, strlen($prefix));
            }
        }
        sort($found);
        $named = array_keys(self::ENDPOINTS);
        sort($named);
        self::assertSame($named, $found);
    }

    public function testEveryMethodWithTheIdOfARoomSaysItsRole(): void
    {
        foreach ($this->host->routes->all() as $route) {
            $isPage = $route->verb === 'GET' && str_starts_with($route->path, '/apps/');
            if (str_contains($route->path, '{id}') && !$isPage) {
                self::assertNotSame([], $route->method->getAttributes(RequireRole::class), "{$route->verb} {$route->path}");
                self::assertSame([], $route->method->getAttributes(PublicPage::class), "{$route->verb} {$route->path}");
            }
        }
    }

    public function testAMemberCannotBecomeOwner(): void
    {
        foreach (['owner', 'admin', ''] as $role) {
            $response = $this->as('mia')->api('POST', "rooms/{$this->room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => $role]);
            self::assertSame(400, $response->getStatus());
        }
        self::assertTrue(Role::Owner->reaches(Role::Manager));
    }
}
