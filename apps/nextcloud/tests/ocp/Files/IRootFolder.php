<?php

declare(strict_types=1);

namespace OCP\Files;

interface IRootFolder extends Folder
{
    /** @return Folder */
    public function getUserFolder($userId);
}
