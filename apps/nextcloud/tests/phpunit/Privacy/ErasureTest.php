<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Privacy;

use OCA\Bluebridge\Tests\HosterTestCase;
use OCA\Bluebridge\Tests\Kit\Calendar\OwnCalendar;
use OCP\User\Events\UserDeletedEvent;

/** What is left of an account after it was deleted: in no table of ours is its id. */
final class ErasureTest extends HosterTestCase
{
    private const WHO = 'zora.quill';

    /** Where the id of somebody who uses everything is before; so the test sees what it is to see. */
    private const HELD_BY = [
        'bluebridge_documents', 'bluebridge_downloads', 'bluebridge_in_call', 'bluebridge_members',
        'bluebridge_rooms', 'bluebridge_sessions', 'bluebridge_watches',
    ];

    public function testNoTableHoldsTheIdOfAnAccountThatIsGone(): void
    {
        $this->host->people->add(self::WHO, 'zora@example.org');
        $this->host->calendars->add(self::WHO, new OwnCalendar('personal', 'Personal'));
        $this->host->files->put(self::WHO, '/Slides.pdf', '%PDF-1.4');
        $this->host->files->put(self::WHO, '/Large.pdf', str_repeat('x', 1_100_000));
        $this->roomWith(self::WHO, 'Goes', heir: null);
        $this->roomWith(self::WHO, 'Is inherited', heir: 'bob');
        $other = $this->roomOf('alice', 'Of somebody else');
        $this->share($other, 'alice', self::WHO, 'manager');
        $this->useAll($other);
        self::assertSame(self::HELD_BY, $this->tablesWith(self::WHO));
        $person = $this->host->people->get(self::WHO);
        self::assertNotNull($person);
        $this->host->people->remove(self::WHO);
        $this->host->container->forgetApp();
        $this->host->events->dispatchTyped(new UserDeletedEvent($person));
        self::assertSame([], $this->tablesWith(self::WHO));
        // Only theirs went.
        self::assertSame([['bluebridge_rooms'], ['bluebridge_members']], [$this->tablesWith('bob'), $this->tablesWith('carol')]);
    }

    private function roomWith(string $owner, string $name, ?string $heir): void
    {
        $room = $this->roomFor(5, 30, $owner, $name);
        $this->share($room, $owner, 'carol', 'viewer');
        if ($heir !== null) {
            $this->share($room, $owner, $heir, 'manager');
            $this->share($this->roomOf($owner, 'With a member'), $owner, $heir, 'manager');
        }
        $this->useAll($room);
    }

    /** Does what leaves something behind: a session, a call, files, and being seen in the meeting. */
    private function useAll(int $room): void
    {
        $who = self::WHO;
        $when = 1_000 * ($this->host->clock->getTime() + 86_400);
        $plan = ['title' => 'Exam', 'startsAt' => $when, 'lengthMinutes' => 60, 'calendar' => 'personal', 'attendees' => []];
        self::assertSame(201, $this->as($who)->api('POST', "rooms/{$room}/sessions", $plan)->getStatus());
        self::assertSame(200, $this->as($who)->api('POST', "rooms/{$room}/documents", ['paths' => ['/Slides.pdf'], 'keep' => true])->getStatus());
        self::assertSame(200, $this->start($room, by: $who)->getStatus());
        self::assertSame(303, $this->as($who)->page('POST', "rooms/{$room}/join")->getStatus());
        self::assertSame(200, $this->as($who)->api('POST', "rooms/{$room}/documents", ['paths' => ['/Large.pdf']])->getStatus());
        $this->comeIn($room, $who);
        $this->passMs(20_000);
        self::assertSame(200, $this->as($who)->api('GET', "rooms/{$room}/status")->getStatus());
    }

    private function share(int $room, string $by, string $target, string $role): void
    {
        $wish = ['kind' => 'user', 'target' => $target, 'role' => $role];
        self::assertSame(201, $this->as($by)->api('POST', "rooms/{$room}/members", $wish)->getStatus());
    }

    /** @return list<string> the tables of our migrations with an id in any column of any row */
    private function tablesWith(string $userId): array
    {
        $files = (array) glob(dirname(__DIR__, 3) . '/lib/Migration/*.php');
        $sources = array_map(static fn (mixed $file): string => (string) file_get_contents((string) $file), $files);
        preg_match_all("/createTable\('(\w+)'\)/", implode('', $sources), $made);
        self::assertContains('bluebridge_gone_rooms', $made[1]);
        sort($made[1]);

        return array_values(array_filter($made[1], function (string $table) use ($userId): bool {
            $rows = $this->host->db->getQueryBuilder()->select('*')->from($table)->executeQuery()->fetchAll();

            return str_contains(json_encode($rows, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES), $userId);
        }));
    }
}
