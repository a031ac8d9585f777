<?php

declare(strict_types=1);

namespace OCP\AppFramework\Db;

use OCP\IDBConnection;
use Throwable;

trait TTransactional
{
    /**
     * @template T
     * @param callable(IDBConnection): T $fn
     * @return T
     */
    protected function atomic(callable $fn, IDBConnection $db)
    {
        $db->beginTransaction();
        try {
            $result = $fn($db);
            $db->commit();
        } catch (Throwable $error) {
            $db->rollBack();
            throw $error;
        }

        return $result;
    }
}
