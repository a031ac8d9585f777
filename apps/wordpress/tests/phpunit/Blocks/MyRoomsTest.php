<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Blocks;

use Bluebridge\WordPress\Tests\RoomTestCase;

final class MyRoomsTest extends RoomTestCase
{
    private const BLOCK = '<!-- wp:bluebridge/my-rooms /-->';

    public function testSomebodySeesTheRoomsTheyLead(): void
    {
        $this->roomOf('author', title: 'Algebra');
        $this->roomOf('author', [], 'draft', 'Draft');
        $this->roomOf('colleague', title: 'History');
        $this->actAs('author');
        $page = do_blocks(self::BLOCK);
        self::assertSame(2, substr_count($page, '<form'));
        self::assertStringContainsString('Algebra', $page);
        self::assertStringContainsString('Draft', $page);
        self::assertStringNotContainsString('History', $page);
        self::assertSame([], $this->traffic->calls());
    }

    public function testPeopleWithoutRoomsAreToldSo(): void
    {
        $this->roomOf('author');
        $this->actAs('subscriber');
        self::assertStringContainsString('You have no rooms yet.', do_blocks(self::BLOCK));
    }

    public function testVisitorsAreAskedToLogIn(): void
    {
        $this->roomOf('author', title: 'Algebra');
        $page = do_blocks(self::BLOCK);
        self::assertStringContainsString('wp-login.php', $page);
        self::assertStringNotContainsString('Algebra', $page);
    }

    public function testAPageSaysHowManyRoomsItShows(): void
    {
        foreach (['A', 'B', 'C'] as $title) {
            $this->roomOf('author', title: $title);
        }
        $this->actAs('author');
        self::assertSame(2, substr_count(do_shortcode('[bluebridge_my_rooms most="2"]'), '<form'));
        self::assertSame(3, substr_count(do_shortcode('[bluebridge_my_rooms]'), '<form'));
        self::assertSame(3, substr_count(do_blocks('<!-- wp:bluebridge/my-rooms {"most":-5} /-->'), '<form'), 'as usual');
    }
}
