<?php

declare(strict_types=1);

namespace OCP\Files\Storage;

use OCP\Share\IShare;

interface ISharedStorage extends IStorage
{
    public function getShare(): IShare;
}
