<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Server;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Transport;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\TransportFailure;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Request\HttpRequest;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Response\HttpResponse;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Response\ReplyText;
use CurlHandle;
use WP_Error;

/** Sends requests by WordPress' HTTP API, which knows the site's proxy and certificates. */
final class WordPressTransport implements Transport
{
    public function __construct(private readonly int $maxBytes = ReplyText::MAX_BYTES)
    {
    }

    public function send(HttpRequest $request, int $timeoutMs): HttpResponse
    {
        // WordPress spells a URL anew, and the checksum is of its bytes.
        /** @var non-empty-string $url */
        $url = $request->url;
        $keepUrl = static function (CurlHandle $handle) use ($url): void {
            // phpcs:ignore WordPress.WP.AlternativeFunctions -- the handle is that of wp_remote_request
            curl_setopt_array($handle, [CURLOPT_URL => $url, CURLOPT_PATH_AS_IS => true]);
        };
        add_action('http_api_curl', $keepUrl, PHP_INT_MAX, 1);
        try {
            $answer = wp_remote_request($url, [
                'method' => $request->method,
                'headers' => $request->headers,
                'body' => $request->body ?? '',
                'timeout' => $timeoutMs / 1000,
                'redirection' => 0,
                // One byte more than is allowed shows that there is more.
                'limit_response_size' => $this->maxBytes + 1,
                'user-agent' => 'Bluebridge',
            ]);
        } finally {
            remove_action('http_api_curl', $keepUrl, PHP_INT_MAX);
        }
        if ($answer instanceof WP_Error) {
            // The words themselves may hold the signed URL and go no further.
            throw TransportFailure::lost(TransportFailure::reasonIn($answer->get_error_message()));
        }
        $body = wp_remote_retrieve_body($answer);
        if (strlen($body) > $this->maxBytes) {
            throw TransportFailure::tooLarge($this->maxBytes);
        }

        return new HttpResponse((int) wp_remote_retrieve_response_code($answer), self::headersOf($answer), $body);
    }

    /**
     * @param array<array-key, mixed> $answer
     * @return array<string, string>
     */
    private static function headersOf(array $answer): array
    {
        $headers = [];
        foreach (wp_remote_retrieve_headers($answer) as $name => $value) {
            $values = array_filter((array) $value, is_string(...));
            $headers[strtolower((string) $name)] = implode(', ', $values);
        }

        return $headers;
    }
}
