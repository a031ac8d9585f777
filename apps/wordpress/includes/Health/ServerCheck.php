<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

use Bluebridge\WordPress\Admin\ServerConnection;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Closure;

/** Whether every server answers, and accepts its secret. */
final class ServerCheck implements SlowCheck
{
    /** @param Closure(): ServerConnection $connection */
    public function __construct(
        private readonly Servers $servers,
        private readonly ServerSettingsStore $store,
        private readonly Closure $connection,
    ) {
    }

    public function id(): string
    {
        return 'server';
    }

    public function label(): string
    {
        return __('Meeting server', 'bluebridge');
    }

    public function finding(): Finding
    {
        if ($this->store->read()->endpoint === '') {
            return Finding::critical(
                __('No meeting server is connected', 'bluebridge'),
                __('Rooms cannot open before there is one: connect it under Rooms › Meeting server.', 'bluebridge'),
            );
        }
        foreach ($this->servers->ids() as $server) {
            try {
                $this->servers->client(server: $server)->call('isMeetingRunning', ['meetingID' => 'bluebridge-health']);
            } catch (BbbException) {
                // The probe asks more, and so knows what is wrong.
                $told = ($this->connection)()->check($server);
                if (!$told['works']) {
                    return Finding::critical(__('The meeting server cannot be used', 'bluebridge'), $told['text']);
                }
            }
        }

        return Finding::good(
            __('The meeting server answers', 'bluebridge'),
            __('It can be reached from this site and accepts the secret.', 'bluebridge'),
        );
    }
}
