<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Access;

use Bluebridge\WordPress\Access\AccessSchema;
use Bluebridge\WordPress\Access\Invitations;
use Bluebridge\WordPress\Storage\Database;
use Bluebridge\WordPress\SystemClock;
use Bluebridge\WordPress\Tests\RoomTestCase;

final class InvitationsControllerTest extends RoomTestCase
{
    private string $path;

    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('author')->id;
        $this->path = "/bluebridge/v1/rooms/{$this->room}/invitations";
        $this->actAs('author');
    }

    public function testTheLinkIsToldOnce(): void
    {
        $expiresAt = (time() + 3600) * 1000;
        $reply = $this->rest('POST', $this->path, ['role' => 'moderator', 'label' => 'For <b>Ada</b>', 'expiresAt' => $expiresAt, 'mostUses' => 2]);
        $made = (array) $reply->get_data();
        self::assertSame(201, $reply->get_status());
        self::assertTrue(rest_validate_value_from_schema($made, AccessSchema::invitation(), 'invitation'));
        self::assertSame(['moderator', 'For Ada', 'open', 0, 2], [$made['role'], $made['label'], $made['state'], $made['uses'], $made['mostUses']]);
        self::assertIsString($made['url']);
        parse_str((string) parse_url($made['url'], PHP_URL_QUERY), $query);
        self::assertIsString($query['bluebridge_invitation'] ?? null);
        self::assertNotNull((new Invitations(new SystemClock()))->byToken($query['bluebridge_invitation']));
        $list = $this->rest('GET', $this->path)->get_data();
        self::assertStringNotContainsString($query['bluebridge_invitation'], (string) wp_json_encode($list));
        self::assertSame([array_diff_key($made, ['url' => 0])], $list);
    }

    public function testOneIsRevokedAndStaysInTheList(): void
    {
        $made = (array) $this->rest('POST', $this->path, [])->get_data();
        self::assertIsInt($made['id'] ?? null);
        $reply = (array) $this->rest('DELETE', "{$this->path}/{$made['id']}")->get_data();
        self::assertSame('revoked', $reply['state'] ?? null);
        self::assertSame(['revoked'], array_column((array) $this->rest('GET', $this->path)->get_data(), 'state'));
    }

    public function testThatOfAnotherRoomIsNotThere(): void
    {
        $made = (array) $this->rest('POST', $this->path, [])->get_data();
        self::assertIsInt($made['id'] ?? null);
        $other = $this->roomOf('author')->id;
        self::assertSame(404, $this->rest('DELETE', "/bluebridge/v1/rooms/{$other}/invitations/{$made['id']}")->get_status());
        self::assertSame(404, $this->rest('DELETE', "{$this->path}/999999")->get_status());
        self::assertSame(['open'], array_column((array) $this->rest('GET', $this->path)->get_data(), 'state'));
    }

    public function testATimeThatIsOverIsRefused(): void
    {
        $reply = $this->rest('POST', $this->path, ['expiresAt' => time() * 1000 - 1]);
        self::assertSame([400, 'bluebridge_invitation_over'], [$reply->get_status(), $reply->as_error()?->get_error_code()]);
    }

    public function testThereIsAnEndToHowMany(): void
    {
        $invitations = new Invitations($this->clock);
        $first = $invitations->make($this->room, 'viewer', '', 0, 0)[0] ?? self::fail('No invitation was made.');
        Database::change('DELETE FROM %i', Invitations::table());
        $sql = 'INSERT INTO %i (room_id, token_hash, role) VALUES (%d, %s, %s)';
        foreach (range(1, Invitations::MOST) as $number) {
            Database::change($sql, Invitations::table(), $this->room, "hash {$number}", 'viewer');
        }
        self::assertSame(409, $this->rest('POST', $this->path, [])->get_status());
        $oldest = $invitations->of($this->room)[Invitations::MOST - 1] ?? $first;
        $invitations->revoke($oldest);
        self::assertSame(201, $this->rest('POST', $this->path, [])->get_status(), 'what is over makes room');
    }
}
