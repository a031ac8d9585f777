<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Transport;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;

/** Whether this site and its server agree on the time: signed messages and opening hours need it. */
final class ClockCheck implements SlowCheck
{
    private const WELL = 30;

    private const BADLY = 300;

    public function __construct(
        private readonly ServerSettingsStore $store,
        private readonly Transport $transport,
        private readonly Clock $clock,
    ) {
    }

    public function id(): string
    {
        return 'clock';
    }

    public function label(): string
    {
        return __('Clock of the meeting server', 'bluebridge');
    }

    public function finding(): Finding
    {
        $notes = new DateNotes($this->transport);
        try {
            (new Servers($this->store, $notes))->client()->call('isMeetingRunning', ['meetingID' => 'bluebridge-health']);
        } catch (BbbException) {
            // Whether it answers is another check; the time stands on refusals too.
        }
        if ($notes->date === null) {
            return Finding::good(
                __('The clock of the meeting server is not known', 'bluebridge'),
                __('The server did not say what time it is.', 'bluebridge'),
            );
        }
        $apart = abs($notes->date - intdiv($this->clock->now(), 1000));
        if ($apart <= self::WELL) {
            return Finding::good(
                __('This site and the meeting server agree on the time', 'bluebridge'),
                __('Opening hours and signed messages can be relied on.', 'bluebridge'),
            );
        }
        $label = __('This site and the meeting server disagree on the time', 'bluebridge');
        /* translators: %d: number of seconds */
        $text = sprintf(__('They are %d seconds apart. Have both clocks set by a time server.', 'bluebridge'), $apart);

        return $apart > self::BADLY ? Finding::critical($label, $text) : Finding::recommended($label, $text);
    }
}
