<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

/**
 * The parameters that a room's settings become in a call.
 *
 * @phpstan-import-type Setting from SettingTable
 * @phpstan-type LeftOut array{setting: string, needs: string}
 * @phpstan-type Params array<string, string|int|bool|list<string>>
 */
final class FedParams
{
    /**
     * Gathers the parameters. Only what the room says is sent; empty texts and settings whose switch
     * is off count as not said.
     *
     * @param 'create'|'join' $call
     * @return array{params: Params, leftOut: list<LeftOut>} `leftOut` are the settings that the
     *     server cannot honour, and the capability or call it lacks
     */
    public static function of(Room $room, string $call, RoomCapabilities $capabilities): array
    {
        $params = [];
        $leftOut = [];
        foreach (SettingTable::ALL as $name => $setting) {
            $value = $room->settings[$name] ?? '';
            $feeds = $setting['feeds'] ?? null;
            if ($value === '' || $feeds === null || $feeds['call'] !== $call || !self::matters($room, $setting, $capabilities)) {
                continue;
            }
            $lacking = $capabilities->lackedBy($setting);
            if ($lacking !== null) {
                // What the room wants is what it gets anyway: nothing is lost.
                if ($value !== ($setting['default'] ?? null)) {
                    $leftOut[] = ['setting' => $name, 'needs' => $lacking];
                }
                continue;
            }
            $param = $feeds['param'];
            if (!isset($feeds['adds'])) {
                $params[$param] = isset($feeds['as']) ? $feeds['as'][$value === true ? 'on' : 'off'] : $value;
            } elseif ($value === false) {
                $list = $params[$param] ?? [];
                $params[$param] = [...(is_array($list) ? $list : []), ...$feeds['adds']];
            }
        }

        return ['params' => $params, 'leftOut' => $leftOut];
    }

    /**
     * A setting matters while the switch it depends on is on, on this server too.
     *
     * @param Setting $setting
     */
    private static function matters(Room $room, array $setting, RoomCapabilities $capabilities): bool
    {
        $switch = $setting['onlyIf'] ?? null;
        if ($switch === null) {
            return true;
        }
        $needed = SettingTable::ALL[$switch] ?? null;

        return ($room->settings[$switch] ?? false) === true
            && $needed !== null
            && $capabilities->lackedBy($needed) === null;
    }
}
