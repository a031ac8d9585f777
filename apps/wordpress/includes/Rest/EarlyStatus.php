<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rest;

use Bluebridge\WordPress\Entrance\Doors;
use Bluebridge\WordPress\Entrance\DoorStatus;
use Bluebridge\WordPress\Http\Answer;
use Bluebridge\WordPress\Http\Sent;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Closure;

/**
 * Answers people without an account who ask how a room stands, before WordPress has made its blocks
 * and its REST API ready, which is most of what such a question would cost. They get what the route
 * would tell them; whatever is not the plain question of a waiting page is left to the route.
 */
final class EarlyStatus implements Module
{
    /** After the type of rooms is known, before all that pages need. */
    public const PRIORITY = 1;

    private const ASKED = '~/bluebridge/v1/rooms/(\d{1,18})/status/?$~D';

    /**
     * @param Closure(): Doors $doors
     * @param Closure(): DoorStatus $status
     */
    public function __construct(private readonly Closure $doors, private readonly Closure $status)
    {
    }

    public function register(): void
    {
        add_action('init', function (): void {
            $answer = $this->answer();
            if ($answer !== null) {
                $answer->send();
                exit;
            }
        }, self::PRIORITY);
    }

    /** Gives the answer to this request; null when the REST API shall give it. */
    public function answer(): ?Answer
    {
        $id = self::roomAskedFor();
        $room = $id === null ? null : ($this->doors)()->roomBehind($id, Sent::query('door'));
        if ($room === null) {
            return null;
        }
        try {
            $tagged = ($this->status)()->of($room, Sent::query('waiting') === 'true', Sent::header('HTTP_IF_NONE_MATCH'));
        } catch (BbbException) {
            return null;
        }
        $body = $tagged->sign === null ? '' : (string) wp_json_encode($tagged->sign);

        return Answer::json($tagged->status(), $body)->with($tagged->headers);
    }

    private static function roomAskedFor(): ?int
    {
        // Looked at first, because every request to the site comes by here.
        if (preg_match(self::ASKED, self::route(), $found) !== 1) {
            return null;
        }
        $isPlain = Sent::header('REQUEST_METHOD') === 'GET'
            && array_diff(Sent::queryNames(), ['rest_route', 'door', 'waiting']) === []
            && in_array(Sent::query('waiting'), ['', 'true', 'false'], true);
        $saysWho = Sent::header('HTTP_X_WP_NONCE') . Sent::header('HTTP_AUTHORIZATION') . Sent::header('PHP_AUTH_USER') !== '';

        return $isPlain && !$saysWho && !is_user_logged_in() ? (int) $found[1] : null;
    }

    /** The path behind the address of the REST API, whichever kind of links the site has. */
    private static function route(): string
    {
        $named = Sent::query('rest_route');
        if ($named !== '') {
            return $named;
        }
        $path = (string) wp_parse_url(Sent::header('REQUEST_URI'), PHP_URL_PATH);

        return str_contains($path, '/' . rest_get_url_prefix() . '/') ? $path : '';
    }
}
