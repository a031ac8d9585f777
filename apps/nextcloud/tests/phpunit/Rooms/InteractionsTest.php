<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rooms;

use OCA\Bluebridge\Tests\AppTestCase;
use OCP\Interaction\Actions\ShareAction;
use OCP\Interaction\RestrictInteractionEvent;
use PHPUnit\Framework\Attributes\PreserveGlobalState;
use PHPUnit\Framework\Attributes\RunTestsInSeparateProcesses;

/** Nextcloud 34.0.2 and later, where apps forbid people to reach others. Older ones know none of these classes. */
#[RunTestsInSeparateProcesses]
#[PreserveGlobalState(false)]
final class InteractionsTest extends AppTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        require_once dirname(__DIR__, 2) . '/neighbours/nextcloud34.php';
        $this->host->groups->add('class', $this->host->people->add('gus'));
    }

    public function testWhomAnAppForbidsIsNotReached(): void
    {
        $room = $this->roomOf('alice');
        RestrictInteractionEvent::$forbidden = ['bob', 'class', 'dana@example.org'];
        foreach ([['user', 'bob'], ['group', 'class'], ['email', 'Dana@example.org']] as [$kind, $target]) {
            self::assertSame('no_such_person', $this->share($room, $kind, $target)['code'] ?? '', $kind);
        }
        self::assertSame('carol', $this->share($room, 'user', 'carol')['target'] ?? '');
        $asked = end(RestrictInteractionEvent::$asked);
        self::assertInstanceOf(RestrictInteractionEvent::class, $asked);
        self::assertSame(['alice', 'alice'], [$asked->userId, $asked->user?->getUID()]);
        self::assertInstanceOf(ShareAction::class, $asked->action);
    }

    /** @return array<array-key, mixed> */
    private function share(int $room, string $kind, string $target): array
    {
        return $this->dataOf($this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => $kind, 'target' => $target, 'role' => 'viewer']));
    }
}
