<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Holes;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Tests\AppTestCase;
use OCA\Bluebridge\Tests\Kit\Registrations;
use OCP\AppFramework\Bootstrap\IBootContext;
use OCP\Util;

/** What every page of Nextcloud pays for this app, and what a broken copy of it may break. */
final class StartTest extends AppTestCase
{
    public function testAPageOfAnotherAppAsksNothingAndLoadsNothing(): void
    {
        $this->host->db->takeStatements();
        Util::$added = [];
        $app = new Application();
        $app->register(new Registrations());
        $app->boot(self::createStub(IBootContext::class));
        self::assertSame([], $this->host->db->takeStatements());
        self::assertSame([], Util::$added);
        self::assertSame([], $this->host->http->sent());
    }

    public function testACopyWithoutItsCoreRegistersNothingAndEndsNoPage(): void
    {
        $folder = sys_get_temp_dir() . '/bluebridge-' . bin2hex(random_bytes(6));
        mkdir("{$folder}/lib/AppInfo", recursive: true);
        copy(dirname(__DIR__, 3) . '/lib/AppInfo/Application.php', "{$folder}/lib/AppInfo/Application.php");
        $program = <<<'PHP'
            spl_autoload_register(static function (string $class) use ($argv): void {
                $name = str_replace(['OCP\\', 'OCA\\Bluebridge\\Tests\\Kit\\', '\\'], ['ocp/', 'kit/', '/'], $class);
                is_file($file = "{$argv[1]}/{$name}.php") && require $file;
            });
            require "{$argv[2]}/lib/AppInfo/Application.php";
            $told = new OCA\Bluebridge\Tests\Kit\Registrations();
            try {
                (new OCA\Bluebridge\AppInfo\Application())->register($told);
            } catch (Throwable $error) {
                echo $error->getMessage(), ' ', json_encode([$told->classes, $told->listeners]);
            }
            PHP;
        $command = [PHP_BINARY, '-r', $program, '--', dirname(__DIR__, 2), $folder];
        exec(implode(' ', array_map(escapeshellarg(...), $command)) . ' 2>&1', $lines, $status);
        unlink("{$folder}/lib/AppInfo/Application.php");
        self::assertSame('vendor-php is missing: this is a part of the app only. Install its archive. [[],[]]', implode("\n", $lines));
        self::assertSame(0, $status);
    }
}
