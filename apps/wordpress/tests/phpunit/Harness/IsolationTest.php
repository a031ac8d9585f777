<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Harness;

use Bluebridge\WordPress\Tests\WordPressTestCase;
use PHPUnit\Framework\Attributes\Depends;

/** One test knows nothing of another, though they share a database and a process. */
final class IsolationTest extends WordPressTestCase
{
    public function testATestMayWriteWhatItLikes(): int
    {
        $this->actAs('author');
        add_filter('the_title', static fn (): string => 'changed');
        update_option('bluebridge_isolation', 'written');
        $post = wp_insert_post(['post_title' => 'Physics', 'post_status' => 'publish']);

        self::assertSame('changed', get_the_title($post));
        self::assertSame('written', get_option('bluebridge_isolation'));

        return $post;
    }

    #[Depends('testATestMayWriteWhatItLikes')]
    public function testTheNextTestFindsNothingOfIt(int $post): void
    {
        self::assertNull(get_post($post));
        self::assertFalse(get_option('bluebridge_isolation'));
        self::assertSame('Hello', apply_filters('the_title', 'Hello', 0));
        self::assertSame(0, get_current_user_id());
    }
}
