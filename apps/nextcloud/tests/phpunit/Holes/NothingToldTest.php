<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Holes;

use OCA\Bluebridge\Tests\Kit\Host\PageState;
use OCA\Bluebridge\Tests\Rights\RightsTestCase;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Services\IInitialState;
use PHPUnit\Framework\Attributes\DataProvider;

/** What opens a room is told to nobody whose role may not hand it on. */
final class NothingToldTest extends RightsTestCase
{
    /** @return iterable<string, array{string}> */
    public static function small(): iterable
    {
        yield 'a moderator' => ['mo'];
        yield 'a viewer' => ['vic'];
    }

    #[DataProvider('small')]
    public function testNoAnswerHoldsWhatOpensTheRoom(string $who): void
    {
        $keys = $this->keys();
        $all = '';
        foreach ($this->host->routes->all() as $route) {
            if ($route->verb !== 'GET' || str_contains($route->path, '/r/') || str_contains($route->path, '/i/')) {
                continue;
            }
            $path = (string) preg_replace(['~\{id\}~', '~\{\w+\}~'], [(string) $this->room, '1'], $route->path);
            $all .= json_encode(self::inside($this->as($who)->host->dispatcher->send('GET', $path)), JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_UNESCAPED_SLASHES);
        }
        $state = $this->host->container->get(IInitialState::class);
        self::assertInstanceOf(PageState::class, $state);
        $all .= json_encode($state->given, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
        self::assertStringContainsString('"Physics"', $all);
        foreach ($keys as $what => $key) {
            self::assertStringNotContainsString($key, $all, "{$what} is told to {$who}");
        }
    }

    /**
     * Makes every way into the room there is.
     *
     * @return array<string, string>
     */
    private function keys(): array
    {
        $this->as('alice')->api('PATCH', "rooms/{$this->room}/access", ['isPublic' => true, 'viewerCode' => 'sesame-1', 'moderatorCode' => 'chief-77']);
        $link = $this->dataOf($this->as('alice')->api('POST', "rooms/{$this->room}/links", ['name' => 'Dana', 'role' => 'moderator']));
        $letter = $this->dataOf($this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => 'email', 'target' => 'dana@example.org', 'role' => 'viewer']));
        self::assertIsString($link['url'] ?? null);
        self::assertIsString($letter['url'] ?? null);
        $row = $this->host->db->getQueryBuilder()->select('*')->from('bluebridge_rooms')->executeQuery()->fetchAll()[0] ?? [];
        self::assertIsArray($row);
        $keys = ['the code of viewers' => 'sesame-1', 'the code of moderators' => 'chief-77', 'a personal link' => basename($link['url']), 'the link of a letter' => basename($letter['url'])];
        foreach (['token', 'meeting_id', 'viewer_code', 'moderator_code'] as $column) {
            self::assertIsString($row[$column] ?? null);
            $keys[$column] = $row[$column];
        }
        self::assertNotContains('', $keys);

        return $keys;
    }

    private static function inside(Response $response): mixed
    {
        return match (true) {
            $response instanceof DataResponse, $response instanceof JSONResponse => $response->getData(),
            $response instanceof TemplateResponse => $response->getParams(),
            default => $response->getHeaders(),
        };
    }
}
