<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Files;

use OCP\Files\Storage\ISharedStorage;
use OCP\Share\IAttributes;
use OCP\Share\IShare;

/** Where a file is: with its owner, or in a share that lets it be downloaded or not. */
final class KeptStorage implements ISharedStorage, IShare, IAttributes
{
    /** @param bool|null $mayDownload null for a file that is nobody else's, or whose share says nothing */
    public function __construct(private readonly bool $isShared = false, private readonly ?bool $mayDownload = null)
    {
    }

    public function instanceOfStorage(string $class)
    {
        return $this->isShared && $class === ISharedStorage::class;
    }

    public function getShare(): IShare
    {
        return $this;
    }

    public function getAttributes(): ?IAttributes
    {
        return $this->mayDownload === null ? null : $this;
    }

    public function getAttribute(string $scope, string $key): mixed
    {
        return [$scope, $key] === ['permissions', 'download'] ? $this->mayDownload : null;
    }
}
