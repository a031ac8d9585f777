<?php

declare(strict_types=1);

namespace OCP\AppFramework\Db;

interface IMapperException extends \Throwable
{
}
