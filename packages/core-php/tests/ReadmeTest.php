<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests;

use Bluebridge\Core\Request\HttpRequest;
use PHPUnit\Framework\TestCase;

final class ReadmeTest extends TestCase
{
    public function testExampleBuildsASignedRequest(): void
    {
        $readme = (string) file_get_contents(__DIR__ . '/../README.md');
        self::assertSame(1, preg_match('/```php\n(.*?)```/s', $readme, $example));
        $file = sys_get_temp_dir() . '/bluebridge-readme-' . getmypid() . '.php';
        file_put_contents($file, "<?php {$example[1]} return \$request;");
        try {
            $request = (static function (string $secret) use ($file): mixed {
                return require $file;
            })('secret');
        } finally {
            unlink($file);
        }
        self::assertInstanceOf(HttpRequest::class, $request);
        self::assertStringStartsWith('https://bbb.example.org/bigbluebutton/api/create?name=Room', $request->url);
    }
}
