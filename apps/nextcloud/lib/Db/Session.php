<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A session of a room that is an event in somebody's calendar. Times are epoch ms.
 *
 * @method int getRoomId()
 * @method void setRoomId(int $roomId)
 * @method string getOwnerId() whose calendar it is in
 * @method void setOwnerId(string $ownerId)
 * @method string getCalendarUri()
 * @method void setCalendarUri(string $calendarUri)
 * @method string getCalendarName()
 * @method void setCalendarName(string $calendarName)
 * @method string getObjectUri() what the calendar keeps the event as
 * @method void setObjectUri(string $objectUri)
 * @method string getTitle()
 * @method void setTitle(string $title)
 * @method int getStartsAt()
 * @method void setStartsAt(int $startsAt)
 * @method int getEndsAt()
 * @method void setEndsAt(int $endsAt)
 * @method int getAttendees() how many were invited
 * @method void setAttendees(int $attendees)
 * @method int getTrashedAt() when the event was put into the trash; 0 for not
 * @method void setTrashedAt(int $trashedAt)
 * @method int getCalendarTrashedAt() when its calendar was; 0 for not
 * @method void setCalendarTrashedAt(int $calendarTrashedAt)
 */
final class Session extends Entity
{
    protected int $roomId = 0;
    protected string $ownerId = '';
    protected string $calendarUri = '';
    protected string $calendarName = '';
    protected string $objectUri = '';
    protected string $title = '';
    protected int $startsAt = 0;
    protected int $endsAt = 0;
    protected int $attendees = 0;
    protected int $trashedAt = 0;
    protected int $calendarTrashedAt = 0;

    public function __construct()
    {
        foreach (['roomId', 'startsAt', 'endsAt', 'attendees', 'trashedAt', 'calendarTrashedAt'] as $number) {
            $this->addType($number, Types::BIGINT);
        }
        foreach (['ownerId', 'calendarUri', 'calendarName', 'objectUri', 'title'] as $text) {
            $this->addType($text, Types::STRING);
        }
    }
}
