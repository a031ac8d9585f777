<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Calendar;

use OCP\Calendar\ICalendar;
use OCP\Calendar\ICreateFromString;
use OCP\Calendar\IManager;

/** The calendars that somebody may write into. */
class OwnCalendars
{
    /** What Nextcloud calls the one that everybody gets. */
    private const USUAL = 'personal';

    private const MAY_CREATE = 4;

    public function __construct(private readonly IManager $calendars)
    {
    }

    /** @return list<array{uri: string, name: string, isDefault: bool}> */
    public function of(string $userId): array
    {
        $all = $this->all($userId, []);
        $uris = array_map(static fn (ICalendar $calendar): string => $calendar->getUri(), $all);
        $usual = in_array(self::USUAL, $uris, true) ? self::USUAL : $uris[0] ?? '';

        return array_map(static fn (ICalendar $calendar): array => [
            'uri' => $calendar->getUri(),
            'name' => $calendar->getDisplayName() ?? $calendar->getUri(),
            'isDefault' => $calendar->getUri() === $usual,
        ], $all);
    }

    public function find(string $userId, string $uri): ?ICreateFromString
    {
        return $uri === '' ? null : $this->all($userId, [$uri])[0] ?? null;
    }

    /**
     * @param list<string> $uris empty for all
     * @return list<ICreateFromString>
     */
    private function all(string $userId, array $uris): array
    {
        $found = [];
        foreach ($this->calendars->getCalendarsForPrincipal("principals/users/{$userId}", $uris) as $calendar) {
            $mayWrite = ($calendar->getPermissions() & self::MAY_CREATE) !== 0 && !$calendar->isDeleted();
            if ($calendar instanceof ICreateFromString && $mayWrite) {
                $found[] = $calendar;
            }
        }

        return $found;
    }
}
