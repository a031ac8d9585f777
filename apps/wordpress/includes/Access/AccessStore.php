<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

/**
 * What rooms keep of how people come in. The fields begin with an underscore, so they are not among the
 * custom fields of a post; of codes there are hashes only.
 */
final class AccessStore
{
    private const ACCESS = '_bluebridge_access';

    /** @var array<'viewer'|'moderator', string> */
    private const CODES = ['viewer' => '_bluebridge_viewer_code', 'moderator' => '_bluebridge_moderator_code'];

    public function read(int $roomId): AccessSettings
    {
        return AccessSettings::read(self::text($roomId, self::ACCESS));
    }

    public function keep(int $roomId, AccessSettings $access): void
    {
        update_post_meta($roomId, self::ACCESS, wp_slash($access->json()));
    }

    /**
     * Gives the hash of a code; empty when the room has none.
     *
     * @param 'viewer'|'moderator' $role
     */
    public function codeHash(int $roomId, string $role): string
    {
        return self::text($roomId, self::CODES[$role]);
    }

    /**
     * Keeps a code; an empty one takes it away.
     *
     * @param 'viewer'|'moderator' $role
     */
    public function keepCode(int $roomId, string $role, string $code): void
    {
        $code === ''
            ? delete_post_meta($roomId, self::CODES[$role])
            : update_post_meta($roomId, self::CODES[$role], wp_slash(Codes::hash($code)));
    }

    /**
     * Gives what holds in a room because of this, by the names of the core's settings.
     *
     * @return array<string, bool>
     */
    public static function imposed(int $roomId): array
    {
        $store = new self();

        return array_filter([
            'hasViewerCode' => $store->codeHash($roomId, 'viewer') !== '',
            'hasModeratorCode' => $store->codeHash($roomId, 'moderator') !== '',
        ]) + ($store->read($roomId)->loginRequired ? ['guestsAllowed' => false] : []);
    }

    private static function text(int $roomId, string $field): string
    {
        $value = get_post_meta($roomId, $field, true);

        return is_string($value) ? $value : '';
    }
}
