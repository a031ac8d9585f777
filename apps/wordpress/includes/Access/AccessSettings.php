<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

/**
 * What a room says of the people of this site: as what they come in. Guests, codes and hours are
 * among the settings that the core knows.
 *
 * @phpstan-type Standing 'moderator'|'viewer'|'none'
 */
final class AccessSettings
{
    /** As what people with a role come in; with `none` they stay out. */
    public const STANDINGS = ['moderator', 'viewer', 'none'];

    /**
     * @param array<string, Standing> $roles by the names of WordPress' roles
     * @param Standing $others for people with no role of these
     * @param bool $loginRequired whether nobody comes in without an account, whatever they were given
     * @param bool $colleaguesMayPlace whether people who may have rooms show this one on pages of theirs
     */
    public function __construct(
        public readonly array $roles = [],
        public readonly string $others = 'viewer',
        public readonly bool $loginRequired = false,
        public readonly bool $colleaguesMayPlace = false,
    ) {
    }

    /** Reads what was kept; what makes no sense counts as not said. */
    public static function read(string $json): self
    {
        $said = json_decode($json, true);

        return self::of(is_array($said) ? $said : []);
    }

    /**
     * Gives what somebody said; what makes no sense counts as not said.
     *
     * @param array<array-key, mixed> $said by the names of the fields
     */
    public static function of(array $said): self
    {
        $roles = [];
        foreach (is_array($said['roles'] ?? null) ? $said['roles'] : [] as $role => $standing) {
            $known = self::standing($standing);
            if ($known !== null) {
                $roles[(string) $role] = $known;
            }
        }

        return new self(
            $roles,
            self::standing($said['others'] ?? null) ?? 'viewer',
            ($said['loginRequired'] ?? false) === true,
            ($said['colleaguesMayPlace'] ?? false) === true,
        );
    }

    /**
     * Gives all of it by the names of the fields.
     *
     * @return array{roles: object, others: Standing, loginRequired: bool, colleaguesMayPlace: bool}
     */
    public function fields(): array
    {
        // An object in JSON, also when it is empty.
        return [
            'roles' => (object) $this->roles,
            'others' => $this->others,
            'loginRequired' => $this->loginRequired,
            'colleaguesMayPlace' => $this->colleaguesMayPlace,
        ];
    }

    /** Writes it as text to keep. */
    public function json(): string
    {
        return (string) wp_json_encode($this->fields());
    }

    /**
     * Tells as what somebody with these roles comes in. Of several roles, the best counts.
     *
     * @param array<array-key, string> $roles
     * @return Standing
     */
    public function standingOf(array $roles): string
    {
        $own = array_map(fn (string $role): string => $this->roles[$role] ?? $this->others, $roles);
        foreach (self::STANDINGS as $standing) {
            if (in_array($standing, $own, true)) {
                return $standing;
            }
        }

        return $this->others;
    }

    /** @return Standing|null */
    private static function standing(mixed $value): ?string
    {
        return match ($value) {
            'moderator', 'viewer', 'none' => $value,
            default => null,
        };
    }
}
