<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Privacy;

use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Db\Session;
use OCA\Bluebridge\Db\SessionMapper;
use OCA\Bluebridge\Meeting\Snapshot;
use OCA\Bluebridge\Privacy\AccountForgotten;
use OCA\Bluebridge\Privacy\RoomsMigrator;
use OCA\Bluebridge\Service\Quotas;
use OCA\Bluebridge\Tests\MeetingTestCase;
use OCP\IUser;
use OCP\User\Events\UserDeletedEvent;
use OCP\UserMigration\IExportDestination;
use OCP\UserMigration\IImportSource;
use Symfony\Component\Console\Output\BufferedOutput;

/** What is known of somebody goes where they want, or is forgotten. */
final class PersonalDataTest extends MeetingTestCase
{
    public function testRoomsGoIntoTheArchiveWithoutCodesAndSecrets(): void
    {
        $room = $this->roomOf('alice', 'Physics');
        $this->as('alice')->api('PATCH', "rooms/{$room}", ['settings' => ['welcome' => 'Hello']]);
        $this->as('alice')->api('PATCH', "rooms/{$room}/access", ['viewerCode' => 'secret-code']);
        $this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'viewer']);
        $archive = $this->exportOf('alice');
        foreach (['"Physics"', '"Hello"', '"bob"'] as $part) {
            self::assertStringContainsString($part, $archive);
        }
        self::assertStringNotContainsString('secret-code', $archive);
        self::assertStringNotContainsString(basename($this->doorOf($room)), $archive);
        self::assertStringNotContainsString($this->meetingOf($room), $archive);
        self::assertStringContainsString('"room": "Physics"', $this->exportOf('bob'));
    }

    public function testPlannedSessionsAreInTheArchive(): void
    {
        $session = new Session();
        $session->setRoomId($this->roomOf('alice'));
        $session->setOwnerId('alice');
        $session->setCalendarUri('personal');
        $session->setCalendarName('Personal');
        $session->setObjectUri('one.ics');
        $session->setTitle('Consultation hour');
        $this->host->container->get(SessionMapper::class)->insert($session);
        self::assertStringContainsString('"Consultation hour"', $this->exportOf('alice'));
        self::assertStringNotContainsString('Consultation hour', $this->exportOf('bob'));
    }

    public function testRoomsAreMadeAnewElsewhereAsFarAsQuotasAllow(): void
    {
        $room = $this->roomOf('alice', 'Physics');
        $this->roomOf('alice', 'Chemistry');
        $this->as('alice')->api('PATCH', "rooms/{$room}", ['settings' => ['welcome' => 'Hello']]);
        $archive = $this->exportOf('alice');
        $this->host->container->get(Quotas::class)->keep(['' => 1]);
        $told = $this->importTo('carol', $archive);
        $rooms = $this->dataOf($this->as('carol')->api('GET', 'rooms'));
        self::assertCount(1, $rooms);
        self::assertStringContainsString('as many rooms as you may', $told);
        self::assertStringContainsString('Chemistry', $told . json_encode($rooms, JSON_THROW_ON_ERROR));
    }

    public function testAnArchiveOfSomethingElseHarmsNobody(): void
    {
        foreach (['', 'null', '[]', '{"rooms": 1}', '{"rooms": [1, {"name": 2}, {"name": ""}, {"name": "Good", "settings": {"record": "x"}}]}'] as $archive) {
            $this->importTo('carol', $archive);
        }
        self::assertSame(['Good'], array_column($this->dataOf($this->as('carol')->api('GET', 'rooms')), 'name'));
    }

    public function testTheNameOfAnAccountThatIsGoneIsForgottenInMeetings(): void
    {
        $room = $this->roomOf('alice');
        $other = $this->roomOf('bob');
        $this->sits($room, 'alice');
        $this->sits($other, 'bob');
        self::assertStringContainsString('"meetings": [', $this->exportOf('alice'));
        $this->host->container->get(AccountForgotten::class)->handle(new UserDeletedEvent($this->person('alice')));
        $watches = $this->host->container->get(MeetingWatches::class);
        self::assertStringNotContainsString('alice', (string) $watches->read($this->meetingOf($room))->snapshot);
        self::assertStringContainsString('bob', (string) $watches->read($this->meetingOf($other))->snapshot);
    }

    private function sits(int $room, string $user): void
    {
        $info = ['createTime' => 1, 'participantCount' => 1, 'attendees' => [['userID' => $user, 'fullName' => ucfirst($user), 'role' => 'VIEWER']]];
        $watches = $this->host->container->get(MeetingWatches::class);
        $watches->awaited($this->meetingOf($room), 1);
        $watches->answer($this->meetingOf($room), 1, Snapshot::of($info));
    }

    private function person(string $id): IUser
    {
        $person = $this->host->people->get($id);
        self::assertNotNull($person);

        return $person;
    }

    private function exportOf(string $user): string
    {
        $archive = new class () implements IExportDestination {
            public string $content = '';

            public function addFileContents(string $path, string $content): void
            {
                $this->content .= $content;
            }
        };
        $this->host->container->forgetApp();
        $this->host->container->get(RoomsMigrator::class)->export($this->person($user), $archive, new BufferedOutput());

        return $archive->content;
    }

    private function importTo(string $user, string $content): string
    {
        $archive = new class ($content) implements IImportSource {
            public function __construct(private readonly string $content)
            {
            }

            public function getFileContents(string $path): string
            {
                return $this->content;
            }

            public function pathExists(string $path): bool
            {
                return true;
            }

            public function getMigratorVersion(string $migrator): int
            {
                return 1;
            }
        };
        $output = new BufferedOutput();
        $this->host->container->forgetApp();
        $this->host->container->get(RoomsMigrator::class)->import($this->person($user), $archive, $output);

        return $output->fetch();
    }
}
