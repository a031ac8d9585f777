<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests;

use LogicException;
use OCA\Bluebridge\Tests\Kit\Web\Description;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\Response;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * `openapi.json` and the routes say the same.
 *
 * @phpstan-type Operation array{parameters?: list<array{name: string}>, requestBody?: array{content: array<string, array{schema: array{properties?: array<string, mixed>}}>}}
 */
final class ApiDescriptionTest extends AppTestCase
{
    public function testEveryRouteIsDescribedAndNothingElse(): void
    {
        $described = [];
        foreach (self::paths() as $path => $methods) {
            foreach (array_keys($methods) as $verb) {
                if ($verb !== 'parameters') {
                    $described[] = strtoupper((string) $verb) . " {$path}";
                }
            }
        }
        $routes = [];
        foreach ($this->host->routes->all() as $route) {
            if (str_starts_with($route->path, '/ocs/')) {
                $routes[] = "{$route->verb} {$route->path}";
            }
        }
        sort($described);
        sort($routes);
        self::assertSame($routes, $described);
    }

    public function testWhatIsSentIsWhatTheMethodsTake(): void
    {
        foreach ($this->host->routes->all() as $route) {
            $operation = self::paths()[$route->path][strtolower($route->verb)] ?? [];
            if ($operation === []) {
                continue;
            }
            $body = $operation['requestBody']['content']['application/json']['schema']['properties'] ?? [];
            $names = [...array_keys($body), ...array_column($operation['parameters'] ?? [], 'name')];
            $taken = array_map(static fn (\ReflectionParameter $each): string => $each->getName(), $route->method->getParameters());
            // The id of the room is taken by the middleware.
            $missing = array_diff($names, $taken, str_contains($route->path, '{id}') ? ['id', 'If-None-Match'] : []);
            self::assertSame([], array_values($missing), "{$route->verb} {$route->path}");
            self::assertSame([], array_values(array_diff($taken, $names)), "{$route->verb} {$route->path}");
        }
    }

    /** Every test that asks the API holds its answers against the description; here, that this is noticed. */
    #[DataProvider('answersOtherwise')]
    public function testAnAnswerOtherwiseThanDescribedIsNoticed(Response $answer): void
    {
        $route = $this->host->routes->find('GET', '/ocs/v2.php/apps/bluebridge/api/v1/calendars');
        self::assertNotNull($route);
        $calendar = ['uri' => 'personal', 'name' => 'Personal', 'isDefault' => true];
        Description::shared()->check($route, new DataResponse([$calendar]));
        Description::shared()->check($route, new DataResponse(['code' => 'x', 'message' => 'No.'], 403));
        $this->expectException(LogicException::class);
        Description::shared()->check($route, $answer);
    }

    /** @return iterable<string, array{Response}> */
    public static function answersOtherwise(): iterable
    {
        $calendar = ['uri' => 'personal', 'name' => 'Personal', 'isDefault' => true];
        yield 'something is missing' => [new DataResponse([['uri' => 'personal', 'name' => 'Personal']])];
        yield 'something is of another kind' => [new DataResponse([['isDefault' => 1] + $calendar])];
        yield 'something is not described' => [new DataResponse([$calendar + ['colour' => 'red']])];
        yield 'an object in place of a list' => [new DataResponse((object) [])];
        yield 'another status' => [new DataResponse([$calendar], 201)];
        yield 'a refusal without words' => [new DataResponse(['code' => 'x'], 403)];
        yield 'no data' => [new Response()];
    }

    /** @return array<string, array<string, Operation>> */
    private static function paths(): array
    {
        $description = json_decode((string) file_get_contents(dirname(__DIR__, 2) . '/openapi.json'), true, flags: JSON_THROW_ON_ERROR);
        self::assertIsArray($description);

        /** @var array<string, array<string, Operation>> */
        return $description['paths'] ?? [];
    }
}
