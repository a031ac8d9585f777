<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rooms;

use OCA\Bluebridge\Db\DocumentMapper;
use OCA\Bluebridge\Db\MemberMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Service\Quotas;
use OCA\Bluebridge\Tests\AppTestCase;
use OCP\AppFramework\Db\Entity;

/** Two requests write down the same at once. */
final class WrittenAtOnceTest extends AppTestCase
{
    public function testWhoIsMadeAMemberTwiceAtOnceIsSaidToBeOne(): void
    {
        $room = $this->roomOf('alice');
        $this->host->container->put(MemberMapper::class, new class ($this->host->db) extends MemberMapper {
            public function insert(Entity $entity): Entity
            {
                parent::insert(clone $entity);

                return parent::insert($entity);
            }
        });
        $second = $this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'viewer']);
        self::assertSame(409, $second->getStatus());
        self::assertSame('already_member', $this->dataOf($second)['code'] ?? '');
        self::assertCount(1, $this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/members")));
    }

    public function testAFileThatIsKeptTwiceAtOnceIsThereOnce(): void
    {
        $room = $this->roomOf('alice');
        $this->host->files->put('alice', '/Slides.pdf', "%PDF-1.4\n%%EOF");
        $this->host->container->put(DocumentMapper::class, new class ($this->host->db) extends DocumentMapper {
            public function insert(Entity $entity): Entity
            {
                parent::insert(clone $entity);

                return parent::insert($entity);
            }
        });
        $kept = $this->as('alice')->api('POST', "rooms/{$room}/documents", ['paths' => ['/Slides.pdf'], 'keep' => true]);
        self::assertLessThan(300, $kept->getStatus());
        self::assertSame(['Slides.pdf'], array_column($this->dataOf($kept), 'name'));
    }

    public function testOfTwoRoomsMadeAtOnceTheSecondIsOneTooMany(): void
    {
        $this->host->container->get(Quotas::class)->keep(['' => 1]);
        $this->host->container->put(RoomMapper::class, new class ($this->host->db) extends RoomMapper {
            public function insert(Entity $entity): Entity
            {
                $rival = clone $entity;
                assert($rival instanceof Room);
                $rival->setToken('rival');
                $rival->setMeetingId('nc-rival');
                parent::insert($rival);

                return parent::insert($entity);
            }
        });
        $second = $this->as('alice')->api('POST', 'rooms', ['name' => 'Maths']);
        self::assertSame([403, 'too_many_rooms'], [$second->getStatus(), $this->dataOf($second)['code'] ?? '']);
        self::assertCount(1, $this->dataOf($this->as('alice')->api('GET', 'rooms')));
    }
}
