<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Tools;

use Bluebridge\Core\Tools\ScopedCopy;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;
use RuntimeException;

require_once __DIR__ . '/../../tools/ScopedCopy.php';
require_once __DIR__ . '/../../tools/ScopedSource.php';

final class ScopedCopyTest extends TestCase
{
    private const TREES = [__DIR__ . '/../../src', __DIR__ . '/../../src-generated'];

    private TemporaryFolder $folder;

    protected function setUp(): void
    {
        $this->folder = new TemporaryFolder();
    }

    protected function tearDown(): void
    {
        $this->folder->remove();
    }

    public function testTwoVersionsWorkInOneProcess(): void
    {
        $older = $this->copy('older', 'Acme\Plugin');
        $newer = $this->copy('newer', 'Other');
        $file = "{$newer}/src/Rooms/RoomToCreate.php";
        $this->folder->write($file, str_replace("'maxParticipants' => 20", "'maxParticipants' => 99", $this->folder->read($file)));

        $urls = explode("\n", $this->php(
            "require '{$older}/autoload.php'; require '{$newer}/autoload.php';"
            . 'echo implode("\n", [' . self::build('Acme\Plugin') . ', ' . self::build('Other') . ']);',
        ));

        self::assertCount(2, $urls, implode("\n", $urls));
        self::assertMatchesRegularExpression('/[?&]maxParticipants=20&.*checksum=/', $urls[0]);
        self::assertMatchesRegularExpression('/[?&]maxParticipants=99&.*checksum=/', $urls[1]);
    }

    public function testEveryClassOfACopyLoadsAndNoneIsOutsideOfIt(): void
    {
        $copy = $this->copy('copy', 'Acme\Plugin');
        $code = <<<'PHP'
            $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($copy . '/src', FilesystemIterator::SKIP_DOTS));
            foreach ($files as $file) {
                $class = 'Acme\Plugin\Bluebridge\Core' . strtr(substr((string) $file, strlen($copy) + 4, -4), '/', '\\');
                class_exists($class) || interface_exists($class) || trait_exists($class) || print("{$class} is missing\n");
            }
            echo implode("\n", preg_grep('/^Bluebridge/', [...get_declared_classes(), ...get_declared_interfaces()]));
            PHP;
        self::assertSame('', $this->php("\$copy = '{$copy}'; require \$copy . '/autoload.php'; {$code}"));
    }

    public function testTheSameSourcesGiveTheSameBytesWhateverWasThereBefore(): void
    {
        $copy = $this->copy('copy', 'Acme\Plugin');
        $once = $this->folder->contents('copy');
        self::assertGreaterThan(50, count($once));
        $this->folder->write("{$copy}/src/Rooms/OfAnEarlierVersion.php", '<?php');
        $this->copy('copy', 'Acme\Plugin');
        self::assertSame($once, $this->folder->contents('copy'));
    }

    #[TestWith(["'Bluebridge\\\\Core\\\\Errors'", "'Acme\\\\Bluebridge\\\\Core\\\\Errors'"])]
    #[TestWith(['new \Bluebridge\Core\Rooms\Room()', 'new \Acme\Bluebridge\Core\Rooms\Room()'])]
    #[TestWith(['"in {$a} of Bluebridge\Core"', '"in {$a} of Acme\Bluebridge\Core"'])]
    #[TestWith(['/** @see \Bluebridge\Core\Rooms */', '/** @see \Acme\Bluebridge\Core\Rooms */'])]
    #[TestWith(["'Bluebridge\\CoreOther Other\\Bluebridge\\Core'", "'Bluebridge\\CoreOther Other\\Bluebridge\\Core'"])]
    public function testNamesAreScopedWhereverTheyStand(string $code, string $scoped): void
    {
        $this->folder->write($this->folder->path('source/One.php'), "<?php {$code};");
        ScopedCopy::write([$this->folder->path('source')], $this->folder->path('copy'), 'Acme');
        self::assertSame("<?php {$scoped};", $this->folder->contents('copy')['src/One.php'] ?? '');
    }

    #[TestWith(['acme'])]
    #[TestWith(['\Acme'])]
    #[TestWith(['Acme\\'])]
    #[TestWith(["Acme'; x"])]
    public function testRefusesWhatIsNoNamespace(string $prefix): void
    {
        $this->expectExceptionMessage('is not a namespace');
        $this->copy('copy', $prefix);
    }

    public function testLeavesAFolderAloneThatHoldsSomethingElse(): void
    {
        $this->folder->write($this->folder->path('theirs/autoload.php'), '<?php // mine');
        try {
            $this->copy('theirs', 'Acme');
            self::fail('It was written over.');
        } catch (RuntimeException $refusal) {
            self::assertStringContainsString('holds something else', $refusal->getMessage());
        }
        self::assertSame(['autoload.php' => '<?php // mine'], $this->folder->contents('theirs'));
    }

    public function testTellsWhichFileIsNoPhp(): void
    {
        $this->folder->write($this->folder->path('source/Broken.php'), '<?php class {');
        $this->expectExceptionMessageMatches('~source/Broken\.php is no PHP~');
        ScopedCopy::write([$this->folder->path('source')], $this->folder->path('copy'), 'Acme');
    }

    public function testScriptTellsWhatItWrote(): void
    {
        $target = $this->folder->path('copy');
        $script = dirname(__DIR__, 2) . '/tools/scope.php';
        $told = shell_exec(implode(' ', array_map('escapeshellarg', [PHP_BINARY, $script, $target, 'Acme\Plugin'])));
        self::assertStringContainsString('files of Acme\Plugin\Bluebridge\Core', (string) $told);
        self::assertFileExists("{$target}/autoload.php");
    }

    private function copy(string $folder, string $prefix): string
    {
        $target = $this->folder->path($folder);
        ScopedCopy::write(self::TREES, $target, $prefix);

        return $target;
    }

    /** The code of the URL with which a room is created by the copy below a prefix. */
    private static function build(string $prefix): string
    {
        $core = "\\{$prefix}\\Bluebridge\\Core";

        return <<<PHP
            (static function (): string {
                \$server = {$core}\\Client\\Server::from('https://bbb.example.org', 'secret', 'integration');
                \$room = new {$core}\\Rooms\\Room('room-1', ['name' => 'Room']);
                \$capabilities = {$core}\\Rooms\\RoomCapabilities::of(\$server->dialect);
                \$params = {$core}\\Rooms\\RoomCalls::createParams(\$room, \$capabilities);
                try {
                    {$core}\\Request\\RequestBuilder::build(\$server, 'create', []);
                } catch ({$core}\\Errors\\BbbException \$refusal) {
                    return {$core}\\Request\\RequestBuilder::build(\$server, 'create', \$params)->url;
                }
            })()
            PHP;
    }

    /** Runs code in a process that knows no other classes, and gives all it says. */
    private function php(string $code): string
    {
        $file = $this->folder->path('probe.php');
        $this->folder->write($file, "<?php declare(strict_types=1); error_reporting(-1); ini_set('display_errors', '1'); {$code}");

        return (string) shell_exec(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg($file) . ' 2>&1');
    }
}
