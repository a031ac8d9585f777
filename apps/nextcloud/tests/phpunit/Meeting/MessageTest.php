<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Meeting;

use OCA\Bluebridge\Tests\HosterTestCase;

/** Writing into a meeting from the page of its room. */
final class MessageTest extends HosterTestCase
{
    public function testItComesIntoTheMeetingWithTheNameOfWhoWroteIt(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $this->comeIn($room);
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$room}/message", ['text' => ' We go on at ten. '])->getStatus());
        self::assertSame('We go on at ten.', $this->sentIn('sendChatMessage')['message'] ?? '');
        self::assertSame('Alice', $this->sentIn('sendChatMessage')['userName'] ?? '');
    }

    public function testOneThatSaysNothingOrTooMuchIsRefused(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        foreach (['', '   ', str_repeat('x', 501)] as $text) {
            $refused = $this->as('alice')->api('POST', "rooms/{$room}/message", ['text' => $text]);
            self::assertSame([400, 'message_invalid'], [$refused->getStatus(), $this->dataOf($refused)['code'] ?? '']);
        }
        self::assertSame(0, $this->callsOf('sendChatMessage'));
    }
}
