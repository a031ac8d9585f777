<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rest;

use WP_REST_Request;

/** The parameters of a request, after WordPress has checked them by the schema of the route. */
final class Given
{
    public function __construct(private readonly WP_REST_Request $request)
    {
    }

    /** Gives the id of the room in the path. */
    public static function roomId(WP_REST_Request $request): int
    {
        return (new self($request))->number('id');
    }

    public function number(string $name): int
    {
        $value = $this->request->get_param($name);

        return is_numeric($value) ? (int) $value : 0;
    }

    /** Gives a text; null when none was given. */
    public function text(string $name): ?string
    {
        $value = $this->request->get_param($name);

        return is_string($value) ? $value : null;
    }

    /** Gives a text of one line as people type it; null when none was given. */
    public function line(string $name): ?string
    {
        $text = $this->text($name);

        return $text === null ? null : sanitize_text_field($text);
    }

    public function isOn(string $name): bool
    {
        return $this->request->get_param($name) === true;
    }

    /** Gives yes or no; null when neither was given. */
    public function flag(string $name): ?bool
    {
        $value = $this->request->get_param($name);

        return is_bool($value) ? $value : null;
    }

    /**
     * Gives an object; null when none was given.
     *
     * @return array<array-key, mixed>|null
     */
    public function object(string $name): ?array
    {
        $value = $this->request->get_param($name);

        return is_array($value) ? $value : null;
    }
}
