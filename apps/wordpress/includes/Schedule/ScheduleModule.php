<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Schedule;

use Bluebridge\WordPress\Lifecycle\Removal;
use Bluebridge\WordPress\Module;
use Closure;

/**
 * Lets WP-Cron do what is due: once a minute while there are meetings, once an hour in any case, in which
 * what was missed is made up for.
 */
final class ScheduleModule implements Module
{
    public const EACH_MINUTE = 'bluebridge_end_due';

    public const EACH_HOUR = 'bluebridge_upkeep';

    private const MINUTE = 'bluebridge_minute';

    private const BUDGET = 20_000;

    /**
     * @param Closure(): EndDue $endDue made only where something is due
     * @param Closure(): DueMeetings $due
     */
    public function __construct(private readonly Closure $endDue, private readonly Closure $due, private readonly string $pluginFile)
    {
    }

    public function register(): void
    {
        // phpcs:ignore WordPress.WP.CronInterval -- people are warned minutes before the end, and only while meetings run
        add_filter('cron_schedules', static fn (array $schedules): array => $schedules + [
            self::MINUTE => ['interval' => MINUTE_IN_SECONDS, 'display' => __('Once a minute', 'bluebridge')],
        ]);
        add_action(self::EACH_MINUTE, $this->run(...));
        add_action(self::EACH_HOUR, $this->run(...));
        add_action('bluebridge_meeting_opened', static function (): void {
            self::plan(self::EACH_MINUTE, self::MINUTE);
        });
        add_action('init', static function (): void {
            if (!wp_installing()) {
                self::plan(self::EACH_HOUR, 'hourly');
            }
        });
        // Those of all features: nobody does them any more. Most requests have no need to load how.
        $unschedule = static fn (bool $isWholeNetwork) => Removal::unscheduleWhereOff($isWholeNetwork);
        add_action('deactivate_' . plugin_basename($this->pluginFile), $unschedule);
    }

    private function run(): void
    {
        ($this->endDue)()->run(self::BUDGET);
        if (($this->due)()->hasWork()) {
            self::plan(self::EACH_MINUTE, self::MINUTE);
        } else {
            wp_unschedule_hook(self::EACH_MINUTE);
        }
    }

    private static function plan(string $hook, string $pace): void
    {
        if (wp_next_scheduled($hook) === false) {
            wp_schedule_event(time(), $pace, $hook);
        }
    }
}
