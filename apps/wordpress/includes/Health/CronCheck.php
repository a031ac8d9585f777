<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

use Bluebridge\WordPress\Clock;

/** Whether tasks of the plugin are done when they are due. */
final class CronCheck implements Check
{
    /** WordPress does tasks when somebody comes by; this late nobody came, or it cannot start them. */
    private const LATE = 15 * MINUTE_IN_SECONDS;

    public function __construct(private readonly Clock $clock)
    {
    }

    public function id(): string
    {
        return 'cron';
    }

    public function label(): string
    {
        return __('Tasks of meetings', 'bluebridge');
    }

    public function finding(): Finding
    {
        $late = $this->latest();
        if ($late <= self::LATE) {
            return Finding::good(
                __('Tasks of meetings are done in time', 'bluebridge'),
                __('New recordings are found, and meetings end as planned.', 'bluebridge'),
            );
        }
        $isOff = defined('DISABLE_WP_CRON') && constant('DISABLE_WP_CRON') === true;
        $remedy = $isOff
            ? __('WP-Cron is switched off. Have the cron of your host call “wp cron event run --due-now” every five minutes.', 'bluebridge')
            : __('Few people visit, or the site cannot call itself. Have the cron of your host call wp-cron.php.', 'bluebridge');

        return Finding::recommended(
            /* translators: %d: number of minutes */
            sprintf(__('Tasks of meetings are %d minutes late', 'bluebridge'), intdiv($late, MINUTE_IN_SECONDS)),
            $remedy,
        );
    }

    /** Gives by how many seconds the most belated task of the plugin is late. */
    private function latest(): int
    {
        $now = intdiv($this->clock->now(), 1000);
        foreach (_get_cron_array() as $at => $hooks) {
            foreach (array_keys((array) $hooks) as $hook) {
                if (str_starts_with((string) $hook, 'bluebridge_')) {
                    return max(0, $now - (int) $at);
                }
            }
        }

        return 0;
    }
}
