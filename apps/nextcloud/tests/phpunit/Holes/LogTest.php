<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Holes;

use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Tests\Kit\Host\FullDisk;
use OCA\Bluebridge\Tests\MeetingTestCase;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCP\ISession;
use PHPUnit\Framework\Attributes\DataProvider;
use RuntimeException;
use Throwable;

/** What Nextcloud writes into its log when something fails holds no signed address and no secret. */
final class LogTest extends MeetingTestCase
{
    private const SECRET = 'a secret that nobody reads';

    private string $ignored;

    protected function setUp(): void
    {
        parent::setUp();
        // As in installations without a php.ini of their own: traces hold what methods were given.
        $this->ignored = (string) ini_set('zend.exception_ignore_args', '0');
    }

    protected function tearDown(): void
    {
        ini_set('zend.exception_ignore_args', $this->ignored);
        parent::tearDown();
    }

    /** @return iterable<string, array{string, string, array<string, mixed>}> */
    public static function failures(): iterable
    {
        $room = ['meetingID' => 'physics', 'name' => 'Physics'];
        $dead = 'http://127.0.0.1:9/bigbluebutton/';
        yield 'a server that is gone is asked' => [$dead, 'getMeetingInfo', ['meetingID' => 'physics']];
        yield 'a server that is gone is to create a meeting' => [$dead, 'create', $room];
        yield 'a server refuses the checksum of a create' => [(string) getenv('BLUEBRIDGE_ENDPOINT'), 'create', $room];
        yield 'a server refuses the checksum of a list' => [(string) getenv('BLUEBRIDGE_ENDPOINT'), 'getRecordings', []];
        yield 'a call is given what it cannot take' => [$dead, 'create', ['meetingID' => '']];
    }

    /** @param array<string, mixed> $params */
    #[DataProvider('failures')]
    public function testAFailureTellsNoAddressAndNoSecret(string $endpoint, string $call, array $params): void
    {
        $this->connect(new ServerSettings($endpoint, self::SECRET, 'bigbluebutton', 'sha256', allowsLocal: true));
        $this->host->container->forgetApp();
        try {
            $this->host->container->get(Servers::class)->client()->call($call, $params);
            self::fail('The call worked.');
        } catch (BbbException $error) {
            $written = $this->written($error);
        }
        self::assertStringContainsString($call, $written);
        self::assertStringNotContainsString('checksum=', $written);
        self::assertStringNotContainsString(self::SECRET, $written);
    }

    public function testACodeAndALinkThatSomebodyCameWithAreNotTold(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->api('PATCH', "rooms/{$room}/access", ['isPublic' => true, 'viewerCode' => 'sesame-1']);
        $made = $this->dataOf($this->as('alice')->api('POST', "rooms/{$room}/links", ['name' => 'Dana', 'role' => 'viewer']));
        self::assertIsString($made['url'] ?? null);
        $door = $this->doorOf($room);
        $this->host->container->put(ISession::class, new FullDisk());
        foreach ([[$door, ['code' => 'sesame-1']], ['i/' . basename($made['url']), []]] as [$path, $form]) {
            try {
                $this->as(null)->page('POST', $path, ['name' => 'Dana'] + $form);
                self::fail('The session was kept.');
            } catch (RuntimeException $error) {
                $written = $this->written($error);
            }
            self::assertStringContainsString('The disk is full.', $written);
            self::assertStringNotContainsString('sesame-1', $written);
            // The address that was asked for is in the log of every web server too.
            self::assertStringNotContainsString('"' . basename($made['url']) . '"', $written);
        }
    }

    public function testWhatIsNamedAsSensitiveIsThere(): void
    {
        foreach ($this->host->registered->sensitive as $class => $methods) {
            foreach ($methods as $method) {
                self::assertTrue(method_exists($class, $method), "{$class}::{$method}");
            }
        }
        self::assertNotSame([], $this->host->registered->sensitive);
    }

    /**
     * Gives what Nextcloud writes of an exception: messages, and what methods were given, unless they are
     * named as sensitive or were given the same as one of those.
     */
    private function written(Throwable $error): string
    {
        $lines = [$error->getMessage()];
        $hidden = [];
        foreach ($error->getTrace() as $frame) {
            $hidden = [...$hidden, ...($this->isNamed($frame) ? array_map(self::shown(...), array_values($frame['args'] ?? [])) : [])];
        }
        foreach ($error->getTrace() as $frame) {
            $given = $this->isNamed($frame) ? ['hidden'] : self::without($hidden, array_map(self::shown(...), $frame['args'] ?? []));
            $lines[] = (string) json_encode([$frame['function'], $given], JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_UNESCAPED_SLASHES);
        }
        $previous = $error->getPrevious();

        return implode("\n", $lines) . ($previous === null ? '' : "\n{$this->written($previous)}");
    }

    /**
     * @param list<mixed> $hidden
     * @param array<array-key, mixed> $given
     * @return array<array-key, mixed>
     */
    private static function without(array $hidden, array $given): array
    {
        $left = array_filter($given, static fn (mixed $each): bool => !in_array($each, $hidden, true));

        return array_map(static fn (mixed $each): mixed => is_array($each) ? self::without($hidden, $each) : $each, $left);
    }

    /** @param array{function: string, class?: class-string} $frame */
    private function isNamed(array $frame): bool
    {
        return in_array($frame['function'], $this->host->registered->sensitive[$frame['class'] ?? ''] ?? [], true);
    }

    /** Objects are written with what is public in them, some levels deep. */
    private static function shown(mixed $given, int $levels = 5): mixed
    {
        if ($levels === 0 || (!is_object($given) && !is_array($given))) {
            return is_scalar($given) ? $given : null;
        }
        // Called from outside, so that only what is public is seen.
        $inside = is_object($given) ? (static fn (object $each): array => get_object_vars($each))->bindTo(null, null)($given) : $given;

        return array_map(static fn (mixed $each): mixed => self::shown($each, $levels - 1), $inside);
    }
}
