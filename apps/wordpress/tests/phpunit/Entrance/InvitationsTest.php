<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Entrance;

use Bluebridge\WordPress\Access\AccessSettings;
use Bluebridge\WordPress\Access\Invitation;
use Bluebridge\WordPress\Entrance\EntranceForm;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Storage\Database;
use PHPUnit\Framework\Attributes\DataProvider;

/** Links that let people in. */
final class InvitationsTest extends EntranceTestCase
{
    private const NAME = ['bluebridge_name' => 'Ada'];

    public function testToLookAtALinkDoesNothing(): void
    {
        [$invitation, $token] = $this->invite($this->roomOf('author'), mostUses: 1);
        foreach (range(1, 3) as $ignored) {
            $this->useAnotherBrowser();
            $page = $this->lookAtLink($token);
            self::assertSame(200, $page->status);
            self::assertStringContainsString('Your name', $page->body);
            self::assertStringNotContainsString($token, $page->body, 'no link is on a page');
        }
        self::assertSame([], $this->traffic->calls());
        self::assertSame(0, $this->usesOf($invitation));
    }

    public function testAnInvitedGuestComesInWithoutAnAccountAndACode(): void
    {
        $room = $this->roomOf('author', ['waitForModerator' => false]);
        $this->access->keepCode($room->id, 'viewer', 'sesame-1');
        [$invitation, $token] = $this->invite($room);
        $this->open($room);
        $answer = $this->postToLink($token, self::NAME);
        self::assertStringContainsString('role=VIEWER', $answer->headers['Location'] ?? '');
        self::assertSame(1, $this->usesOf($invitation));
    }

    public function testWhoComesBackUsesItOnce(): void
    {
        $room = $this->roomOf('author', ['waitForModerator' => false]);
        [$invitation, $token] = $this->invite($room, mostUses: 1);
        self::assertStringContainsString('data-waits="yes"', $this->postToLink($token, self::NAME)->body);
        self::assertSame(200, $this->lookAtLink($token)->status, 'who has used it up still comes in');
        $this->open($room);
        self::assertSame(303, $this->postToLink($token, self::NAME)->status);
        self::assertSame(303, $this->post($room, self::NAME + ['bluebridge_by' => 'waiting'])->status);
        self::assertSame(1, $this->usesOf($invitation));
        $this->useAnotherBrowser();
        self::assertSame(410, $this->postToLink($token, self::NAME)->status);
    }

    public function testOfTwoWhoComeAtOnceTheLastUseIsOnes(): void
    {
        $made = $this->invitations->make($this->roomOf('author')->id, 'viewer', '', 0, 1);
        self::assertNotNull($made);
        // Both have read it before either used it.
        self::assertSame([true, false], [$this->invitations->use($made[0], 'guest-1'), $this->invitations->use($made[0], 'guest-2')]);
    }

    public function testWhoSendsTheFormTwiceAtOnceUsesItOnce(): void
    {
        $room = $this->roomOf('author', ['waitForModerator' => false]);
        [$invitation, $token] = $this->invite($room, mostUses: 1);
        $this->open($room);
        $this->lookAtLink($token);
        $cookie = $_COOKIE['bluebridge_guest'] ?? '';
        $holder = 'guest-' . substr(is_string($cookie) ? $cookie : '', 0, 32);
        self::assertSame(303, $this->postToLink($token, self::NAME)->status);
        // The second form was on its way before the first was answered.
        self::assertTrue($this->invitations->use($invitation, $holder));
        self::assertSame(1, $this->usesOf($invitation));
        self::assertFalse($this->invitations->use($invitation, 'guest-1'));
        $this->invitations->revoke($invitation);
        self::assertFalse($this->invitations->use($invitation, $holder));
    }

    public function testAnInvitationToModerateOpensTheRoom(): void
    {
        [, $token] = $this->invite($this->roomOf('author', ['opensAt' => $this->clock->now() + 60_000]), 'moderator');
        $answer = $this->postToLink($token, self::NAME);
        self::assertStringContainsString('role=MODERATOR', $answer->headers['Location'] ?? '');
    }

    #[DataProvider('ends')]
    public function testWhatIsOverLetsNobodyInNotEvenWhoHasUsedIt(string $how): void
    {
        $room = $this->roomOf('author', ['waitForModerator' => false]);
        [$invitation, $token] = $this->invite($room, expiresAt: $this->clock->now() + 3_600_000);
        $this->postToLink($token, self::NAME);
        $this->open($room);
        $how === 'revoked' ? $this->invitations->revoke($invitation) : $this->clock->sleep(3_600_000);
        self::assertSame(410, $this->lookAtLink($token)->status);
        self::assertSame(410, $this->postToLink($token, self::NAME)->status);
        self::assertSame(403, $this->post($room, self::NAME)->status);
        self::assertSame(1, $this->usesOf($invitation));
    }

    /** @return iterable<string, array{string}> */
    public static function ends(): iterable
    {
        yield 'revoked' => ['revoked'];
        yield 'expired' => ['expired'];
    }

    public function testWhereEverybodyLogsInALinkLeadsThereAndBack(): void
    {
        $room = $this->roomOf('author');
        $this->access->keep($room->id, new AccessSettings(loginRequired: true));
        [$invitation, $token] = $this->invite($room, 'moderator');
        $page = $this->lookAtLink($token);
        self::assertStringContainsString('value="login"', $page->body);
        self::assertStringNotContainsString('Your name', $page->body);
        $answer = $this->postToLink($token, ['bluebridge_by' => 'login']);
        self::assertSame(303, $answer->status);
        self::assertStringContainsString('wp-login.php', $answer->headers['Location'] ?? '');
        self::assertStringContainsString(rawurlencode($token), $answer->headers['Location'] ?? '');
        self::assertSame(0, $this->usesOf($invitation));
    }

    public function testApprovalConcernsInvitedGuestsWhereGuestsComeIn(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true, 'guestApproval' => true]);
        [, $token] = $this->invite($room);
        $this->open($room);
        self::assertStringContainsString('data-waits="yes"', $this->postToLink($token, self::NAME)->body, 'nobody is in to approve');
    }

    public function testAPageOfAnotherSiteUsesNothingUp(): void
    {
        [$invitation, $token] = $this->invite($this->roomOf('author'));
        $answer = $this->postToLink($token, self::NAME, ['HTTP_SEC_FETCH_SITE' => 'cross-site']);
        self::assertSame(403, $answer->status);
        self::assertSame(0, $this->usesOf($invitation));
    }

    public function testALinkThatSomebodyMadeUpLeadsNowhere(): void
    {
        $this->invite($this->roomOf('author'));
        foreach (['', 'x', str_repeat('0', 64)] as $token) {
            self::assertSame(404, $this->lookAtLink($token)->status);
            self::assertSame(404, $this->postToLink($token, self::NAME)->status);
        }
    }

    public function testALinkToADraftLeadsNowhere(): void
    {
        [, $token] = $this->invite($this->roomOf('author', status: 'draft'));
        self::assertSame(404, $this->lookAtLink($token)->status);
    }

    public function testWhoseRoomItIsUsesNothingUp(): void
    {
        $room = $this->roomOf('author');
        [$invitation, $token] = $this->invite($room, mostUses: 1);
        $this->actAs('author');
        self::assertSame(303, $this->postToLink($token, [EntranceForm::NONCE => EntranceForm::nonce($room->id)])->status);
        self::assertSame(0, $this->usesOf($invitation));
    }

    public function testOnlyAHashIsKept(): void
    {
        [, $token] = $this->invite($this->roomOf('author'));
        $rows = (string) wp_json_encode(Database::rows('SELECT * FROM %i', $this->invitations::table()));
        self::assertStringNotContainsString($token, $rows);
    }

    public function testTheyGoWithTheirRoom(): void
    {
        $room = $this->roomOf('author');
        $this->invite($room);
        wp_delete_post($room->id, true);
        self::assertSame([], $this->invitations->of($room->id));
    }

    /**
     * @param 'viewer'|'moderator' $role
     * @return array{Invitation, string}
     */
    private function invite(StoredRoom $room, string $role = 'viewer', int $expiresAt = 0, int $mostUses = 0): array
    {
        return $this->invitations->make($room->id, $role, 'For Ada', $expiresAt, $mostUses) ?? self::fail('No invitation was made.');
    }

    private function usesOf(Invitation $invitation): int
    {
        return $this->invitations->find($invitation->roomId, $invitation->id)->uses ?? -1;
    }

    private function open(StoredRoom $room): void
    {
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $this->clock->sleep(6_000);
    }
}
