<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests;

use PHPUnit\Framework\TestCase;
use RuntimeException;
use WP_Hook;
use WP_REST_Request;
use WP_REST_Response;
use WP_User;

/**
 * A test inside a real WordPress with the plugin. What it writes to the database is rolled back, and
 * hooks, the current user and the request are as they were. `create table` and its like cannot be
 * rolled back: tests of those are in the folder Lifecycle.
 */
abstract class WordPressTestCase extends TestCase
{
    /** What is asked of the BigBlueButton server, and what answers. */
    protected ServerTraffic $traffic;

    /** @var array<string, WP_Hook> */
    private array $hooks = [];

    protected function setUp(): void
    {
        foreach (self::hooks() as $name => $hook) {
            $this->hooks[$name] = clone $hook;
        }
        wp_cache_flush();
        Database::connection()->query('START TRANSACTION');
        Site::pretendRequest();
        wp_set_current_user(0);
        $this->traffic = new ServerTraffic();
        $this->traffic->observe();
    }

    protected function tearDown(): void
    {
        Database::connection()->query('ROLLBACK');
        wp_cache_flush();
        $GLOBALS['wp_filter'] = $this->hooks;
        $GLOBALS['wp_rest_server'] = null;
        while (is_multisite() && ms_is_switched()) {
            restore_current_blog();
        }
        wp_set_current_user(0);
    }

    /** Continues as one of the site's people: `admin`, `editor`, `author`, `colleague`, … */
    protected function actAs(string $login): WP_User
    {
        return wp_set_current_user($this->person($login)->ID);
    }

    protected function actAsVisitor(): void
    {
        wp_set_current_user(0);
    }

    protected function person(string $login): WP_User
    {
        $user = get_user_by('login', $login);

        return $user instanceof WP_User ? $user : throw new RuntimeException("There is nobody called {$login}.");
    }

    /**
     * Asks WordPress's REST API as the current user. Cookies and nonces play no part here.
     *
     * @param array<string, mixed> $parameters the query of a GET, the JSON body of everything else
     * @param array<string, string> $headers
     */
    protected function rest(string $method, string $route, array $parameters = [], array $headers = []): WP_REST_Response
    {
        $request = new WP_REST_Request($method, $route);
        foreach ($headers as $name => $value) {
            $request->set_header($name, $value);
        }
        if ($method === 'GET') {
            $request->set_query_params($parameters);
        } elseif ($parameters !== []) {
            $request->set_header('Content-Type', 'application/json');
            $request->set_body((string) wp_json_encode($parameters));
        }

        return rest_ensure_response(rest_do_request($request));
    }

    /** @return array<string, WP_Hook> */
    private static function hooks(): array
    {
        /** @var array<string, WP_Hook> $wp_filter */
        global $wp_filter;

        return $wp_filter;
    }
}
