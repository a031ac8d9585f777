<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Privacy;

use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Service\Rooms;
use OCA\Bluebridge\Words\ProblemWords;
use OCP\IL10N;
use OCP\IUser;
use OCP\UserMigration\IExportDestination;
use OCP\UserMigration\IImportSource;
use OCP\UserMigration\IMigrator;
use Symfony\Component\Console\Output\OutputInterface;

/**
 * Takes somebody's rooms along when they move to another Nextcloud, and into the archive of all that is
 * known of them. Members, links and recordings belong to the place they were made in: they are in the
 * archive, and no room gets them anew.
 */
final class RoomsMigrator implements IMigrator
{
    private const PATH = 'bluebridge/rooms.json';

    private const VERSION = 1;

    public function __construct(
        private readonly PersonalData $data,
        private readonly Rooms $rooms,
        private readonly ProblemWords $words,
        private readonly IL10N $l10n,
    ) {
    }

    public function export(IUser $user, IExportDestination $exportDestination, OutputInterface $output): void
    {
        $flags = JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE;
        $exportDestination->addFileContents(self::PATH, json_encode($this->data->of($user), $flags));
    }

    public function import(IUser $user, IImportSource $importSource, OutputInterface $output): void
    {
        if ($importSource->getMigratorVersion($this->getId()) === null || !$importSource->pathExists(self::PATH)) {
            return;
        }
        $data = json_decode($importSource->getFileContents(self::PATH), true);
        $rooms = is_array($data) && is_array($data['rooms'] ?? null) ? $data['rooms'] : [];
        foreach ($rooms as $room) {
            if (is_array($room) && is_string($room['name'] ?? null)) {
                $this->make($user, $room['name'], $room, $output);
            }
        }
    }

    public function getId(): string
    {
        return 'bluebridge';
    }

    public function getDisplayName(): string
    {
        return $this->l10n->t('Rooms for calls');
    }

    public function getDescription(): string
    {
        return $this->l10n->t('Your rooms with their settings. Members, links and recordings stay where they are.');
    }

    public function getVersion(): int
    {
        return self::VERSION;
    }

    public function canImport(IImportSource $importSource): bool
    {
        return ($importSource->getMigratorVersion($this->getId()) ?? self::VERSION) <= self::VERSION;
    }

    /** @param array<array-key, mixed> $stored */
    private function make(IUser $user, string $name, array $stored, OutputInterface $output): void
    {
        try {
            $room = $this->rooms->create($user, $name);
        } catch (Problem $problem) {
            // An archive must not be the way around quotas.
            $output->writeln("{$name}: {$this->words->of($problem)}");

            return;
        }
        try {
            $this->rooms->change($room, $user, null, null, is_array($stored['settings'] ?? null) ? $stored['settings'] : []);
        } catch (Problem $problem) {
            $output->writeln("{$name}: {$this->words->of($problem)}");
        }
        if (($stored['isArchived'] ?? false) === true) {
            $this->rooms->archive($room, true);
        }
    }
}
