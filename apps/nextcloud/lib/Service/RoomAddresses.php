<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Db\Room;
use OCP\IURLGenerator;

/** Where rooms are found. */
class RoomAddresses
{
    public function __construct(private readonly IURLGenerator $urls)
    {
    }

    /** Gives the page of a room for those it is shared with. */
    public function page(Room $room): string
    {
        return $this->urls->linkToRouteAbsolute('bluebridge.page.room', ['id' => $room->getId()]);
    }

    /** Gives the page of a room for everybody who was told its address. */
    public function open(Room $room): string
    {
        return $this->urls->linkToRouteAbsolute('bluebridge.guest.show', ['token' => $room->getToken()]);
    }

    /** Gives the page that a personal link leads to. */
    public function personal(string $secret): string
    {
        return $this->urls->linkToRouteAbsolute('bluebridge.guest.invited', ['secret' => $secret]);
    }
}
