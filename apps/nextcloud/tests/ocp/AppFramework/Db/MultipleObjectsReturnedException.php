<?php

declare(strict_types=1);

namespace OCP\AppFramework\Db;

use Exception;

class MultipleObjectsReturnedException extends Exception implements IMapperException
{
    public function __construct($msg)
    {
        parent::__construct($msg);
    }
}
