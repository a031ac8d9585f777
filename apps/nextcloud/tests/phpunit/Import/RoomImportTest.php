<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Import;

use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Import\RoomImport;
use OCA\Bluebridge\Import\RuleImport;
use OCA\Bluebridge\Service\Codes;
use OCA\Bluebridge\Service\Quotas;
use OCA\Bluebridge\Service\RoomTerms;
use OCA\Bluebridge\Settings\GroupRules;
use OCP\AppFramework\Http\TemplateResponse;

/** Rooms of cloud_bbb become rooms of this app. */
final class RoomImportTest extends OldTablesCase
{
    private const UID = 'aBcDeFgH23456789';

    public function testARoomKeepsWhatServersAndLinksKnowItBy(): void
    {
        $this->oldRoom(self::UID, ['name' => 'Physics', 'welcome' => 'Hello', 'record' => '1', 'join_muted' => '1', 'max_participants' => '30', 'require_moderator' => '1']);
        $this->import();
        $room = $this->imported(self::UID);
        self::assertSame(['Physics', 'alice', self::UID], [$room->getName(), $room->getOwnerId(), $room->getToken()]);
        // Otherwise nobody would look for its recordings.
        self::assertGreaterThan(0, $room->getOpenedAt());
        $settings = $this->settingsOf($room);
        self::assertSame('Hello', $settings['welcome']);
        self::assertSame([true, true, 30, false], [$settings['record'], $settings['muteOnStart'], $settings['maxParticipants'], $settings['anyoneCanStart']]);
    }

    public function testADryRunChangesNothing(): void
    {
        $this->oldRoom(self::UID);
        self::assertSame(['new'], array_column($this->imports(true), 'outcome'));
        self::assertNull($this->host->container->get(RoomMapper::class)->findByMeeting(self::UID));
    }

    public function testARoomIsImportedOnce(): void
    {
        $this->oldRoom(self::UID);
        $this->import();
        self::assertSame(['known'], array_column($this->import(), 'outcome'));
        self::assertCount(1, $this->dataOf($this->as('alice')->api('GET', 'rooms')));
    }

    public function testARoomOfAnAccountThatIsGoneIsLeftOut(): void
    {
        $this->oldRoom(self::UID, ['user_id' => 'gone']);
        self::assertSame(['left out'], array_column($this->import(), 'outcome'));
    }

    public function testMembersComeWithTheirRolesAsFarAsTheyAreThere(): void
    {
        $this->host->groups->add('class', $this->host->people->add('bob'));
        $room = $this->oldRoom(self::UID);
        foreach ([['bob', 0, 1], ['class', 1, 2], ['carol', 0, 0], ['gone', 0, 0], ['a-team', 7, 1]] as [$with, $type, $permission]) {
            $this->addRow('bbb_room_shares', ['room_id' => $room, 'share_with' => $with, 'share_type' => $type, 'permission' => $permission]);
        }
        $this->import();
        $members = $this->dataOf($this->as('alice')->api('GET', "rooms/{$this->imported(self::UID)->getId()}/members"));
        self::assertSame(
            ['bob' => 'moderator', 'class' => 'viewer', 'carol' => 'manager', 'a-team' => 'moderator'],
            array_column($members, 'role', 'target'),
        );
    }

    public function testWhoCameInComesIn(): void
    {
        $expected = ['public' => [true, false, false], 'waiting_room' => [true, true, false], 'waiting_room_all' => [true, true, false], 'internal' => [true, false, true], 'internal_restricted' => [false, false, false]];
        foreach (array_keys($expected) as $number => $access) {
            $this->oldRoom("{$number}BcDeFgH23456789", ['access' => $access]);
        }
        $this->import();
        foreach (array_values($expected) as $number => $wanted) {
            $id = $this->imported("{$number}BcDeFgH23456789")->getId();
            $access = $this->dataOf($this->as('alice')->api('GET', "rooms/{$id}/access"));
            self::assertSame($wanted, [$access['isPublic'], $access['lobby'], $access['loginRequired']]);
        }
    }

    public function testAPasswordBecomesACodeAndOneThatIsTooShortLetsNobodyIn(): void
    {
        $this->oldRoom(self::UID, ['access' => 'password', 'password' => 'eightchr']);
        $this->oldRoom('zBcDeFgH23456789', ['access' => 'password', 'password' => '123']);
        $this->import();
        $room = $this->imported(self::UID);
        self::assertTrue($this->host->container->get(Codes::class)->fits('eightchr', $room->getViewerCode()));
        self::assertStringNotContainsString('eightchr', (string) $room->getViewerCode());
        self::assertFalse($this->settingsOf($this->imported('zBcDeFgH23456789'))['guestsAllowed']);
    }

    public function testOldLinksLeadToTheRooms(): void
    {
        $this->oldRoom(self::UID, ['moderator_token' => 'qwertzuiop234567']);
        $this->import();
        $door = $this->as(null)->page('GET', 'b/' . self::UID);
        self::assertSame(302, $door->getStatus());
        self::assertIsString($door->getHeaders()['Location']);
        self::assertStringEndsWith('/r/' . self::UID, $door->getHeaders()['Location']);
        self::assertInstanceOf(TemplateResponse::class, $this->page('GET', 'r/' . self::UID));
        $leads = $this->page('GET', 'b/' . self::UID . '/qwertzuiop234567');
        self::assertIsString($leads->getHeaders()['Location']);
        self::assertStringEndsWith('/i/qwertzuiop234567', $leads->getHeaders()['Location']);
        self::assertSame(200, $this->page('GET', 'i/qwertzuiop234567')->getStatus());
        self::assertSame(404, $this->page('GET', 'i/qwertzuiop234568')->getStatus());
    }

    public function testAnAddressThatIsTooEasyLeadsNowhere(): void
    {
        $this->oldRoom('physics');
        $this->import();
        self::assertNotSame('physics', $this->imported('physics')->getToken());
        $location = $this->as(null)->page('GET', 'b/physics')->getHeaders()['Location'];
        self::assertIsString($location);
        self::assertStringEndsWith('/r/physics', $location);
        $missing = $this->page('GET', 'r/physics');
        self::assertSame([404, true], [$missing->getStatus(), $missing->isThrottled()]);
    }

    public function testWhatServersKnowARoomByIsNoWayToItsAddress(): void
    {
        $this->roomOf('alice');
        $query = $this->host->db->getQueryBuilder()->select('meeting_id', 'token')->from('bluebridge_rooms')->executeQuery();
        [$room] = $query->fetchAll();
        self::assertIsArray($room);
        self::assertIsString($room['meeting_id']);
        self::assertIsString($room['token']);
        $location = $this->as(null)->page('GET', "b/{$room['meeting_id']}")->getHeaders()['Location'];
        self::assertIsString($location);
        self::assertStringNotContainsString($room['token'], $location);
    }

    public function testTheLinkOfModeratorsIsNoWayIntoAClosedRoom(): void
    {
        $this->oldRoom(self::UID, ['access' => 'internal_restricted', 'moderator_token' => 'qwertzuiop234567']);
        $this->oldRoom('zBcDeFgH23456789', ['access' => 'password', 'password' => '123', 'moderator_token' => 'qwertzuiop234568']);
        $rows = $this->import();
        self::assertStringContainsString('link of its moderators', implode(' ', $rows[0]['notes']));
        foreach (['qwertzuiop234567', 'qwertzuiop234568'] as $token) {
            self::assertSame(404, $this->as(null)->page('GET', "i/{$token}")->getStatus());
            self::assertSame(404, $this->page('POST', "i/{$token}", ['name' => 'Dana'])->getStatus());
        }
    }

    public function testRulesOfGroupsComeAlongWhereThereAreNone(): void
    {
        $this->host->groups->add('class');
        $this->addRow('bbb_restrictions', ['group_id' => '', 'max_rooms' => '-1', 'room_types' => '[]', 'max_participants' => '-1', 'allow_recording' => '1']);
        $this->addRow('bbb_restrictions', ['group_id' => 'class', 'max_rooms' => '2', 'room_types' => '["internal"]', 'max_participants' => '25', 'allow_recording' => '0']);
        $this->addRow('bbb_restrictions', ['group_id' => 'gone', 'max_rooms' => '0', 'room_types' => '[]', 'max_participants' => '-1', 'allow_recording' => '1']);
        $import = $this->host->container->get(RuleImport::class);
        self::assertSame(2, $import->run(true));
        self::assertSame([], $this->host->container->get(Quotas::class)->all());
        self::assertSame(2, $import->run(false));
        self::assertSame(['' => -1, 'class' => 2], $this->host->container->get(Quotas::class)->all());
        $rule = $this->host->container->get(GroupRules::class)->all()['class'];
        self::assertSame([false, false, 25], [$rule->mayRecord, $rule->mayInviteGuests, $rule->mostPeople]);
        self::assertNull($import->run(false));
    }

    /** @return list<array{uid: string, name: string, outcome: string, notes: list<string>}> */
    private function import(): array
    {
        return $this->imports(false);
    }

    /** @return list<array{uid: string, name: string, outcome: string, notes: list<string>}> */
    private function imports(bool $isDry): array
    {
        $this->host->container->forgetApp();

        return $this->host->container->get(RoomImport::class)->run($isDry);
    }

    private function imported(string $uid): Room
    {
        $room = $this->host->container->get(RoomMapper::class)->findByMeeting($uid);
        self::assertNotNull($room);

        return $room;
    }

    /** @return array<string, string|int|bool> */
    private function settingsOf(Room $room): array
    {
        return $this->host->container->get(RoomTerms::class)->settingsOf($room);
    }
}
