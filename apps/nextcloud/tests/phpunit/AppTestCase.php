<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests;

use LogicException;
use OCA\Bluebridge\Tests\Kit\Installation;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\Http\Response;
use PHPUnit\Framework\TestCase;

/** Gives each test a Nextcloud of its own, on the database that the tests run on. */
abstract class AppTestCase extends TestCase
{
    protected Installation $host;

    protected function setUp(): void
    {
        $database = TestDatabase::open();
        $this->host = new Installation($database->connection, $database->hasTables);
        foreach (['alice', 'bob', 'carol'] as $id) {
            $this->host->people->add($id, "{$id}@example.org");
        }
        $this->host->groups->add('admin', $this->host->people->add('admin'));
    }

    /** Somebody asks; null is a visitor without an account. */
    protected function as(?string $user): self
    {
        $this->host->session->become($user === null ? null : $this->host->people->get($user));

        return $this;
    }

    /** @param array<string, mixed> $params */
    protected function api(string $verb, string $path, array $params = []): Response
    {
        return $this->host->dispatcher->send($verb, "/ocs/v2.php/apps/bluebridge/api/v1/{$path}", $params);
    }

    /**
     * @param array<string, mixed> $params
     * @param array<string, string> $headers
     */
    protected function page(string $verb, string $path, array $params = [], array $headers = ['requesttoken' => 'right']): Response
    {
        return $this->host->dispatcher->send($verb, "/apps/bluebridge/{$path}", $params, $headers);
    }

    /** @return array<array-key, mixed> what is in an answer of the API */
    protected function dataOf(Response $response): array
    {
        $data = $response instanceof DataResponse || $response instanceof JSONResponse ? $response->getData() : null;
        if (!is_array($data)) {
            throw new LogicException("There is no data in an answer of status {$response->getStatus()}.");
        }

        return $data;
    }

    /** Makes somebody a room, and gives its id. */
    protected function roomOf(string $owner, string $name = 'Physics'): int
    {
        $made = $this->dataOf($this->as($owner)->api('POST', 'rooms', ['name' => $name]));
        self::assertIsInt($made['id'] ?? null);

        return $made['id'];
    }
}
