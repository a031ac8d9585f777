<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Import;

use OCA\Bluebridge\Service\Quotas;
use OCA\Bluebridge\Settings\GroupRules;
use OCA\Bluebridge\Settings\Restriction;
use OCP\IGroupManager;

/** Takes over what the app "BigBlueButton" (cloud_bbb) says of groups, where nothing is said here yet. */
class RuleImport
{
    public function __construct(
        private readonly OldTables $old,
        private readonly Quotas $quotas,
        private readonly GroupRules $rules,
        private readonly IGroupManager $groups,
    ) {
    }

    /** @return int|null how many groups there are rules for; null where there are rules here already */
    public function run(bool $isDry): ?int
    {
        $old = array_filter(
            $this->old->rules(),
            fn (int|string $group): bool => $group === Quotas::EVERYBODY || $this->groups->groupExists((string) $group),
            ARRAY_FILTER_USE_KEY,
        );
        if ($this->quotas->all() !== [] || $this->rules->all() !== []) {
            return null;
        }
        if (!$isDry && $old !== []) {
            $this->quotas->keep(array_map(static fn (array $each): int => $each['rooms'], $old));
            $this->rules->keep(array_map(static fn (array $each): Restriction => $each['rule'], $old));
        }

        return count($old);
    }
}
