<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use Closure;
use OCA\Bluebridge\Hooks\AfterAnswer;

/** Keeps what is to be done after an answer, until a test says that the answer was sent. */
final class LaterWork extends AfterAnswer
{
    /** @var list<Closure(): void> */
    private array $work = [];

    public function do(Closure $work): void
    {
        $this->work[] = $work;
    }

    public function run(): void
    {
        [$work, $this->work] = [$this->work, []];
        foreach ($work as $each) {
            $each();
        }
    }
}
