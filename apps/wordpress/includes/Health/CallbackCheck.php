<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

use Bluebridge\WordPress\Hooks\Reach;
use Bluebridge\WordPress\Rest\StrictController;
use WP_Error;

/** Whether the meeting server can tell this site something: that a recording is ready, that a meeting ended. */
final class CallbackCheck implements SlowCheck
{
    private const PATIENCE = 5;

    public function id(): string
    {
        return 'callbacks';
    }

    public function label(): string
    {
        return __('Messages of the meeting server', 'bluebridge');
    }

    public function finding(): Finding
    {
        $url = rest_url(StrictController::NAMESPACE);
        if (Reach::nearnessOf($url) !== 'public') {
            return Finding::recommended(
                __('The meeting server cannot reach this site', 'bluebridge'),
                sprintf(
                    /* translators: %s: name of a host */
                    __('“%s” is known on this machine or network only. Recordings are found all the same, but later.', 'bluebridge'),
                    trim((string) wp_parse_url($url, PHP_URL_HOST), '[]'),
                ),
            );
        }
        $answer = wp_remote_get($url, ['timeout' => self::PATIENCE, 'redirection' => 0, 'cookies' => []]);
        $status = $answer instanceof WP_Error ? 0 : (int) wp_remote_retrieve_response_code($answer);
        if ($status === 200) {
            return Finding::good(
                __('Messages of the meeting server can arrive', 'bluebridge'),
                __('The address for them answers without a login.', 'bluebridge'),
            );
        }

        return Finding::recommended(
            __('Messages of the meeting server may not arrive', 'bluebridge'),
            $status === 0
                ? __('The address for them did not answer. Ask your host whether the site can call itself.', 'bluebridge')
                : sprintf(
                    /* translators: %d: HTTP status, such as 403 */
                    __('The address for them answers with %d. Does another plugin or a firewall close the REST API?', 'bluebridge'),
                    $status,
                ),
        );
    }
}
