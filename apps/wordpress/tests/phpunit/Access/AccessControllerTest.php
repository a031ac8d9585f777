<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Access;

use Bluebridge\WordPress\Access\AccessSchema;
use Bluebridge\WordPress\Access\AccessStore;
use Bluebridge\WordPress\Access\Codes;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Tests\RoomTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

final class AccessControllerTest extends RoomTestCase
{
    private string $path;

    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('author', ['guestsAllowed' => true])->id;
        $this->path = "/bluebridge/v1/rooms/{$this->room}/access";
        $this->actAs('author');
    }

    public function testWhatIsSaidIsReadAgainWithoutCodes(): void
    {
        $said = ['roles' => ['editor' => 'moderator', 'subscriber' => 'none'], 'others' => 'viewer', 'loginRequired' => true, 'colleaguesMayPlace' => true];
        $reply = $this->rest('PATCH', $this->path, $said + ['viewerCode' => 'sesame-1', 'moderatorCode' => 'teach-er']);
        self::assertSame(200, $reply->get_status());
        $access = json_decode((string) wp_json_encode($this->rest('GET', $this->path)->get_data()), true);
        self::assertIsArray($access);
        self::assertTrue(rest_validate_value_from_schema($access, AccessSchema::item(), 'access'));
        self::assertEquals($said + ['hasViewerCode' => true, 'hasModeratorCode' => true], array_diff_key($access, ['siteRoles' => 0, 'moderatorsBound' => 0]));
        self::assertStringNotContainsString('sesame', (string) wp_json_encode($access));
        self::assertStringNotContainsString('$2y$', (string) wp_json_encode($access));
    }

    public function testTheRoomKnowsWhatItsAccessSays(): void
    {
        $this->rest('PATCH', $this->path, ['viewerCode' => 'sesame-1', 'loginRequired' => true]);
        $room = (new RoomStore())->find($this->room)?->forMeetings();
        self::assertSame([true, false, false], [$room?->is('hasViewerCode'), $room?->is('hasModeratorCode'), $room?->is('guestsAllowed')]);
    }

    public function testWhatIsNotSaidStaysAsItIs(): void
    {
        $this->rest('PATCH', $this->path, ['others' => 'none', 'viewerCode' => 'sesame-1']);
        $this->rest('PATCH', $this->path, ['loginRequired' => true]);
        $access = (array) $this->rest('PATCH', $this->path, [])->get_data();
        self::assertSame(['none', true, true], [$access['others'] ?? null, $access['loginRequired'] ?? null, $access['hasViewerCode'] ?? null]);
    }

    public function testAnEmptyCodeTakesItAway(): void
    {
        $this->rest('PATCH', $this->path, ['viewerCode' => 'sesame-1']);
        $access = (array) $this->rest('PATCH', $this->path, ['viewerCode' => ''])->get_data();
        self::assertFalse($access['hasViewerCode'] ?? null);
        self::assertFalse(metadata_exists('post', $this->room, '_bluebridge_viewer_code'));
    }

    /** @param array<string, mixed> $said */
    #[DataProvider('refused')]
    public function testWhatMakesNoSenseIsRefused(array $said, string $code): void
    {
        $this->rest('PATCH', $this->path, ['viewerCode' => 'first-code', 'moderatorCode' => 'second-code']);
        $reply = $this->rest('PATCH', $this->path, $said);
        self::assertSame([400, $code], [$reply->get_status(), $reply->as_error()?->get_error_code()]);
        $store = new AccessStore();
        self::assertTrue(Codes::fits('first-code', $store->codeHash($this->room, 'viewer')));
        self::assertTrue(Codes::fits('second-code', $store->codeHash($this->room, 'moderator')));
    }

    /** @return iterable<string, array{array<string, mixed>, string}> */
    public static function refused(): iterable
    {
        yield 'a role there is not' => [['roles' => ['king' => 'moderator']], 'rest_invalid_param'];
        yield 'a standing there is not' => [['roles' => ['editor' => 'owner']], 'rest_invalid_param'];
        yield 'a code of five characters' => [['viewerCode' => ' 12345 '], 'bluebridge_invalid_code'];
        yield 'a code that is too long' => [['viewerCode' => str_repeat('a', 65)], 'bluebridge_invalid_code'];
        yield 'two codes that are the same' => [['viewerCode' => 'same-same', 'moderatorCode' => ' same-same'], 'bluebridge_invalid_code'];
        yield 'the moderator code for all' => [['viewerCode' => 'second-code'], 'bluebridge_invalid_code'];
        yield 'the code of all for moderators' => [['moderatorCode' => 'first-code'], 'bluebridge_invalid_code'];
        yield 'something unknown' => [['viewerCodeHash' => 'x'], 'bluebridge_unknown_parameters'];
    }

    public function testCodesAreHashedSlowlyAndBlanksAroundThemDoNotCount(): void
    {
        $hash = Codes::hash(' sesame-1');
        self::assertSame('bcrypt', password_get_info($hash)['algoName']);
        self::assertTrue(Codes::fits("sesame-1\n", $hash));
        self::assertFalse(Codes::fits('Sesame-1', $hash));
        self::assertFalse(Codes::fits('', ''));
        $long = str_repeat('a', 80);
        self::assertFalse(Codes::fits("{$long}b", Codes::hash("{$long}c")), 'every byte counts');
    }
}
