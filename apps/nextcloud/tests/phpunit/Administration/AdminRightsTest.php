<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Administration;

use OCA\Bluebridge\Tests\AppTestCase;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\Attribute\PasswordConfirmationRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;

/** Who reaches what is for administrators: nobody else, whatever room they own. */
final class AdminRightsTest extends AppTestCase
{
    /** What changes nothing needs no password, but asks another server, and not often. */
    private const PROBE = 'POST admin/server/probe';

    public function testNobodyElseReachesIt(): void
    {
        $this->roomOf('alice');
        $found = 0;
        foreach ($this->host->routes->all() as $route) {
            $path = str_replace('/ocs/v2.php/apps/bluebridge/api/v1/', '', $route->path);
            if (!str_starts_with($path, 'admin/')) {
                continue;
            }
            $found++;
            self::assertSame(403, $this->as('alice')->api($route->verb, $path)->getStatus(), "{$route->verb} {$path}");
            self::assertSame(401, $this->as(null)->api($route->verb, $path)->getStatus(), "{$route->verb} {$path}");
            self::assertNotSame([], $route->method->getAttributes(AuthorizedAdminSetting::class), "{$route->verb} {$path}");
            if ($route->verb !== 'GET') {
                $guard = "{$route->verb} {$path}" === self::PROBE ? UserRateLimit::class : PasswordConfirmationRequired::class;
                self::assertNotSame([], $route->method->getAttributes($guard), "{$route->verb} {$path}");
            }
        }
        self::assertGreaterThanOrEqual(18, $found);
    }
}
