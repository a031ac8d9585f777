<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Model\Preset;
use OCP\IAppConfig;

/** The presets that an administrator made, and what is fixed for all rooms. */
class Presets
{
    private const KEY = 'presets';

    private const LOCKS = 'locks';

    /** @var array<string, Preset>|null */
    private ?array $all = null;

    public function __construct(private readonly IAppConfig $config)
    {
    }

    /** @return array<string, Preset> by their ids */
    public function all(): array
    {
        if ($this->all === null) {
            $this->all = [];
            foreach ($this->config->getValueArray(Application::APP_ID, self::KEY, lazy: true) as $stored) {
                $preset = is_array($stored) ? Preset::from($stored) : null;
                if ($preset !== null) {
                    $this->all[$preset->id] = $preset;
                }
            }
        }

        return $this->all;
    }

    /**
     * Lists the presets that somebody of these groups may use.
     *
     * @param list<string> $groups
     * @return list<Preset>
     */
    public function offeredTo(array $groups): array
    {
        return array_values(array_filter($this->all(), static fn (Preset $preset): bool => $preset->isOfferedTo($groups)));
    }

    /** @param list<Preset> $presets */
    public function keep(array $presets): void
    {
        $values = array_map(get_object_vars(...), $presets);
        $this->config->setValueArray(Application::APP_ID, self::KEY, $values, lazy: true);
        $this->all = null;
    }

    /** Takes a group out of all presets that others have as well; without any, one would be for everybody. */
    public function forgetGroup(string $group): void
    {
        $this->keep(array_values(array_map(static function (Preset $preset) use ($group): Preset {
            $others = array_values(array_diff($preset->groups, [$group]));

            return $others === [] ? $preset : new Preset($preset->id, $preset->name, $preset->settings, $preset->locks, $others);
        }, $this->all())));
    }

    /** @return array<string, string|int|bool> what is fixed for all rooms */
    public function locks(): array
    {
        return Preset::scalars($this->config->getValueArray(Application::APP_ID, self::LOCKS, lazy: true));
    }

    /** @param array<string, string|int|bool> $locks */
    public function keepLocks(array $locks): void
    {
        $this->config->setValueArray(Application::APP_ID, self::LOCKS, $locks, lazy: true);
    }

    /** @return array<string, string|int|bool> what is fixed for rooms of a preset; for all rooms wins */
    public function locksFor(string $preset): array
    {
        return $this->locks() + ($this->all()[$preset]->locks ?? []);
    }
}
