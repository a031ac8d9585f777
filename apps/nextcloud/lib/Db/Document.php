<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A file that a room shows.
 *
 * @method int getRoomId()
 * @method void setRoomId(int $roomId)
 * @method string getOwnerId() who chose it, and whose access to it counts
 * @method void setOwnerId(string $ownerId)
 * @method int getFileId()
 * @method void setFileId(int $fileId)
 * @method string getName() as it was when it was chosen
 * @method void setName(string $name)
 */
final class Document extends Entity
{
    protected int $roomId = 0;
    protected string $ownerId = '';
    protected int $fileId = 0;
    protected string $name = '';

    public function __construct()
    {
        $this->addType('roomId', Types::BIGINT);
        $this->addType('fileId', Types::BIGINT);
        $this->addType('ownerId', Types::STRING);
        $this->addType('name', Types::STRING);
    }
}
