<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Recordings;

use OCA\Bluebridge\Db\RecordingMapper;
use OCP\AppFramework\Db\Entity;

/** An index in which somebody else writes the same in the moment between reading and writing. */
final class RivalRecordings extends RecordingMapper
{
    public function insert(Entity $entity): Entity
    {
        parent::insert(clone $entity);

        return parent::insert($entity);
    }
}
