<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Access;

use Bluebridge\WordPress\Access\AccessPolicy;
use Bluebridge\WordPress\Access\AccessSettings;
use Bluebridge\WordPress\Access\Visitor;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\JoinPlanner;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\MeetingState;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Room;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Who enters a room that is open as what, or what is missing: every way in, and how they go together. */
final class AccessPolicyTest extends TestCase
{
    private const NOW = 1_000_000;

    private const LATER = ['opensAt' => 2_000_000];

    private const OVER = ['closesAt' => 500_000];

    private const GUESTS = ['guestsAllowed' => true];

    private const CODE = ['hasViewerCode' => true];

    private const CODES = ['hasViewerCode' => true, 'hasModeratorCode' => true];

    private const LOGIN = ['guestsAllowed' => false];

    /** @param array<string, bool|int> $says what the core knows of the room */
    #[DataProvider('people')]
    public function testEverybodyGetsTheirAnswer(array $says, AccessSettings $access, Visitor $visitor, string $expected): void
    {
        $room = new Room('m', ['waitForModerator' => false] + $says);
        $live = MeetingState::fromInfo(['createTime' => 1, 'moderatorCount' => 1, 'participantCount' => 1, 'maxUsers' => 0, 'attendees' => []]);
        $plan = JoinPlanner::plan($room, AccessPolicy::participant($access, $room, $visitor), $live, self::NOW);
        $guest = ($plan['guest'] ?? false) ? ' as a guest' : '';
        self::assertSame($expected, ($plan['role'] ?? $plan['reason'] ?? '') . $guest);
    }

    /** @return iterable<string, array{array<string, bool|int>, AccessSettings, Visitor, string}> */
    public static function people(): iterable
    {
        $usual = new AccessSettings();
        $map = new AccessSettings(['teacher' => 'moderator', 'pupil' => 'viewer', 'parent' => 'none'], 'none');
        $login = new AccessSettings(loginRequired: true);

        yield 'whose room it is' => [[], $usual, self::visitor(['author'], leads: true), 'MODERATOR'];
        yield 'whose room it is, against the roles' => [[], $map, self::visitor(['parent'], leads: true), 'MODERATOR'];
        yield 'a user' => [[], $usual, self::visitor(['subscriber']), 'VIEWER'];
        yield 'a user without a role' => [[], $usual, self::visitor([]), 'VIEWER'];
        yield 'a role of moderators' => [[], $map, self::visitor(['teacher']), 'MODERATOR'];
        yield 'a role of viewers' => [[], $map, self::visitor(['pupil']), 'VIEWER'];
        yield 'a role that stays out' => [[], $map, self::visitor(['parent']), 'banned'];
        yield 'a role that nobody thought of' => [[], $map, self::visitor(['subscriber']), 'banned'];
        yield 'no role where others stay out' => [[], $map, self::visitor([]), 'banned'];
        yield 'of two roles, the better' => [[], $map, self::visitor(['parent', 'teacher']), 'MODERATOR'];

        yield 'where only those moderate who may have rooms' => [[], $map, self::bound(['teacher']), 'VIEWER'];
        yield 'there, by the moderator code' => [self::CODES, $usual, self::bound(['subscriber'], 'moderator'), 'VIEWER'];
        yield 'there, a guest by the moderator code' => [self::CODES + self::GUESTS, $usual, self::bound(null, 'moderator'), 'VIEWER as a guest'];
        yield 'there, a role that stays out, by the moderator code' => [self::CODES, $map, self::bound(['parent'], 'moderator'), 'banned'];
        yield 'there, by an invitation to moderate' => [self::CODE, $usual, self::bound(null, null, 'moderator'), 'VIEWER'];
        yield 'there, after the hours by the moderator code' => [self::OVER + self::CODES, $usual, self::bound(null, 'moderator'), 'guests_not_allowed'];

        yield 'a guest where none come in' => [[], $usual, self::guest(), 'guests_not_allowed'];
        yield 'a guest' => [self::GUESTS, $usual, self::guest(), 'VIEWER as a guest'];
        yield 'roles do not concern guests' => [self::GUESTS, $map, self::guest(), 'VIEWER as a guest'];
        yield 'a guest who needs approval' => [self::GUESTS + ['guestApproval' => true], $usual, self::guest(), 'VIEWER as a guest'];

        yield 'a user without the code' => [self::CODE, $usual, self::visitor(['subscriber']), 'code_required'];
        yield 'a user with it' => [self::CODE, $usual, self::visitor(['subscriber'], 'viewer'), 'VIEWER'];
        yield 'a user with another' => [self::CODE, $usual, self::visitor(['subscriber'], 'wrong'), 'code_wrong'];
        yield 'a moderator needs none' => [self::CODE, $map, self::visitor(['teacher']), 'MODERATOR'];
        yield 'a code opens to no role that stays out' => [self::CODE, $map, self::visitor(['parent'], 'viewer'), 'banned'];
        yield 'a guest with the code' => [self::CODE + self::GUESTS, $usual, self::guest('viewer'), 'VIEWER as a guest'];
        yield 'a guest with the code where none come in' => [self::CODE, $usual, self::guest('viewer'), 'guests_not_allowed'];
        yield 'a moderator code makes a moderator' => [self::CODES, $usual, self::visitor(['subscriber'], 'moderator'), 'MODERATOR'];
        yield 'of a guest too' => [self::CODES, $usual, self::guest('moderator'), 'MODERATOR'];
        yield 'and of a role that stays out' => [self::CODES, $map, self::visitor(['parent'], 'moderator'), 'MODERATOR'];
        yield 'who is told when it is wrong' => [self::CODES, $map, self::visitor(['parent'], 'wrong'), 'code_wrong'];
        yield 'a moderator code that the room has no more' => [self::CODE, $usual, self::visitor(['subscriber'], 'moderator'), 'code_required'];

        yield 'an invited guest' => [[], $usual, self::guest(null, 'viewer'), 'VIEWER'];
        yield 'an invited guest among guests' => [self::GUESTS, $usual, self::guest(null, 'viewer'), 'VIEWER as a guest'];
        yield 'an invitation stands for the code' => [self::CODE, $usual, self::guest(null, 'viewer'), 'VIEWER'];
        yield 'an invitation to moderate' => [self::CODE, $usual, self::guest(null, 'moderator'), 'MODERATOR'];
        yield 'an invited role that stays out' => [[], $map, self::visitor(['parent'], null, 'viewer'), 'VIEWER'];
        yield 'an invitation and the moderator code' => [self::CODES, $usual, self::guest('moderator', 'viewer'), 'MODERATOR'];

        yield 'where all log in, a guest' => [self::LOGIN, $login, self::guest(), 'guests_not_allowed'];
        yield 'where all log in, an invited guest' => [self::LOGIN, $login, self::guest(null, 'viewer'), 'guests_not_allowed'];
        yield 'where all log in, a guest invited to moderate' => [self::LOGIN, $login, self::guest(null, 'moderator'), 'guests_not_allowed'];
        yield 'where all log in, a guest with the moderator code' => [self::LOGIN + self::CODES, $login, self::guest('moderator'), 'guests_not_allowed'];
        yield 'where all log in, an invited user' => [self::LOGIN, $login, self::visitor(['subscriber'], null, 'moderator'), 'MODERATOR'];

        yield 'before the hours' => [self::LATER, $usual, self::visitor(['subscriber']), 'not_yet_open'];
        yield 'before the hours, invited' => [self::LATER, $usual, self::guest(null, 'viewer'), 'not_yet_open'];
        yield 'before the hours, with the code' => [self::LATER + self::CODE, $usual, self::visitor(['subscriber'], 'viewer'), 'not_yet_open'];
        yield 'before the hours, without the code' => [self::LATER + self::CODE, $usual, self::visitor(['subscriber']), 'code_required'];
        yield 'before the hours, a moderator' => [self::LATER, $map, self::visitor(['teacher']), 'MODERATOR'];
        yield 'after the hours' => [self::OVER, $usual, self::visitor(['subscriber']), 'closed'];
        yield 'after the hours, by the moderator code' => [self::OVER + self::CODES, $usual, self::guest('moderator'), 'MODERATOR'];
    }

    public function testWhatWasKeptIsReadAgainAndNonsenseIsNotSaid(): void
    {
        $access = new AccessSettings(['editor' => 'moderator'], 'none', true);
        self::assertEquals($access, AccessSettings::read($access->json()));
        foreach (['', 'null', '[]', '{"roles":{"editor":"king"},"others":7,"loginRequired":"yes"}', '{"roles":"x"}'] as $json) {
            self::assertEquals(new AccessSettings(), AccessSettings::read($json));
        }
    }

    /**
     * @param 'viewer'|'moderator'|'wrong'|null $code
     * @param 'viewer'|'moderator'|null $invitedAs
     */
    private static function guest(?string $code = null, ?string $invitedAs = null): Visitor
    {
        return self::visitor(null, $code, $invitedAs);
    }

    /**
     * Somebody of whom nothing makes a moderator.
     *
     * @param list<string>|null $roles
     * @param 'viewer'|'moderator'|'wrong'|null $code
     * @param 'viewer'|'moderator'|null $invitedAs
     */
    private static function bound(?array $roles, ?string $code = null, ?string $invitedAs = null): Visitor
    {
        return new Visitor('u', 'Ada', $roles, code: $code, invitedAs: $invitedAs, mayModerate: false);
    }

    /**
     * @param list<string>|null $roles
     * @param 'viewer'|'moderator'|'wrong'|null $code
     * @param 'viewer'|'moderator'|null $invitedAs
     */
    private static function visitor(?array $roles, ?string $code = null, ?string $invitedAs = null, bool $leads = false): Visitor
    {
        return new Visitor('u', 'Ada', $roles, $leads, $code, $invitedAs);
    }
}
