<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Settings;

use OCA\Bluebridge\AppInfo\Application;
use OCP\IAppConfig;
use OCP\IGroupManager;
use OCP\IUserManager;

/**
 * What rooms of groups may not do. As with quotas, who is in several groups may what any of them
 * allows, and who is in none of them what is said for everybody else.
 */
class GroupRules
{
    public const EVERYBODY = '';

    private const KEY = 'restrictions';

    /** @var array<string, Restriction>|null */
    private ?array $all = null;

    /** @var array<string, Restriction> by user */
    private array $known = [];

    public function __construct(
        private readonly IAppConfig $config,
        private readonly IUserManager $users,
        private readonly IGroupManager $groups,
    ) {
    }

    /** @return array<string, Restriction> by the ids of groups */
    public function all(): array
    {
        if ($this->all === null) {
            $this->all = [];
            foreach ($this->config->getValueArray(Application::APP_ID, self::KEY, lazy: true) as $group => $stored) {
                if (is_array($stored)) {
                    $this->all[(string) $group] = Restriction::from($stored);
                }
            }
        }

        return $this->all;
    }

    /** @param array<string, Restriction> $rules */
    public function keep(array $rules): void
    {
        $this->config->setValueArray(Application::APP_ID, self::KEY, array_map(get_object_vars(...), $rules), lazy: true);
        [$this->all, $this->known] = [null, []];
    }

    /** Gives what holds for the rooms of somebody. */
    public function of(string $userId): Restriction
    {
        return $this->all() === [] ? new Restriction() : $this->known[$userId] ??= $this->look($userId);
    }

    private function look(string $userId): Restriction
    {
        $user = $this->users->get($userId);
        $own = $user === null ? [] : array_intersect_key($this->all(), array_flip($this->groups->getUserGroupIds($user)));
        $all = null;
        foreach ($own as $rule) {
            $all = $all === null ? $rule : $all->or($rule);
        }

        return $all ?? $this->all()[self::EVERYBODY] ?? new Restriction();
    }
}
